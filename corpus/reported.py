"""What each sentence reports of others' words: its attributions, with whoever each of them means."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from clipfile.corpus.appositions import is_introduced
from clipfile.corpus.article import Span
from clipfile.corpus.attributions import Attribution, after_quotation, attributions_in
from clipfile.corpus.datelines import after_dateline
from clipfile.corpus.descriptions import described
from clipfile.corpus.grammar_words import (
    BE,
    DETERMINERS,
    DOCUMENT_NOUNS,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TITLES,
)
from clipfile.corpus.people import People, Person, may_be_named, people_in
from clipfile.corpus.phrases import capitalised_runs, core_of, is_human, is_institution, is_source
from clipfile.corpus.roles import split_title
from clipfile.corpus.speaker import Noted, Speaker
from clipfile.corpus.speakers import owner_of, resolve, speaker_of
from clipfile.corpus.speech import Speech
from clipfile.corpus.subjects import main_subject
from clipfile.corpus.transcripts import Turn, initials_of
from clipfile.corpus.words import QUOTED, Word, as_name, word_of, words_of

_OWN = frozenset("its his her their a an".split())
_JOINS = frozenset("and of from at for in 's '".split())
_SELF_NAMED = re.compile(
    r"\b(?:gave (?:his|her|their) (?:first )?name (?:only |just |simply )?as"
    r"|asked to be (?:called|identified|named)(?: only)?(?: as| by)?|identified (?:him|her)self (?:only )?as) ([A-Z][\w’'-]+)"
)
_ASKS_BEFORE = re.compile(
    r"(?<!\bI )(?<!\b[Ww]e )"
    r"\b(?:(?:sp(?:oke|eaks|oken)|talk(?:ed|s)|sat down|in conversation) (?:to|with)|told|interview(?:ed)? (?:by|with)) $"
)
_INITIALS = 3  # letters at the most of a label that is no name
_CLOSING = 3  # marks at the most that end a question in emphasis
_NEAR = 30  # characters before a name that tell
_REMEMBERED = 200  # mentions back to which "the spokeswoman" can point


@dataclass(frozen=True, slots=True)
class Said:
    """Who is said to have said something, and the words that say so; `None` where the text does not tell.

    is_aside: whether they attribute the whole sentence, not a clause of it.
    """

    speaker: Speaker | None
    span: Span | None
    is_aside: bool = False


@dataclass(frozen=True, slots=True)
class Reported:
    """A sentence and what it reports.

    paragraph: the number of its paragraph.
    words: its words, each quotation as one mark.
    sources: its attributions in order.
    subject: whom the sentence is about, where that is a person or an institution and does something.
    answers: who is interviewed, where the sentence belongs to an interview.
    """

    sentence: Span
    paragraph: int
    words: tuple[Word, ...]
    sources: tuple[Said, ...] = ()
    subject: Speaker | None = None
    answers: Speaker | None = None


def reported_in(
    text: str, sentences: Sequence[Span], paragraphs: Sequence[int], speech: Sequence[Speech], turns: Sequence[Turn]
) -> list[Reported]:
    """What each sentence reports, in their order.

    Args:
        text: the article's text.
        sentences: its sentences in order.
        paragraphs: the number of each sentence's paragraph.
        speech: the quotations, in order.
        turns: the turns, if it is an interview.
    """
    quoted = [one.span for one in speech]
    starts = [after_dateline(text, _start(sentence, turns)) for sentence in sentences]
    words = [words_of(text, Span(start, one.end), quoted) for start, one in zip(starts, sentences, strict=True)]
    people = people_in(text, words)
    words = [_with_name(one, people) for one in words]
    above = [one for one in words if turns and one and one[-1].end <= turns[0].label_span.start]
    introduced, full_names = _introduced(text, turns, people, above), _full_names(text, turns)
    noted: list[Noted] = []
    found: list[Reported] = []
    told = 0  # paragraphs with words of the article's own; a pronoun reaches over any number of quotations
    for number, sentence in enumerate(sentences):
        opens = number == 0 or paragraphs[number] != paragraphs[number - 1]
        own = [word for word in words[number] if word.text.isalpha()]  # no quotation, and no time above an entry
        if opens and own:
            told += 1
        turn = next((one for one in turns if one.speech.overlaps(sentence)), None)
        answers = _interviewed(turn, turns, people, introduced, full_names) if turn else None
        sources, subject = _read(text, words[number], people, noted, told, answers if turn and turn.asks else None)
        found.append(Reported(sentence, paragraphs[number], tuple(words[number]), sources, subject, answers))
    return found


def _with_name(words: list[Word], people: People) -> list[Word]:
    """The words of a sentence, those that open it or follow a mark known for names if the article names somebody so."""
    opening = [n == 0 or words[n - 1].is_mark for n in range(len(words))]
    return [
        as_name(word) if opens and word.is_capitalised and people.called([word.text]) else word
        for word, opens in zip(words, opening, strict=True)
    ]


def _start(sentence: Span, turns: Sequence[Turn]) -> int:
    """Where the sentence begins, without the label of its turn."""
    return next((one.speech.start for one in turns if sentence.start < one.speech.start < sentence.end), sentence.start)


def _interviewed(
    turn: Turn, turns: Sequence[Turn], people: People, introduced: Sequence[Person], full_names: Mapping[str, str]
) -> Speaker | None:
    """Who speaks in a turn; for a question, who answers it."""
    label = turn.label
    if turn.asks:
        after = [one.label for one in turns if not one.asks and one.speech.start > turn.speech.start]
        if not after:
            return None
        label = after[0]
    named = people.called(label.split())
    if not named and 1 < len(label) <= _INITIALS and label.isupper():
        named = [one for one in people.everybody if initials_of(one.name) == label]
    if not named and label.lower() in ("a", "answer"):
        told = [one for one in people.everybody if not any(_holds(each.speech, one.start) for each in turns[:-1])]
        named = list(introduced) or (told if len(told) == 1 else [])
    if named:
        return speaker_of(named[0])
    return (
        Speaker(full_names.get(label, label), is_named=True)
        if (len(label) > _INITIALS or not label.isupper()) and label.lower() != "answer"
        else None
    )


def _holds(span: Span, place: int) -> bool:
    return span.start <= place < span.end


def _introduced(text: str, turns: Sequence[Turn], people: People, sentences: Sequence[Sequence[Word]]) -> list[Person]:
    """The one person who is named in the sentences above an interview, apart from whoever they spoke to."""
    above = text[: turns[0].label_span.start] if turns else ""
    found = [one for one in people.everybody if _is_introduced(one.name, above)]
    found = found or [one for one in may_be_named(text, sentences) if _is_introduced(one.name, above)]
    return found if len(found) == 1 else []


def _full_names(text: str, turns: Sequence[Turn]) -> dict[str, str]:
    """The full names of those whose turns stand under a surname, where they are named above the interview."""
    above = text[: turns[0].label_span.start] if turns else ""
    found: dict[str, str] = {}
    for label in {one.label for one in turns if " " not in one.label and len(one.label) > _INITIALS}:
        names = re.finditer(rf"\b([A-Z][\w’'-]+) (?:(?:de|van|von|al|el) )?{re.escape(label)}\b", above)
        name = next((each[0] for each in names if each[1].lower() not in DETERMINERS | TITLES), None)
        if name:
            found[label] = name
    return found


def _is_introduced(name: str, above: str) -> bool:
    places = [match.start() for match in re.finditer(rf"\b{re.escape(name)}\b", above)]
    return bool(places) and not any(_ASKS_BEFORE.search(above[max(0, place - _NEAR) : place]) for place in places)


def _read(
    text: str, words: Sequence[Word], people: People, noted: list[Noted], paragraph: int, addressed: Speaker | None
) -> tuple[tuple[Said, ...], Speaker | None]:
    """The sources and the subject of a sentence; whoever it speaks of is noted, in order."""
    attributions = attributions_in(words)
    if not attributions and words and words[0].text == QUOTED and text[words[0].end - 2] == ",":
        attributions = after_quotation(words)
    main = _without_verb(words, main_subject(words), people)
    owned = bool(words) and words[0].lower in ("his", "her") and any(one.speaker.is_person for one in noted)
    owner = owner_of(words[0], text, people, noted, paragraph) if owned else None
    if owner:
        noted.append(Noted(owner, paragraph - 1, False))
    subject: Speaker | None = None
    sources: list[Said] = []
    for _, phrase, attribution in sorted(_events(words, main, attributions, people), key=lambda one: one[0]):
        is_main = main is not None and phrase and phrase[0] is words[main.start]
        speaker = resolve(phrase, text, people, noted[-_REMEMBERED:], paragraph) if phrase else None
        if attribution is not None and speaker and _is_told(words, phrase, attribution, speaker):
            speaker = described(phrase, text)
        if is_main and main is not None and (name := _name_after(words, main.stop)):
            speaker = resolve(name, text, people, noted[-_REMEMBERED:], paragraph) or speaker
        if is_main and speaker and not speaker.is_named and (own := _SELF_NAMED.search(_plain(text, words))):
            speaker = replace(speaker, name=own[1], is_named=True)
        if attribution is not None:
            if phrase and phrase[0].lower == "you":
                if addressed is None or any(word.text == "?" for word in words[-_CLOSING:]):
                    continue  # "Will you testify?" tells nothing that was said
                speaker = addressed
            if (
                speaker is None
                and phrase
                and phrase[0].lower == "it"
                and not text.endswith("said", 0, attribution.span.end)
            ):
                continue
            sources.append(Said(speaker, attribution.span, attribution.is_aside))
        if attribution is None and phrase and phrase[0].lower == "it" and speaker and speaker.is_person:
            continue  # "It was plain": nobody's name that could be a company's
        if speaker is None or (is_main and attribution is None and _is_doubtful(words, phrase, speaker, text, people)):
            continue
        if attribution is not None and (document := _own_document(words, attribution)):
            speaker = replace(speaker, nouns=speaker.nouns | {document}, head="")
        acts = is_main and main is not None and main.stop < len(words) and words[main.stop].lower not in BE
        if is_main and (acts or speaker.is_person):
            subject = speaker
        told_to = _told_to(words, attribution) if attribution is not None else None
        other = owner_of(told_to, text, people, noted, paragraph) if told_to else None
        noted.append(Noted(speaker, paragraph, bool(is_main or attribution is not None or _opens(words, phrase))))
        if other and other.name != speaker.name:
            noted.append(Noted(other, paragraph, False))
    if owner and main is not None and not is_human(core_of(words[main.start : main.stop])[-1]):
        noted.append(Noted(owner, paragraph, True))  # "Her death was confirmed by her son" is about her
    return tuple(sources), subject


def _without_verb(words: Sequence[Word], main: range | None, people: People) -> range | None:
    """A subject that opens with a known name, cut after the name where what follows may be an unknown verb."""
    if main is None or len(main) < 2 or not words[main.start].is_capitalised:
        return main
    if words[main.start].lower in DETERMINERS:
        return _of_clause(words, main, people) or main
    run = next((one for one in capitalised_runs(words[: main.stop]) if one.start == main.start), None)
    if run is None or run.stop == main.stop:
        return main
    follows = words[run.stop]
    noun = follows.is_mark or is_human(follows) or is_institution(follows) or follows.lower in _JOINS
    return run if not noun and people.called([word.text for word in words[run.start : run.stop]]) else main


def _of_clause(words: Sequence[Word], main: range, people: People) -> range | None:
    """The name in "The first thing Ann Lee does is": the subject of a clause that no "that" opens."""
    run = next((one for one in capitalised_runs(words[: main.stop]) if one.stop == main.stop), None)
    if (
        run is None
        or run.start < main.start + 2
        or not people.called([word.text for word in words[run.start : run.stop]])
    ):
        return None
    before = words[main.start : run.start]
    of_name = before[-1].is_mark or before[-1].lower in _JOINS | PREPOSITIONS
    return None if of_name or any(is_human(word) or is_institution(word) for word in before) else run


Event = tuple[int, Sequence[Word], Attribution | None]


def _events(
    words: Sequence[Word], main: range | None, attributions: Sequence[Attribution], people: People
) -> Iterator[Event]:
    """Where the sentence names somebody, is about somebody, or says who said something."""
    taken: set[int] = set()
    for attribution in attributions:
        start = attribution.source[0].start if attribution.source else attribution.span.start
        taken |= {word.start for word in attribution.source}
        yield start, attribution.source, attribution
    if main is not None and words[main.start].start not in taken and not _introduces(words, main, attributions):
        phrase = words[main.start : main.stop]
        if not any(word.lower == "and" for word in phrase):
            taken |= {word.start for word in phrase}
        if is_source(phrase) or phrase[0].lower == "it":
            yield phrase[0].start, phrase, None
    for run in capitalised_runs(words):
        name = split_title(words[run.start : run.stop])[1]
        if name and name[0].start not in taken and people.called([word.text for word in name]):
            yield name[0].start, name, None


def _is_told(words: Sequence[Word], phrase: Sequence[Word], attribution: Attribution, speaker: Speaker) -> bool:
    """Whether the one whom "the clerk" would be another word for is spoken to: "the clerk told him"."""
    core = {word.lower for word in core_of(phrase)} - {"the"}
    other = phrase and phrase[0].lower == "the" and speaker.is_named and not core & speaker.nouns
    return bool(other and _told_to(words, attribution))


def _told_to(words: Sequence[Word], attribution: Attribution) -> Word | None:
    """The "him" or "her" of "the clerk told him", whoever that is."""
    after = next((n for n, word in enumerate(words) if word.start >= attribution.span.end), len(words))
    if after + 1 >= len(words) or words[after].lower not in ("him", "her"):
        return None
    following = words[after + 1]
    free = following.is_mark or following.lower in PREPOSITIONS | DETERMINERS | SUBORDINATORS | PERSONAL
    return word_of("his" if words[after].lower == "him" else "her", words[after].start) if free else None


def _plain(text: str, words: Sequence[Word]) -> str:
    return text[words[0].start : words[-1].end]


def _name_after(words: Sequence[Word], at: int) -> Sequence[Word]:
    """The name in "Her opponent is Ann Lee", where the verb stands at an index."""
    if at + 1 >= len(words) or words[at].lower not in BE:
        return ()
    run = next((one for one in capitalised_runs(words) if one.start == at + 1), range(0))
    return words[run.start : run.stop] if len(run) > 1 and words[min(run.stop, len(words) - 1)].is_mark else ()


def _introduces(words: Sequence[Word], main: range, attributions: Sequence[Attribution]) -> bool:
    """Whether the subject is what the source of an attribution is: "An architect who examined the wreck, Ann Lee, said"."""
    for attribution in attributions:
        at = next((n for n, word in enumerate(words) if attribution.source and word is attribution.source[0]), 0)
        if at > main.stop and words[at - 1].text == ",":
            name = (at, at + len(attribution.source))
            if words[main.stop].lower in RELATIVES and is_introduced(words, (main.start, at - 1), name):
                return True
    return False


def _is_doubtful(words: Sequence[Word], phrase: Sequence[Word], speaker: Speaker, text: str, people: People) -> bool:
    """Whether a sentence may open with a common noun that only looks like a name: "Circulation has risen"."""
    if len(phrase) > 1 or phrase[0].lower in PERSONAL or is_human(phrase[0]):
        return False
    if not speaker.is_named or people.called([phrase[0].text]):
        return False
    return re.search(rf"[a-z,;] {re.escape(phrase[0].text)}\b", text) is None


def _own_document(words: Sequence[Word], attribution: Attribution) -> str | None:
    """The report in "the inquiry said in its interim report" and "In its report, …", which "the report" can take up."""
    after = [word for word in words if word.start >= attribution.span.end][:6]
    first = [word for word in words if word.start < attribution.span.start][:6]
    for near in (after, first):
        if len(near) > 2 and near[0].lower == "in" and near[1].lower in _OWN:
            document = next((word.lower for word in near[2:] if word.lower in DOCUMENT_NOUNS), None)
            if document:
                return document
    return None


def _opens(words: Sequence[Word], phrase: Sequence[Word]) -> bool:
    """Whether a name is the subject of a clause that opens with "when", opens the sentence, or stands after its "was"."""
    last = next((n for n, word in enumerate(words) if phrase and word is phrase[-1]), 0)
    if last + 1 < len(words) and words[last + 1].lower in ("'s", "'"):
        return False
    if phrase and phrase[0] is words[0]:
        return True
    at = next((n for n, word in enumerate(words) if word is phrase[0]), 0)
    while at > 0 and words[at - 1].is_capitalised and not words[at - 1].is_mark:
        at -= 1
    return at > 0 and words[at - 1].lower in SUBORDINATORS | BE  # "Among them was Ann Lee"
