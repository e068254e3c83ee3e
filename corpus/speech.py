"""Speech: which of a text's quotations are somebody's words, not a title or a word used with reserve."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clipfile.corpus.article import Span
from clipfile.corpus.quotations import Quotation, quotations_of

_FEW = 3  # words; so many within a sentence are a word used with reserve unless somebody is said to have used them
_MARK = re.compile(r"[>•‣▪●*–—-]\s+")
_WORD = re.compile(r"\w[\w’'.-]*")
_SMALL = frozenset("a an and as at but by for from in into of on or the to with".split())
_ENDS_SPEECH = re.compile(r"[.,!?…—–-][”’»\"'“]*$")


@dataclass(frozen=True, slots=True)
class Speech:
    """A quotation that is somebody's words.

    few: whether it is so short that it counts only where the sentence says who used the words.
    """

    quotation: Quotation
    few: bool = False

    @property
    def span(self) -> Span:
        """From mark to mark."""
        return self.quotation.span


def speech_of(text: str, paragraphs: Sequence[Span], sentences: Sequence[Span]) -> list[Speech]:
    """The quotations that are somebody's words, in order."""
    starts = {_after_mark(text, sentence) for sentence in sentences}
    ends = {sentence.end for sentence in sentences}
    found: list[Speech] = []
    for quotation in quotations_of(text, paragraphs):
        words = text[quotation.span.start : quotation.span.end]
        count = len(_WORD.findall(words))
        if not count:
            continue
        whole = quotation.span.start in starts and (quotation.span.end in ends or bool(_ENDS_SPEECH.search(words)))
        if (
            whole
            or quotation.continues
            or (count > _FEW and not _is_title(words))
            or _is_exclamation(text, quotation.span)
        ):
            found.append(Speech(quotation))
        elif count == _FEW and not _is_title(words):
            found.append(Speech(quotation, few=True))
    return found


def _after_mark(text: str, sentence: Span) -> int:
    """Where a sentence begins, without the mark of a list or of a quoted block."""
    match = _MARK.match(text, sentence.start, sentence.end)
    return match.end() if match else sentence.start


def _is_title(words: str) -> bool:
    """Whether every word but the small ones has a capital letter: “The Old Man and the Sea”."""
    found: list[str] = _WORD.findall(words)
    ends = words.rstrip("”’»\"'“,")
    return not ends.endswith((".", "?")) and all(
        not word[0].islower() or (word in _SMALL and n > 0) for n, word in enumerate(found)
    )


def _is_exclamation(text: str, span: Span) -> bool:
    """Whether few words are a sentence of their own, as after "He shouted:"."""
    words = text[span.start : span.end]
    before = text[: span.start].rstrip()[-1:]
    return bool(_ENDS_SPEECH.search(words)) and before in (",", ":") and words[1:2].isupper()
