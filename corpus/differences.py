"""Why two figures for one thing differ: a later count, another scope, rounding, another source, or a plain conflict."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clipfile.corpus.article import Article, Span
from clipfile.corpus.as_of import holds_at_a_date
from clipfile.corpus.compare_figures import ABOUT_SLACK, Reason, compare_values
from clipfile.corpus.figures import Figure
from clipfile.corpus.measured import Likeness, key_words, same_thing
from clipfile.corpus.measures import measures_in
from clipfile.corpus.scopes import Scope, scopes_apart, scopes_in
from clipfile.corpus.subject_measured import MOVES
from clipfile.corpus.times import MONTHS, WEEKDAYS, period
from clipfile.corpus.units import CURRENCIES, PEOPLE, unit_named
from clipfile.corpus.voice import Voice, VoiceKind


class Why(StrEnum):
    """Why two figures for one thing differ; `DIFFER` where nothing tells, and `ROUNDING` is no disagreement."""

    LATER_UPDATE = "later update"
    OTHER_SCOPE = "other scope"
    OTHER_ATTRIBUTION = "other attribution"
    CONFLICT = "conflict"
    ROUNDING = "rounding"
    DIFFER = "differ"


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure in the sentence that states it, with the sentence's other figures and its voice."""

    article: Article
    sentence: Span
    figure: Figure
    voice: Voice
    others: tuple[Figure, ...] = ()

    @property
    def words(self) -> str:
        """The sentence, verbatim."""
        return self.article.quote(self.sentence)

    @property
    def span(self) -> Span:
        """Where the figure stands in the article."""
        return Span(self.figure.start, self.figure.end)


@dataclass(frozen=True, slots=True)
class Difference:
    """Why two figures differ, and the words on either side that decide it, as spans of their articles."""

    why: Why
    one: Span
    other: Span

    @property
    def turned(self) -> "Difference":
        """The same seen from the other side."""
        return Difference(self.why, self.other, self.one)


_DAYS = "|".join(name.capitalize() for name in (*WEEKDAYS, *MONTHS))
_GROWING = frozenset(
    "killed|injured|missing|displaced|arrested|kidnapped|infected|destroyed|damaged|deployed|without power".split("|")
)
_GOES_ON = (
    r"(?i:now|so far|still|to date|latest|revised|remain(?:s|ed)?|as of|as at|first count|initial(?:ly)?|preliminary|"
    r"and counting|earlier (?:count|figure|toll)|final (?:count|toll|figure))\b"
    rf"|[Bb]y (?:then\b|the (?:end|evening|morning|weekend)\b|(?:(?:early|late|mid) )?(?:\d+ )?(?:{_DAYS})\b(?: \d+)?)"
)
_HAS_MOVED = (
    r"(?i:(?:has|have|had) (?:since )?(?:risen|climbed|grown|reached|fallen|dropped|passed|doubled|tripled|swelled|jumped)|"
    r"(?:has|have) (?:raised|lowered|cut) (?:its|their|the)|rose|climbed|grew|up from|down from)\b"
)
_UPDATE = re.compile(rf"\b(?:{_GOES_ON}|{_HAS_MOVED})")
_UNFINISHED = re.compile(rf"\b(?:{_GOES_ON})")  # of the earlier of two: that it rose to that figure tells nothing
_CLAUSE = re.compile(
    r"[;:()–—]|,\s|\sbut\s|\swhile\s"
    r"|\sand (?=(?:will|would|should|could|may|might|must|shall|has|have|had|is|are|was|were|wants?|plans?|hopes?)\b)"
)
_COSTS = re.compile(r"\b(?:will|would|may|could|might) (?:cost|come to|amount to|be worth)\b")  # a price, no plan
_PLAN = re.compile(
    r"\b(?:would|will|should|could|may|might|must|shall|wants? to|wanted to|plans? to|planned to|hopes? to|intends? to|"
    r"aims? to|expected to|set to|slated|pledged to|promised to|about to|to be|"
    r"(?:ask|call)(?:s|ed|ing) for|demand(?:s|ed|ing)|(?:target|goal|ceiling|quota) of)\b"
)
_TELLING = key_words("said says told reported announced added people")
_COUNTED_BY = re.compile(
    r"\b(?:according to|by the count of|as counted by|on the estimate of|as estimated by|by the reckoning of)\s+[^,.;]{3,60}"
    r"|^(?:The|A|An|[A-Z][\w’'-]+)\s(?:[\w’'-]+\s){0,5}(?:counted|counts|recorded|registered|tallied|estimates|estimated|put)\b"
)
_MORE = re.compile(r"\b(?:additional|extra)\b|\d\s+more\b", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\b(?:another|further)\b", re.IGNORECASE
)  # of the dead and missing it means as well as the others
_OTHERS = re.compile(r"\s+(?:in|of|from) (?:other|further|additional)\b")
_THAN = re.compile(r"\s+(?:\w+\s+)?(?:more|fewer|less|higher|lower)\s+than\b")
_CHANGE = re.compile(  # a figure behind it is the difference, not the value
    rf"\b(?:{MOVES}|(?:is|was|are|were) (?:up|down)"
    rf"|(?:{MOVES}|raised|lowered|reduced|cut|up|down)(?:\s+(?!to\b|from\b|at\b)[\w’'-]+){{0,4}}?\s+by)\s+$"
)
_ONCE = re.compile(
    r"\bwhen (?:it|he|she|they|the)\b|\bon the (?:night|day|morning|evening) (?:of|that)\b", re.IGNORECASE
)
_AT_ONCE = 3  # days within which two articles report one state of things
_ALIKE = 0.4  # share of the shorter sentence's words that two sentences must share where a figure says little itself


