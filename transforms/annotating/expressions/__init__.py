"""Numbers, quantities and times in Chinese text."""
