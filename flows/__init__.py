"""What runs, when, and how it is watched: Prefect, the network and file input."""
