"""Citation precision and recall as ALCE defines them, by exact span in place of an entailment model.

Gao et al., "Enabling Large Language Models to Generate Text with Citations" (2023), arXiv:2305.14627. There a
statement is recalled if the cited passages together entail it; a citation is precise if it entails a recalled
statement alone, or if without it the others no longer do. Here a statement is one side of the gold answer, and places
entail it if they cover at least half of one of its gold quotes. Our quotes are the statements themselves, so nothing
has to be judged by a model.
"""

from collections.abc import Collection, Sequence

from clipfile.eval.gold import GoldQuote
from clipfile.eval.places import Place, hits_any, together_hit

Side = Sequence[GoldQuote]


def citation_recall(sides: Collection[Side], places: Sequence[Place]) -> float:
    """Share of the sides that the cited places, taken together, cover; 0 where there is no side."""
    return sum(_recalled(side, places) for side in sides) / len(sides) if sides else 0.0


def citation_precision(sides: Collection[Side], places: Sequence[Place]) -> float:
    """Share of the cited places that cover a recalled side alone, or are needed for one; 0 where nothing is cited."""
    recalled = [side for side in sides if _recalled(side, places)]
    return sum(_precise(number, places, recalled) for number in range(len(places))) / len(places) if places else 0.0


def _recalled(side: Side, places: Sequence[Place]) -> bool:
    return any(together_hit(places, quote) for quote in side)


def _precise(number: int, places: Sequence[Place], recalled: Sequence[Side]) -> bool:
    others = [place for other, place in enumerate(places) if other != number]
    return any(hits_any(places[number], side) or not _recalled(side, others) for side in recalled)
