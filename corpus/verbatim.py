"""Where a text prints an excerpt word for word, whatever its white space, quotation marks and dashes look like."""

import re
import unicodedata

from clipfile.corpus.article import Span

_QUOTES = "\"'`´“”„‟‘’‚‛«»‹›"
_DASHES = "-‐‑‒–—―−"
_EDGES = f"{_QUOTES}[]()…. \t\r\n\u00a0"
_PIECE = re.compile(
    rf"(?P<space>[{re.escape(_QUOTES)}]*\s+[{re.escape(_QUOTES)}]*)|(?P<quote>[{re.escape(_QUOTES)}]+)|(?P<dots>…|\.{{3}})|(?P<dash>\s*[{_DASHES}]+\s*)"
)
_QUOTE_CLASS = f"[{re.escape(_QUOTES)}]{{1,2}}"
_SPACE_CLASS = rf"[{re.escape(_QUOTES)}]{{0,2}}\s+[{re.escape(_QUOTES)}]{{0,2}}"
_DASH_CLASS = rf"\s*[{re.escape(_DASHES)}]{{1,3}}\s*"


def verbatim_spans(text: str, excerpt: str) -> list[Span]:
    """Every place in order where the text prints the excerpt from one word boundary to another; none for an empty one.

    Quotation marks, brackets and dots at the ends of the excerpt do not count.
    """
    pattern = _pattern(excerpt)
    return [Span(*match.span()) for match in re.finditer(pattern, text)] if pattern else []


def bare(excerpt: str) -> str:
    """The excerpt without what a person puts around it: white space, quotation marks, brackets, dots; composed."""
    return unicodedata.normalize("NFC", excerpt).strip(_EDGES)


def _pattern(excerpt: str) -> str:
    words = bare(excerpt)
    if not words:
        return ""
    parts = []
    end = 0
    for match in re.finditer(_PIECE, words):
        parts.append(re.escape(words[end : match.start()]))
        parts.append(_any_spelling(match))
        end = match.end()
    parts.append(re.escape(words[end:]))
    return rf"(?<!\w){''.join(parts)}(?!\w)"


def _any_spelling(match: re.Match[str]) -> str:
    if match["quote"]:
        return _QUOTE_CLASS
    if match["dots"]:
        return r"(?:…|\.\s?\.\s?\.)"
    if match["dash"]:
        return _DASH_CLASS
    return _SPACE_CLASS
