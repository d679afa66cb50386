"""Work for all processors, whose results come in order."""

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


_GARBAGE = 50_000
"""How many more objects a process may have before it looks for garbage."""


def in_processes(work: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
    """Give the result for each item, in order, while those of the next ones are being made.

    `work` must be a function that depends on its argument alone, so that it does not matter which process calls it.
    """
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(workers, initializer=_begin) as pool:
        try:
            waiting: deque[Future[B]] = deque()
            for item in items:
                waiting.append(pool.submit(work, item))
                # One more than there are workers keeps them busy, and no more than that fills the memory.
                if len(waiting) > workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _begin() -> None:
    # Ctrl-C reaches every process of a terminal; the one that stores decides what becomes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What is made here is large and holds no circles, so that looking for some again and again finds nothing.
    gc.freeze()
    gc.set_threshold(_GARBAGE)
