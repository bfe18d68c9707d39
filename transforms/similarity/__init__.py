"""How like the user's own articles another article is, and why."""
