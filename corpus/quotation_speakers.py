"""Who says each quotation: the attribution beside it, or the one that it goes on from."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from clipfile.corpus.article import Span
from clipfile.corpus.reported import Reported, Said
from clipfile.corpus.reporting_verbs import VERB_FORMS
from clipfile.corpus.speech import Speech
from clipfile.corpus.words import QUOTED

_UNKNOWN = Said(None, None)
_FEWEST_REPEATED = 5  # words that, standing twice, are one quotation and its repetition
_ASKS = re.compile(r"\?[”’»\"']+$")
_ON_PAGE = frozenset("below above here left right pictured overleaf".split())
_LETTERS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A quotation with the sentences that it lies in, and who says it where one of these tells.

    first, last: the numbers of its sentences.
    beside: the attribution beside it; `None` where its sentences hold nothing but the quotation.
    letters: its words in lower case, one space between them.
    """

    speech: Speech
    first: int
    last: int
    beside: Said | None
    letters: str


def speakers_of_quotations(text: str, reported: Sequence[Reported], speech: Sequence[Speech]) -> list[Said | None]:
    """For each sentence who says its (first) quotation; `None` for a sentence without one."""
    quotations = _quotations(text, reported, speech)
    repeated = [one for one in quotations if one.beside and one.beside.speaker and one.letters]
    found: list[Said | None] = [None] * len(reported)
    said: list[Said] = []
    for n, one in enumerate(quotations):
        who = one.beside or _continued(quotations, said, n)
        who = who or _in_paragraph(reported, found, one) or _repeated(one, repeated)
        said.append(who or _from_paragraph_before(text, reported, found, one))
        for number in range(one.first, one.last + 1):
            found[number] = found[number] or said[-1]
    _fill_opening(reported, found, quotations)
    return found


def _fill_opening(reported: Sequence[Reported], found: list[Said | None], quotations: Sequence[_Quoted]) -> None:
    """Gives what a text opens with to whoever the next paragraph is about, if they are the first to be quoted after it."""
    opening = quotations[0] if quotations and quotations[0].first == 0 and quotations[0].beside is None else None
    if opening is None or len(quotations) == 1 or found[0] is not _UNKNOWN:
        return
    following = next((one for one in reported[opening.last + 1 :] if one.paragraph > reported[0].paragraph), None)
    about = _acts(following) if following else None
    said = found[quotations[1].first]
    if about and about.speaker and said and said.speaker and about.speaker.name == said.speaker.name:
        for number in range(opening.last + 1):
            found[number] = about


def _quotations(text: str, reported: Sequence[Reported], speech: Sequence[Speech]) -> list[_Quoted]:
    starts = [one.sentence.start for one in reported]
    found: list[_Quoted] = []
    for one in speech:
        first = max(bisect_right(starts, one.span.start) - 1, 0)
        last = max(bisect_right(starts, one.span.end - 1) - 1, first)
        if one.few and not any(each.sources for each in reported[first : last + 1]):
            continue
        words = _LETTERS.findall(text[one.span.start : one.span.end].lower())
        letters = " ".join(words) if len(words) >= _FEWEST_REPEATED else ""
        found.append(_Quoted(one, first, last, _beside(reported[first], reported[last], one.span), letters))
    return found


def _beside(first: Reported, last: Reported, span: Span) -> Said | None:
    """The attribution in the quotation's own sentences; unknown where they hold other words and none attributes."""
    after = [one for one in last.sources if one.span and one.span.start >= span.end]
    before = [one for one in first.sources if one.span and one.span.end <= span.start]
    if after and first.sentence.start == span.start:
        return after[0]
    if before:
        return before[-1]
    if after:
        return after[0]
    if _stands_alone(first) and _stands_alone(last):
        return None
    around = [one for one in (*first.sources, *last.sources) if one.span and one.span.overlaps(span)]
    if around:
        return around[0]
    leads_in = [word.lower for word in first.words if word.end <= span.start][-1:]
    introduced = leads_in in (["as"], ["that"], [":"]) and first.subject and not _is_pointed_at(first)
    return Said(first.subject, first.sentence) if introduced else _UNKNOWN


