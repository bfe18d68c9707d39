"""Decoded text to clean Simplified text, every change a recorded edit."""
