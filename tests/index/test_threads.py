"""numpy's products take one thread once an index is open, so that they leave the cores to torch."""

import numpy  # noqa: F401  (whose pool it is)
from threadpoolctl import threadpool_info

from clipfile.index.threads import keep_to_torch


def test_products_take_one_thread() -> None:
    keep_to_torch()
    pools = [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]
    assert pools and set(pools) == {1}