def _is_pointed_at(one: Reported) -> bool:
    """Whether a sentence says where on the page somebody is to be found: "Ann Lee is below:"."""
    before = [word.lower for word in one.words if not word.is_mark][-1:]
    return bool(one.subject and one.subject.is_person and before and before[0] in _ON_PAGE)


def _stands_alone(one: Reported) -> bool:
    """Whether the sentence holds nothing but what is quoted, or names its speaker only as "it"."""
    own = [word.lower for word in one.words if word.text != QUOTED and not word.is_mark]
    return not own or (len(own) == 2 and own[0] == "it" and own[1] in VERB_FORMS and not one.sources)


def _continued(quotations: Sequence[_Quoted], said: Sequence[Said], n: int) -> Said | None:
    """The speaker of the other parts of a quotation over several paragraphs."""
    continues = quotations[n].speech.quotation.continues
    if continues and n and said[n - 1].speaker:
        return said[n - 1]
    later = n + 1
    while later < len(quotations) and quotations[later].speech.quotation.continues:
        if quotations[later].beside:
            return quotations[later].beside
        later += 1
    return said[n - 1] if continues and n else None


def _in_paragraph(reported: Sequence[Reported], found: Sequence[Said | None], one: _Quoted) -> Said | None:
    """The one who speaks, or acts, before a quotation in its paragraph."""
    for number in range(one.first - 1, -1, -1):
        if reported[number].paragraph != reported[one.first].paragraph:
            break
        who = _speaks(reported[number], found[number])
        if who:
            return who
    return None


def _speaks(one: Reported, quoted: Said | None) -> Said | None:
    """Who speaks in a sentence, or acts in it so that a quotation after it is theirs."""
    if quoted:
        return one.sources[-1] if one.sources and one.sources[-1].speaker else quoted
    if one.sources:
        return one.sources[-1]
    return _acts(one)


def _acts(one: Reported) -> Said | None:
    if one.subject and one.subject.is_person and not one.subject.plural:
        return Said(one.subject, one.sentence)
    return None


def _repeated(one: _Quoted, known: Sequence[_Quoted]) -> Said | None:
    """The speaker of the same words elsewhere in the article, as of a quotation set apart from the column."""
    if not one.letters:
        return None
    return next((each.beside for each in known if one.letters in each.letters or each.letters in one.letters), None)


def _from_paragraph_before(text: str, reported: Sequence[Reported], found: Sequence[Said | None], one: _Quoted) -> Said:
    """The speaker of a quotation that opens a paragraph: of the paragraph before, or of the sentence after it."""
    before = _ends_paragraph(text, reported, found, one.first - 1) if one.first else None
    after = None
    if one.last + 1 < len(reported) and reported[one.last + 1].paragraph == reported[one.last].paragraph:
        following = reported[one.last + 1]
        after = following.sources[0] if following.sources else _acts(following)
    if before and after and before.speaker != after.speaker:
        return _UNKNOWN
    return before or after or _UNKNOWN


def _ends_paragraph(text: str, reported: Sequence[Reported], found: Sequence[Said | None], number: int) -> Said | None:
    """The one who speaks at the end of a paragraph, or alone in it."""
    last = reported[number]
    words = text[last.sentence.start : last.sentence.end]
    quoted = found[number]
    if quoted:
        return None if _ASKS.search(words) and _stands_alone(last) else _speaks(last, quoted)
    if last.sources:
        return last.sources[-1]
    if words.endswith(":"):
        return Said(last.subject, last.sentence) if last.subject else None
    speakers = {last.subject.name} if last.subject is not None and last.subject.is_person else set()
    all_said: list[Said] = []
    while number >= 0 and reported[number].paragraph == last.paragraph:
        all_said[:0] = [who for who in (found[number], *reported[number].sources) if who]
        number -= 1
    speakers |= {who.speaker.name if who.speaker else "" for who in all_said}
    return all_said[-1] if all_said and len(speakers) == 1 else None
