"""A progress bar on stderr with a rate and the time left, shown only on a terminal and when there is something to wait for."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress_bar(title: str) -> Iterator[Callable[[int, int], None]]:
    """A function to call with how many passages are done and how many there are."""
    from tqdm import tqdm

    bar: tqdm | None = None

    def show(done: int, total: int) -> None:
        nonlocal bar
        if bar is None:
            if not total:
                return
            bar = tqdm(
                total=total, desc=title, unit=" passages", file=sys.stderr, disable=None
            )  # where no one watches, nothing
        bar.update(done - bar.n)

    try:
        yield show
    finally:
        if bar is not None:
            bar.close()
