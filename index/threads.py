"""How many threads compute: torch's own are enough, since those of numpy's algebra wait for work by spinning.

Beside torch they hold a core for some milliseconds after each product, which more than doubled the time of a question on two
cores. `threadpoolctl` sets what the environment can only set before numpy is imported.
"""

from threadpoolctl import threadpool_limits


def keep_to_torch() -> None:
    """Limits the products of every library of algebra loaded so far, all small here, to one thread each."""
    threadpool_limits(1, user_api="blas")