def differences(
    one: Sequence[Stated], other: Sequence[Stated], one_matter: bool = False
) -> list[tuple[Stated, Stated, Difference]]:
    """The pairs of figures of two quotes that differ, with the reason.

    A figure that the other quote has too is not set against its other figures. `one_matter` says that both quotes are known to
    be about one thing, so that figures which say little themselves are compared.
    """
    matched = {id(each) for a in one for b in other if _equal(a, b) for each in (a, b)}
    left, right = ([each for each in side if id(each) not in matched] for side in (one, other))
    return [(a, b, why) for a in left for b in right if (why := difference(a, b, one_matter))]


def _equal(a: Stated, b: Stated) -> bool:
    return (
        same_thing(a.figure, b.figure) is not Likeness.OTHER and compare_values(a.figure, b.figure) is Reason.SAME_VALUE
    )


def difference(a: Stated, b: Stated, one_matter: bool = False) -> Difference | None:
    """Why two figures differ; `None` if they are equal, or may not measure the same thing.

    Symmetric but for the order of the words that decide.
    """
    if not _same(a, b, one_matter):
        return None
    reason = compare_values(a.figure, b.figure)
    if reason is Reason.SAME_VALUE:
        return None
    apart = reason is Reason.APART
    limits = scopes_apart(scopes_of(a), scopes_of(b))
    if limits and apart:
        return Difference(Why.OTHER_SCOPE, _place(a, limits[0]), _place(b, limits[1]))
    if not limits and (apart or _moved_on(a.figure, b.figure)) and (update := _update(a, b)):
        return update
    if not apart:
        return Difference(Why.ROUNDING, a.span, b.span) if reason is not Reason.FAR_WITHIN_BOUND else None
    return _attribution(a, b) or _conflict(a, b) or Difference(Why.DIFFER, a.span, b.span)


def _same(a: Stated, b: Stated, one_matter: bool) -> bool:
    """Whether two figures measure the same thing; where they say little themselves, their sentences must be alike."""
    likeness = same_thing(a.figure, b.figure)
    if likeness is Likeness.OTHER:
        return False
    if any(says(a) != says(b) for says in (_is_further, _is_change, is_planned)) or any(map(_is_left_behind, (a, b))):
        return False
    plain = any(_is_plain(each.figure) for each in (a, b))
    if one_matter or (likeness is Likeness.SAME and not plain):
        return True
    return (plain or a.figure.unit not in CURRENCIES) and _alike(a, b) >= _ALIKE


def _is_change(stated: Stated) -> bool:
    """Whether a figure says by how much something moves, not where it stands: "rose 4 percent", "was cut by 25"."""
    return bool(_CHANGE.search(stated.article.text, stated.sentence.start, stated.figure.start))


def is_planned(stated: Stated) -> bool:
    """Whether a figure is what is meant to be, not what is: "wants to send 2,500", "would rise to 30", "initially slated"."""
    left, right = clause_of(stated)
    price = stated.figure.unit in CURRENCIES and _COSTS.search(stated.words, left, right)
    return not price and bool(_PLAN.search(stated.words, left, right))


def _is_left_behind(stated: Stated) -> bool:
    """Whether a figure is what another is set against: the 14 of "from 14 to nine", "fewer than the 14 promised", "not 14"."""
    text, figure = stated.article.text, stated.figure
    left = text.endswith("from ", 0, figure.start) and text.startswith(" to ", figure.end)
    return left or text.endswith(("than the ", " not "), 0, figure.start)


def clause_of(stated: Stated) -> tuple[int, int]:
    """Where the figure's clause begins and ends in its sentence."""
    at = stated.figure.start - stated.sentence.start
    ends = [match.span() for match in _CLAUSE.finditer(stated.words)]
    left = max((end for _, end in ends if end <= at), default=0)
    return left, min((start for start, _ in ends if start >= at), default=len(stated.words))


def _is_further(stated: Stated) -> bool:
    """Whether a figure says how many come on top: "another 12", "$4 million in other gifts", "40 fewer than in 2019"."""
    text, figure = stated.article.text, stated.figure
    before = text[max(stated.sentence.start, figure.start - 16) : figure.end]
    behind = _THAN.match(text, figure.end) or _OTHERS.match(text, figure.end)
    return bool(_MORE.search(before) or behind) or (bool(_ANOTHER.search(before)) and not _is_growing(figure))


def _is_plain(figure: Figure) -> bool:
    """Whether a figure says next to nothing of what it counts: "300", "about 20 people"."""
    words = key_words(f"{figure.counted or ''} {figure.base or ''}") - {PEOPLE}
    return not words and figure.unit != "magnitude"


