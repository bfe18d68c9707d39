"""Numbers, quantities and times in Chinese text."""

from transforms.expressions.find import find_expressions

__all__ = ["find_expressions"]
