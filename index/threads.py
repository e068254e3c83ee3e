"""How many threads compute: torch's own are enough, since those of numpy's algebra wait for work by spinning.

Beside torch they hold a core for some milliseconds after each product, which more than doubled the time of a question on two
cores. `threadpoolctl` sets what the environment can only set before numpy is imported.
"""

from functools import cache

from threadpoolctl import threadpool_limits


@cache
def keep_to_torch() -> None:
    """Limits numpy's products, all small here, to one thread for the rest of the process."""
    threadpool_limits(1, user_api="blas")