def _alike(a: Stated, b: Stated) -> float:
    """Share of the shorter sentence's key words that the other has too, 0 to 1."""
    one, other = (key_words(each.words) - _TELLING for each in (a, b))
    return len(one & other) / max(1, min(len(one), len(other)))


def scopes_of(stated: Stated) -> list[Scope]:
    """What limits a figure in its sentence, nearest first of each kind."""
    start = stated.sentence.start
    others = [Span(each.start - start, each.end - start) for each in stated.others]
    here = Span(stated.figure.start - start, stated.figure.end - start)
    return scopes_in(stated.words, here, others, stated.article.published)


def _place(stated: Stated, scope: Scope | None) -> Span:
    start = stated.sentence.start
    return Span(start + scope.start, start + scope.end) if scope else stated.span


def _moved_on(a: Figure, b: Figure) -> bool:
    """Whether two counts that need not clash are far apart: "at least 19" and "at least 41", "about 600" and "nearly 700"."""
    one, other = (figure.low if figure.low is not None else figure.high or 0.0 for figure in (a, b))
    return _is_growing(a) and _is_growing(b) and abs(one - other) > ABOUT_SLACK * max(one, other)


def _is_growing(figure: Figure) -> bool:
    words = f"{figure.unit} {figure.counted or ''}"
    return figure.unit not in CURRENCIES and any(name in _GROWING for _, name in measures_in(words))


def _update(a: Stated, b: Stated) -> Difference | None:
    order = _order(a, b)
    cues = [_cue(each, _UNFINISHED if order * sign < 0 else _UPDATE) for each, sign in ((a, 1), (b, -1))]
    changes = holds_at_a_date(a.figure.unit) or (any(cues) and not _is_length(a.figure))
    once = not any(cues) and any(_ONCE.search(each.words) for each in (a, b))
    if order == 0 or not changes or once:
        return None
    told = any(cues) or (_is_growing(a.figure) and _is_growing(b.figure)) or bool(a.figure.as_of and b.figure.as_of)
    if not told:
        return None
    return Difference(Why.LATER_UPDATE, cues[0] or a.span, cues[1] or b.span)


def _cue(stated: Stated, pattern: re.Pattern[str]) -> Span | None:
    """The words in the figure's clause, or at the beginning of the sentence, that say that the count goes on."""
    left, right = clause_of(stated)
    for match in pattern.finditer(stated.words):
        if match.start() == 0 or left <= match.start() < right:
            return Span(stated.sentence.start + match.start(), stated.sentence.start + match.end())
    return None


def _is_length(figure: Figure) -> bool:
    unit = unit_named(figure.unit)
    return unit is not None and unit.dimension in ("length", "time")


def _order(a: Stated, b: Stated) -> int:
    """-1 if the first figure holds before the second one, 1 if after, 0 if nothing tells."""
    days = [_days(each) for each in (a, b)]
    first, second = days
    if first is None or second is None:
        return 0
    if first[1] < second[0] or (first[0] < second[0] and first[1] < second[1]):
        return -1
    return 1 if second[1] < first[0] or (second[0] < first[0] and second[1] < first[1]) else 0


def _days(stated: Stated) -> tuple[date, date] | None:
    """First and last day on which a figure can hold: of a period its end, else when the article appeared."""
    published = stated.article.published
    if stated.figure.as_of:
        first, last = period(stated.figure.as_of)
        if published and last > published.last_day:
            return (first, published.last_day)
        return (last, last) if first != last else (first, last)
    return (published.first_day, published.last_day) if published else None


def is_later(a: Stated, b: Stated) -> bool:
    """Whether the second figure holds at a later time than the first."""
    return _order(a, b) < 0


def _attribution(a: Stated, b: Stated) -> Difference | None:
    """Different sources for the two, both named."""
    one, other = _source(a), _source(b)
    if one is None or other is None or _head(one[0]) == _head(other[0]):
        return None
    return Difference(Why.OTHER_ATTRIBUTION, one[1], other[1])


def _source(stated: Stated) -> tuple[str, Span] | None:
    if stated.voice.kind is not VoiceKind.ASSERTED and stated.voice.speaker:
        return stated.voice.speaker, stated.voice.evidence or stated.span
    match = _COUNTED_BY.search(stated.words)
    if match is None:
        return None
    start = stated.sentence.start
    return match[0], Span(start + match.start(), start + match.end())


def _head(speaker: str) -> str:
    words = re.findall(r"\w+", speaker.lower())
    return words[-1] if words else ""


def _conflict(a: Stated, b: Stated) -> Difference | None:
    """Two outlets that say it in their own words, or one source that says both, at one time or of what does not change."""
    if (_source(a) is None) != (_source(b) is None):
        return None
    one, other = _days(a), _days(b)
    at_once = one is None or other is None or _order(a, b) == 0 or abs((other[0] - one[0]).days) <= _AT_ONCE
    return Difference(Why.CONFLICT, a.span, b.span) if at_once or _is_length(a.figure) else None
