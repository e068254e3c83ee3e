"""Names of a claim against those of a sentence: found, known from the context, replaced by another, or not there."""

from dataclasses import dataclass

from clipfile.app.alignment import Alignment
from clipfile.app.claim_words import Word, words_in
from clipfile.app.countries import LONGEST_NAME, country_of
from clipfile.app.slot import InContext, Outcome, Slot, SlotKind
from clipfile.corpus.article import Span
from clipfile.index.tokens import FUNCTION_WORDS

_TITLES = frozenset(
    "mr mrs ms dr president prime minister king queen judge general secretary chief professor sir the senator governor "
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday in on at since until from by after before during".split()
)
_JOINS = frozenset("of the de la du and for".split())
REPLACED_FROM = 0.7  # share of the claim's other words that a sentence must hold for another name to stand instead


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `text[start:end]`: a country by its plain name, or the folded words of any other."""

    start: int
    end: int
    country: str | None
    words: frozenset[str]
    initials: str = ""

    def same_as(self, other: "Name") -> bool:
        """Whether the two name the same, as far as their words say."""
        if self.country or other.country:
            return self.country == other.country
        return bool(self.words & other.words) or bool(
            (self.initials and self.initials in other.words) or (other.initials and other.initials in self.words)
        )


def names_in(text: str) -> list[Name]:
    """Runs of capitalised words in order; one that only opens a sentence counts if a second follows it or it is known."""
    words = words_in(text)
    names, position = [], 0
    while position < len(words):
        country = _country_at(words, position)
        if country:
            names.append(country[0])
            position = country[1]
            continue
        end = _run_end(text, words, position)
        run = words[position:end]
        if run and _is_name(text, run):
            names.append(_name(run))
        position = max(end, position + 1)
    return names


def _country_at(words: tuple[Word, ...], position: int) -> tuple[Name, int] | None:
    for length in range(LONGEST_NAME, 0, -1):
        run = words[position : position + length]
        if len(run) < length or not run[0].is_capitalised or run[0].text == "Us":
            continue
        country = country_of(" ".join(word.lower for word in run))
        if country and (length > 1 or run[0].lower != "us" or run[0].text.replace(".", "").isupper()):
            return Name(run[0].start, run[-1].end, country, frozenset({country})), position + length
    return None


def _run_end(text: str, words: tuple[Word, ...], start: int) -> int:
    end = start
    while end < len(words):
        word = words[end]
        joined = end > start and not text[words[end - 1].end : word.start].strip(" -.")
        if end > start and not joined:
            break
        if end > start and _country_at(words, end):
            break
        if word.is_capitalised or (
            word.lower in _JOINS and end > start and end + 1 < len(words) and words[end + 1].is_capitalised
        ):
            end += 1
            continue
        break
    return end


def _is_name(text: str, run: tuple[Word, ...]) -> bool:
    telling = [word for word in run if word.term and word.lower not in _TITLES and word.is_capitalised]
    if not telling:
        return False
    before = text[: run[0].start].rstrip()
    opens = not before or before[-1] in '.!?“"‘:'
    return not opens or len(telling) > 1 or telling[0] is not run[0] or telling[0].text.isupper()


def _name(run: tuple[Word, ...]) -> Name:
    telling = [word for word in run if word.lower not in _TITLES and word.lower not in FUNCTION_WORDS]
    initials = "".join(word.lower[0] for word in telling) if len(telling) > 1 else ""
    return Name(run[0].start, run[-1].end, None, frozenset(word.lower for word in telling), initials)


def compare_names(claim: str, context: InContext, alignment: Alignment) -> list[Slot]:
    """One slot for each name of the claim; a clash where another name of its kind stands in the same statement."""
    own = names_in(claim)
    if not own:
        return []
    theirs = names_in(context.sentence)
    around = names_in(context.around)
    others = [each for each in theirs if not any(each.same_as(name) for name in own)]
    replaced = _others_covered(own, alignment) >= REPLACED_FROM
    slots = []
    for name in own:
        span = Span(name.start, name.end)
        found = next((each for each in theirs if each.same_as(name)), None)
        if found or name.words <= {word.lower for word in words_in(context.sentence)}:
            said = Span(found.start, found.end) if found else None
            slots.append(Slot(SlotKind.NAME, Outcome.MATCH, span, said, "same name"))
        elif any(each.same_as(name) for each in around):
            slots.append(Slot(SlotKind.NAME, Outcome.MATCH, span, None, "name in the context", sure=False))
        elif replaced and (instead := [each for each in others if bool(each.country) == bool(name.country)]):
            said = Span(instead[0].start, instead[0].end)
            slots.append(Slot(SlotKind.NAME, Outcome.CLASH, span, said, "another name", sure=False))
        else:
            slots.append(Slot(SlotKind.NAME, Outcome.SILENT, span, None, "name"))
    return slots


def _others_covered(own: list[Name], alignment: Alignment) -> float:
    """The share of the claim's words outside its names that the sentence holds."""
    rest = [
        position
        for position, word in enumerate(alignment.claim)
        if word.term and not any(name.start <= word.start < name.end for name in own)
    ]
    return sum(alignment.partners[position] >= 0 for position in rest) / len(rest) if rest else 0.0
