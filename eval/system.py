"""What is measured: a system that answers questions in the JSON of `clipfile ask`, and what else is known of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from clipfile.eval.places import Place
from clipfile.eval.ranking import Rank
from clipfile.eval.shown import Ask, Check


@dataclass(frozen=True, slots=True)
class System:
    """A system under test. Without `check` no claims are measured, without `rank` and `passages` no retrieval.

    passages: all passages that it ranks, in the order of the collection.
    index_seconds, index_bytes: what it took to build the index, and its size on disk; 0 where it has none.
    load_seconds: from the start to the first answer, the encoder's loading included.
    """

    name: str
    ask: Ask
    check: Check | None = None
    rank: Rank | None = None
    passages: Sequence[Place] = field(default=())
    index_seconds: float = 0.0
    index_bytes: int = 0
    load_seconds: float = 0.0
