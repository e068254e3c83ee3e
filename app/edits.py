"""The words in which a quote differs from a text, as small edits: "31" for "38"."""

import re
from difflib import SequenceMatcher

from clipfile.corpus.numbers import numbers_in
from clipfile.corpus.verbatim import bare

Edits = tuple[tuple[str, str], ...]  # words of the text, and those of the quote in their place; either may be empty


def edits_between(text: str, quote: str) -> Edits:
    """The words of a text that a quote prints otherwise, with the quote's; marks and case do not count."""
    pasted, printed = bare(text).split(), bare(quote).split()
    folded = [[re.sub(r"[^\w%]", "", word.casefold()) for word in words] for words in (pasted, printed)]
    changes = SequenceMatcher(None, folded[0], folded[1], autojunk=False).get_opcodes()
    pairs = (
        (bare(" ".join(pasted[a:b])), bare(" ".join(printed[c:d]))) for kind, a, b, c, d in changes if kind != "equal"
    )
    return tuple((mine, theirs) for mine, theirs in pairs if mine or theirs)


def change_a_figure(edits: Edits) -> bool:
    """Whether a figure of the text is another one in the quote."""
    return any(_values(mine) and _values(mine) != _values(theirs) for mine, theirs in edits)


def _values(words: str) -> list[tuple[float | None, float | None]]:
    return [(number.low, number.high) for number in numbers_in(words)]
