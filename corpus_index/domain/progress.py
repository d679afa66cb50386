"""How long work tells how far it is."""

from collections.abc import Callable

Progress = Callable[[float, int, str], None]
"""Called now and then with how much is done, how much there is in all, and what is at hand.

What takes one says what it counts.
"""
