"""Bytes to decoded text, and pages to their main content with metadata."""
