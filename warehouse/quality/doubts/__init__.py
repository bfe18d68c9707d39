"""Doubts about single rows: SQL files, each of which returns no row when there is none."""
