"""Work for all processors, whose results come in order."""

import gc
import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from multiprocessing import active_children, parent_process
from threading import Thread
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

_LONGEST_END = 5.0
"""Seconds in which workers that are stopped are gone, on any machine that is not stuck."""


def in_processes(work: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
    """Give the result for each item, in order, while those of the next ones are being made.

    `work` must be a function that depends on its argument alone, so that it does not matter which process calls it.
    """
    workers = os.cpu_count() or 1
    call = partial(_packed, work)
    others = set(active_children())
    with ProcessPoolExecutor(workers, initializer=_begin) as pool:
        try:
            waiting: deque[Future[bytes]] = deque()
            for item in items:
                waiting.append(pool.submit(call, item))
                # One more than there are workers keeps them busy, and no more than that fills the memory.
                if len(waiting) > workers:
                    yield pickle.loads(waiting.popleft().result())  # noqa: S301  made below
            while waiting:
                yield pickle.loads(waiting.popleft().result())  # noqa: S301
        except BaseException:
            # Nobody wants what is being made; without this, leaving would wait until it is done.
            manager = getattr(pool, "_executor_manager_thread", None)
            pool.shutdown(wait=False, cancel_futures=True)
            for process in set(active_children()) - others:
                process.terminate()
            if manager is not None:
                # Else it may close its pipe just when the interpreter, which is leaving, writes into it.
                manager.join(_LONGEST_END)
            raise


def _begin() -> None:
    # Ctrl-C reaches every process of a terminal; the one that stores decides what becomes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_leave_with_parent, daemon=True).start()
    gc.freeze()


def _leave_with_parent() -> None:
    # One that is killed cannot end its workers, and these would wait for work for ever.
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _packed(work: Callable[[A], B], item: A) -> bytes:
    # What is made here is large and holds hardly any circles: looking for some again and again takes long.
    gc.disable()
    gc.collect()  # what the item before left behind
    # Bytes, which take a fraction of the memory while they wait for their turn.
    return pickle.dumps(work(item), pickle.HIGHEST_PROTOCOL)
