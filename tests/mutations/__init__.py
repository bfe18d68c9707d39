"""Inputs as nobody would write them: every one must be loaded, or refused with a reason."""
