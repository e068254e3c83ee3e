"""Where the sentences of a paragraph end: sentencex decides, repairs for news text move, add or remove a few ends."""

import re
from collections.abc import Callable, Iterable, Iterator

_HIDDEN = re.compile(
    r"[“”„«»\"]"  # sentencex keeps a quotation of several sentences in one piece, so it gets to see none
    r"|(?<!\w)[‘'](?=[\w\[(…])"  # an opening single quote
    r"|(?<=[.,!?…\]])[’'](?!\w)"  # a closing one; any other is an apostrophe
    r"|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=[\w.,!?…])_{1,3}(?!\w)"  # emphasis in Markdown
    r"|\A\s*(?:[•‣▪●*·–—-]|\(?\d{1,3}[.)]|[a-z]\))(?=\s)"  # the mark of a list item
)
_CLOSING = re.compile(r"[”’»\"')\]*_]+(?=[\s—–]|$)")
_STARTERS = (  # words that begin a sentence and are no part of a name after an abbreviation
    "The|A|An|He|She|It|They|We|You|This|That|These|Those|But|And|So|Yet|Or|Nor|In|On|At|By|For|From|With|As|If|When"
    "|While|After|Before|Since|Because|Although|Though|However|Meanwhile|Now|Then|There|Here|What|Why|Who|How|Where"
    "|Some|Many|Most|Both|All|Each|Every|No|Not|One|Two|Three|His|Her|Its|Their|Our|My|Your|Under|Until|During|Despite"
    "|Even|Another|Others|Only|Still|Once|Nobody|Nothing|Everyone"
)
_NAMED = (
    "(?:Ald|Amb|Assoc|Asst|Atty|Capt|Cmdr|Cols?|Const|Cpl|Dep|Det|Drs|Ft|Gens?|Govs?|Hon|Insp|Lts?|Maj|Messrs|Ms|Mt|Mx"
    "|Nos|Pfc|Profs?|Pt|Pvt|Reps?|Revs?|Secy|Sens?|Sgts?|Spc|Ste|Supt|Treas)"
)
_BEFORE_A_NAME = re.compile(rf"\b{_NAMED}\.$")
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.[ \u00a0]?){1,3}$")
_PLACES = re.compile(r"\b(?:U\.S|U\.K|U\.N|E\.U|D\.C|L\.A|N\.Y|N\.J|N\.C|S\.C|U\.A\.E|A\.D|B\.C|B\.A|M\.A)\.$")
_CLOCK = re.compile(r"\b[ap]\.m\.$")
_AFTER_CLOCK = re.compile(r"\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][A-Z]+\b|[A-Z][a-z]+ time\b)")
_DIGIT_FOLLOWS = re.compile(r"\s+\d")
_SEPTEMBER = re.compile(r"\bSept\.$")  # the one month that sentencex does not know by its shorter form
_NAME_FOLLOWS = re.compile(rf"\s+(?!(?:{_STARTERS}|I)\b)[A-Z]")
_GOES_ON = re.compile(r"\s*(?:[a-z]|[—–-]+\s|$)")
_LOOK_BACK = 40  # characters that hold any abbreviation or name before an end
_WORD = re.compile(r"[^\W_]")
_SPEAKS = (
    r"(?:said|says|asked|asks|cried|shouted|shouts|replied|answered|added|wrote|wondered|demanded|exclaimed|yelled|told"
    r"|recalled|explained|joked|continued|tweeted|posted|quipped|whispered|insisted|warned|declared|remarked|noted)"
)
_ATTRIBUTION = re.compile(rf"\s+(?:(?!(?:The|It|They)\b)[A-Z][\w.’'-]*\s+){{1,4}}{_SPEAKS}\b")
_MISSED = re.compile(
    rf"\w[ \u00a0]?(?:…|\.{{3}})[”’\"']*(?=\s+(?:{_STARTERS})\b)|"  # a sentence that trails off
    r"\b(?:no|me|ill|art|miss|ore|fig|may|mar)\.(?=[”’\"')]*\s+[A-Z“‘\"])"  # words, not the abbreviations spelled like them
    r"|\bMay\.(?=[”’\"')]*\s+[A-Z\d“‘\"])"  # a month that has no shorter form
    r"|(?<=[a-z]{2})[.!?][”\"’]?(?:\d{1,2}|(?:\[\d{1,3}\])+)(?=\s+[A-Z“‘\"])"  # the number of a footnote
    r"|(?<=[a-z]{3}\.)(?=\s+[\d$€£][\d,.]*\s+[a-z])"  # a sentence that begins with a number
)
_ASIDE = re.compile(r"(?:\A|(?<=[.!?”’\"]\s))\([A-Z“‘\"][^()]*[.!?][”’\"']*\)(?=\s+[A-Z“‘\"(\d])")


def sentencex_ends(words: str) -> list[int]:
    """Where sentencex ends the sentences of a text in English, offsets in characters."""
    from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]

    return [int(boundary["end_index"]) for boundary in get_sentence_boundaries("en", words)]


def sentence_ends(words: str, ends_of: Callable[[str], Iterable[int]] = sentencex_ends) -> list[int]:
    """Where the sentences of one paragraph end, in order; the last end, that of the paragraph, is left out.

    A quotation's sentences are sentences; its closing marks, and who said it, stay with the sentence that they follow.

    Args:
        words: the paragraph.
        ends_of: what finds the ends in a text without quotation marks.
    """
    shown = _HIDDEN.sub(lambda match: " " * len(match[0]), words)
    first = len(shown) - len(shown.lstrip())
    ends = set()
    for end in (*ends_of(shown), *_missed(words)):
        while end and shown[end - 1].isspace():
            end -= 1
        closing = _CLOSING.match(words, end)
        end = closing.end() if closing else end
        if end > first and not _goes_on(words, end):
            ends.add(end)
    return _with_words(words, sorted(ends))


def _with_words(words: str, ends: list[int]) -> list[int]:
    """The ends between two stretches that hold a letter or digit each: dots and dashes alone are no sentence."""
    kept: list[int] = []
    start = 0
    for end in ends:
        if _WORD.search(words, start, end):
            kept.append(end)
            start = end
    return kept if _WORD.search(words, start) else kept[:-1]


def _missed(words: str) -> Iterator[int]:
    yield from (match.end() for match in _MISSED.finditer(words))
    for match in _ASIDE.finditer(words):
        yield from match.span()


def _goes_on(words: str, end: int) -> bool:
    """Whether the sentence goes on after what looks like its end."""
    if _GOES_ON.match(words, end):
        return True
    before = words[max(0, end - _LOOK_BACK) : end]
    if _BEFORE_A_NAME.search(before) or (_CLOCK.search(before) and _AFTER_CLOCK.match(words, end)):
        return True
    if _SEPTEMBER.search(before) and _DIGIT_FOLLOWS.match(words, end):
        return True
    if _INITIALS.search(before) and not _PLACES.search(before) and _NAME_FOLLOWS.match(words, end):
        return True
    return bool(re.search(r"[?!][”’\"']+$", before) and _ATTRIBUTION.match(words, end))
