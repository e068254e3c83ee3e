"""A follow-up question read with the conversation before it: "and how much did Canada give?"."""

import re
from collections.abc import Sequence

from clipfile.index.tokens import terms_of, words_of

_OPENS_AS_FOLLOW_UP = re.compile(r"\s*(?:and|but|so|or|also|then|what about|how about)\b", re.IGNORECASE)
_POINTS_BACK = frozenset(
    "he she it they him her his hers its their theirs them this these those there then one ones".split()
)
FEWEST_TERMS = 2  # a question with fewer search terms of its own leans on the one before


def depends_on_history(question: str) -> bool:
    """Whether a question leans on the one before: it opens with "and", points back, or is all but empty."""
    return (
        bool(_OPENS_AS_FOLLOW_UP.match(question))
        or not _POINTS_BACK.isdisjoint(words_of(question))
        or len(set(terms_of(question))) < FEWEST_TERMS
    )


def read_with_history(question: str, history: Sequence[str]) -> str:
    """The question as it is to be searched: a follow-up with the questions that it leans on, oldest first."""
    read = [question]
    for earlier in reversed(history):
        if not depends_on_history(read[0]):
            break
        read.insert(0, earlier)
    return " ".join(read)
