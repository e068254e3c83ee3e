"""Set phrases that attribute without a verb of saying: "according to Rask", "in Rask's words", "to Rask, it is"."""

from collections.abc import Sequence
from dataclasses import dataclass

from clipfile.corpus.clauses import is_adverb, is_past
from clipfile.corpus.grammar_words import AUXILIARIES, BE, COORDINATORS, HAVE, NOBODY, POSSESSIVES
from clipfile.corpus.phrases import is_source
from clipfile.corpus.reporting_verbs import VERB_FORMS, Form
from clipfile.corpus.subjects import main_subject, name_introduced, subject_after, subject_before
from clipfile.corpus.words import QUOTED, Word

_OPINIONS = frozenset("words view opinion telling estimation phrase judgement judgment".split())
_ACCOUNTS = frozenset("account reckoning admission estimate estimates count telling version figures numbers".split())
_CONVICTIONS = frozenset(
    "adamant convinced confident certain sure hopeful worried concerned optimistic doubtful sceptical"
    " skeptical unconvinced insistent fearful".split()
)
_VERDICTS = frozenset(
    "view position hope verdict conclusion message claim warning finding assessment argument opinion lesson answer response"
    " reply contention point belief explanation advice prediction complaint".split()
)
_LIGHT_VERBS = frozenset(  # which mean nothing without their noun: "made clear that", "took the view that"
    "make makes made let lets give gives gave given issue issues issued take takes took hold holds held offer offers offered"
    " reach reaches reached leave leaves left share shares shared come comes came".split()
)
_SAID = _VERDICTS | frozenset(
    "clear plain known slip assurance assurances guarantee guarantees warnings word notice promise doubt secret".split()
)
_SEES = frozenset(
    "sees saw understands understood remembers remembered recalls recalled describes described explains explained".split()
)
_POINTING = frozenset("it this that there".split())
_IN_NAMES = frozenset(("the", "of", "for", "and"))
_OPENINGS = frozenset("according to for in by on as if that this such so".split())
_WANTS = frozenset(("want", "wants", "wanted"))
_ASKS = frozenset("whether if why how what who when where".split())
_LONGEST = 12  # words of a source


@dataclass(frozen=True, slots=True)
class SetPhrase:
    """A phrase that attributes: from index `start` to before `stop`; `source` is the noun phrase in or after it."""

    start: int
    stop: int
    source: range


def set_phrase(words: Sequence[Word], at: int) -> SetPhrase | None:
    """The set phrase that begins at a word; `None` if none does."""
    lower = words[at].lower
    if lower in BE:
        return _is_all(words, at) or _is_convinced(words, at)
    if lower in _WANTS and [word.lower for word in words[at + 1 : at + 3]] == ["to", "know"]:
        return _wants_to_know(words, at)
    if lower in _LIGHT_VERBS:
        return _makes_clear(words, at)
    if lower not in _OPENINGS:
        return None
    following = words[at + 1].lower if at + 1 < len(words) else ""
    if lower == "according" and following == "to":
        source = subject_after(words, at + 2) or _up_to_mark(words, at + 2)
        if source and source.stop < len(words):
            source = name_introduced(words, source.start, source.stop) or source  # "according to its director, Ann Lee"
        return SetPhrase(at, at + 2, source) if source else None
    if lower in ("to", "for") and at == 0:
        return _to_somebody(words)
    if lower in ("as", "if"):
        return _as_seen(words, at)
    if lower == "on" and at > 0 and words[at - 1].text != ",":
        return None  # "sat on the minister's account"
    if lower in ("in", "by", "on"):
        return _in_words(words, at, _OPINIONS if lower == "in" else _ACCOUNTS)
    if lower in ("that", "this", "such") and at == 0 and following in BE:
        return _is_verdict(words)
    if lower == "so" and at > 0 and words[at - 1].text in (",", QUOTED):
        return _so_somebody(words, at)
    return None


def _to_somebody(words: Sequence[Word]) -> SetPhrase | None:
    """The phrase in "To Johnston, it is", "For the union, that is beside the point"."""
    source = subject_after(words, 1) if len(words) > 4 else None
    if source and words[0].lower == "for":
        judges = [word.lower for word in words[source.stop : source.stop + 3]]
        known = is_source(words[source.start : source.stop]) and judges[1:2] and judges[1] in _POINTING
        return SetPhrase(0, 1, source) if known and judges[0] == "," and judges[2:] in (["is"], ["'s"]) else None
    if (
        source
        and words[1].is_capitalised
        and len(source) <= 4
        and source.stop < len(words)
        and words[source.stop].text == ","
    ):
        return SetPhrase(0, 1, source)
    return None


def _in_words(words: Sequence[Word], at: int, nouns: frozenset[str]) -> SetPhrase | None:
    """The phrase in "in Rask's words", "in the view of the ministry", "by her own account"."""
    if at + 4 < len(words) and words[at + 1].lower == "the" and words[at + 2].lower in nouns:
        source = subject_after(words, at + 4) if words[at + 3].lower == "of" else None
        return SetPhrase(at, at + 4, source) if source else None
    if at + 2 < len(words) and words[at + 1].lower in ("my", "our", "your", "other"):
        return None
    for n in range(at + 2, min(at + 8, len(words))):
        if words[n].is_mark:
            return None
        if words[n].lower in nouns:
            if words[at].lower == "on" and not (n + 1 < len(words) and words[n + 1].is_mark):
                return None  # "On the minister's account was a coin"
            owner = next((m for m in range(n - 1, at, -1) if words[m].lower in POSSESSIVES), None)
            if owner is None or n - owner > 2:
                return None
            return SetPhrase(at, n + 1, range(at + 1, owner if owner > at + 1 else owner + 1))
    return None


