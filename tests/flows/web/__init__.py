"""A made-up web of Chinese news pages, feeds and traps, served on 127.0.0.1 for tests."""
