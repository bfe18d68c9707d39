"""Annotated text to metrics, events, quotes and relations with evidence."""