def _is_all(words: Sequence[Word], at: int) -> SetPhrase | None:
    """The phrase in "“…,” was all she would say", "“…,” is how Rask put it"."""
    if at == 0 or words[at - 1].text != QUOTED or at + 3 >= len(words) or words[at + 1].lower not in ("all", "how"):
        return None
    for n in range(at + 3, min(at + 3 + _LONGEST, len(words))):
        form = VERB_FORMS.get(words[n].lower)
        if form and (form.form is Form.PAST or words[n - 1].lower in ("would", "could")):
            end = n - 1 if words[n - 1].lower in AUXILIARIES else n
            return SetPhrase(at, n + 1, range(at + 2 + (words[at + 2].lower == "that"), end))
    return None


def _wants_to_know(words: Sequence[Word], at: int) -> SetPhrase | None:
    """The phrase in "Rask wanted to know whether"."""
    source = subject_before(words, at) if at and at + 3 < len(words) and words[at + 3].lower in _ASKS else None
    known = source and words[source.start].lower not in NOBODY | {"i", "we", "you"}
    return SetPhrase(at, at + 3, source) if source and known else None


def _is_verdict(words: Sequence[Word]) -> SetPhrase | None:
    """The phrase in "That is the conclusion of a study"."""
    start = next((n for n in range(2, min(6, len(words))) if words[n].lower in _VERDICTS), None)
    if start is None or start + 2 >= len(words) or words[start + 1].lower not in ("of", "from"):
        return None
    source = subject_after(words, start + 2)
    return SetPhrase(0, start + 2, source) if source else None


def _is_convinced(words: Sequence[Word], at: int) -> SetPhrase | None:
    """The phrase in "Lee is adamant that", "Lee's view is that"."""
    following = [word.lower for word in words[at + 1 : at + 3]]
    if at == 0 or len(following) < 2:
        return None
    bare = following[0] in ("adamant", "convinced") and not words[at + 2].is_mark
    if following[0] in _CONVICTIONS and (following[1] == "that" or bare):
        source = subject_before(words, at)
        if source and words[source.start].lower in NOBODY | {"not"}:
            return None
        return SetPhrase(at, at + 2, source) if source and is_source(words[source.start : source.stop]) else None
    if following[0] == "of" and [word.lower in {*_VERDICTS, "that"} for word in words[at + 3 : at + 5]] == [True, True]:
        source = subject_before(words, at)  # "Lee is of the opinion that"
        return SetPhrase(at, at + 5, source) if source and is_source(words[source.start : source.stop]) else None
    if following[0] == "that" and words[at - 1].lower in _VERDICTS:
        owner = next((n for n in range(at - 2, -1, -1) if words[n].lower in POSSESSIVES), None)
        if owner is None or at - owner > 3:
            return None
        source = subject_before(words, owner) if words[owner].lower in ("'s", "'") else range(owner, owner + 1)
        return SetPhrase(at - 1, at + 2, source) if source else None
    return None


def _makes_clear(words: Sequence[Word], at: int) -> SetPhrase | None:
    """The phrase in "Lee has made it clear that", "Lee takes the view that", "Lee gave assurances that"."""
    noun = next((n for n in range(at + 1, min(at + 6, len(words) - 1)) if words[n].lower in _SAID), None)
    if noun is None or words[noun + 1].lower != "that" or any(word.is_mark for word in words[at:noun]):
        return None
    if noun + 2 < len(words) and (is_past(words[noun + 2]) or words[noun + 2].lower in AUXILIARIES):
        return None  # "gave him the warning that came by post"
    start = at
    while start > 0 and (words[start - 1].lower in HAVE or is_adverb(words[start - 1])):
        start -= 1
    joined = start > 0 and words[start - 1].lower in COORDINATORS
    source = main_subject(words) if joined else subject_before(words, start)
    if source is None or source.stop > start or not is_source(words[source.start : source.stop]):
        return None
    return None if words[source.start].lower in NOBODY | {"i", "we", "it"} else SetPhrase(at, noun + 1, source)


def _as_seen(words: Sequence[Word], at: int) -> SetPhrase | None:
    """The phrase in "as Lee sees it", "if Lee is to be believed"."""
    lower = [word.lower for word in words]
    for n in range(at + 2, min(at + _LONGEST, len(words) - 1)):
        seen = lower[at] == "as" and lower[n] in _SEES and lower[n + 1] == "it"
        believed = lower[at] == "if" and lower[n] in BE and lower[n + 1 : n + 4] == ["to", "be", "believed"]
        if seen or believed:
            return SetPhrase(at, n + 1, range(at + 1, n))
        if words[n].is_mark:
            return None
    return None


def _so_somebody(words: Sequence[Word], at: int) -> SetPhrase | None:
    """The phrase in "…, so Rask", as in text translated from German."""
    source = subject_after(words, at + 1)
    if source is None or (source.stop < len(words) and not words[source.stop].is_mark):
        return None
    phrase = words[source.start : source.stop]
    ends = all(word.is_mark for word in words[source.stop :]) and is_source(phrase)  # "…, so its spokesman Lars Hem."
    named = phrase[-1].is_capitalised and all(word.is_capitalised or word.lower in _IN_NAMES for word in phrase)
    pronoun = len(phrase) == 1 and phrase[0].lower in ("he", "she", "they")
    return SetPhrase(at, at + 1, source) if named or pronoun or ends else None


def _up_to_mark(words: Sequence[Word], start: int) -> range | None:
    end = start
    while end < len(words) and not words[end].is_mark and end - start < _LONGEST:
        end += 1
    return range(start, end) if end > start else None
