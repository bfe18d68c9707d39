"""Across documents: families of copies, implied dates, claims."""
