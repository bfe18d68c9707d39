"""Spun text (洗稿): whether an article was put through a synonym spinner, and its words before that."""
