"""What a run's documents are expected to be like: limits, what is measured, and doubts about single rows."""
