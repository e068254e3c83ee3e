"""Who does what to whom: the verbs and offices of a sentence with those they stand between, found without a parser."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from clipfile.app.countries import country_of
from clipfile.corpus.article import Span
from clipfile.corpus.clauses import is_adverb, is_past
from clipfile.corpus.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    COORDINATORS,
    DETERMINERS,
    HAVE,
    NEGATIONS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    PRESENTS,
    QUANTIFIERS,
    RELATIVES,
    SUBORDINATORS,
    TITLES,
)
from clipfile.corpus.phrases import capitalised_runs, core_of, is_human, is_institution, singular
from clipfile.corpus.roles import split_title
from clipfile.corpus.subjects import subject_before
from clipfile.corpus.words import Word, words_of
from clipfile.index.tokens import terms_of

_PRESENT_OF = dict(
    each.split(":")
    for each in "led:lead ran:run sold:sell bought:buy sent:send gave:give given:give paid:pay beaten:beat told:tell won:win "
    "lost:lose built:build wrote:write written:write taken:take took:take made:make held:hold met:meet saw:see seen:see "
    "struck:strike shot:shoot lent:lend caught:catch left:leave kept:keep brought:bring drove:drive driven:drive chose:choose "
    "chosen:choose taught:teach stole:steal stolen:steal bit:bite bitten:bite overthrew:overthrow overthrown:overthrow".split()
)
_OFFICES = [  # what is done by who holds an office, and what the holder is called; the first word stands for all
    line.split()
    for line in (
        "lead leads led leading leader head heads headed heading chief boss",
        "command commands commanded commanding commander",
        "chair chairs chaired chairing chairman chairwoman chairperson",
        "direct directs directed directing director",
        "run runs ran running manage manages managed managing manager executive ceo",
        "own owns owned owning owner",
        "fund funds funded funding finance finances financed financing sponsor sponsors sponsored funder backer financier",
        "found founds founded founding founder",
        "host hosts hosted hosting",
    )
]
_OFFICE_OF = {word: line[0] for line in _OFFICES for word in line}
_VERBS = {*_PRESENT_OF, *_PRESENT_OF.values()}
_HELD = {"leadership": "lead", "command": "command", "ownership": "own"}
_AT_THE_HEAD = frozenset("lead command chair direct run".split())  # one person may be called by any of these
_SHARED = frozenset(("fund",))  # what several do at once
_NO_LONGER = frozenset("former ex then late previous onetime outgoing incoming next future deputy vice".split())
_FOR_NOW = frozenset("acting interim caretaker new current".split())
_OF_ANY = frozenset("new chief main largest biggest principal top current managing sole majority financial".split())
_OF_MANY = frozenset(  # people of whom there are several
    "member resident victim supporter man woman person people child student worker employee patient player fan critic "
    "official officer soldier friend relative source witness expert analyst adviser aide teenager adult spokesman "
    "spokeswoman spokesperson lawyer son daughter brother sister survivor activist volunteer voter rival author judge "
    "professor doctor dr colonel captain major lieutenant sergeant senator councillor deputy mr mrs ms miss sir".split()
)
_WITH_MORE = frozenset("minister general secretary".split())  # one alone only with what it is minister of
_BELONGS = frozenset("belong belongs belonged".split())
_TO_WHOM = frozenset(("to", "from", "against"))
_OTHERWISE = frozenset("of into in on for over at".split())
_UNWILLING = frozenset("refused refuses declined declines failed fails".split())
_BECOMES = BE | frozenset("became becomes become remains remained".split())
_NAMED = frozenset("named appointed elected made as".split())
_BESIDE = DETERMINERS | POSSESSIVES | QUANTIFIERS | PERSONAL | ADVERBS | {"own", "other"}
_BEFORE_VERB = AUXILIARIES | NEGATIONS | ADVERBS
_SMALL = AUXILIARIES | SUBORDINATORS | RELATIVES | COORDINATORS | PREPOSITIONS
_LONGEST = 14  # words of a noun phrase behind a verb


@dataclass(frozen=True, slots=True)
class Party:
    """Who does something or to whom it is done, at `text[start:end]`.

    countries, names: the stems of what is named, titles left out; `head` is that of the noun.
    is_name: whether the noun is a name. is_body: whether it is an institution's.
    """

    span: Span
    countries: frozenset[str]
    names: frozenset[str]
    head: str
    is_name: bool
    is_body: bool = False

    def same_as(self, other: "Party") -> bool:
        """Whether the two are the same, as far as their words say."""
        if self.differs_from(other):
            return False
        return bool(self.names & other.names or self.countries & other.countries) or self.head == other.head

    def differs_from(self, other: "Party") -> bool:
        """Whether they name others, both a country or both somebody."""
        return _apart(self.names, other.names) or _apart(self.countries, other.countries)


def _apart(own: frozenset[str], others: frozenset[str]) -> bool:
    return bool(own and others) and not (own <= others or others <= own)


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb with who does it and to whom, or an office with its holder and of what it is.

    verb: its stem, or what stands for an office. span: of the verb's own word or the office's.
    objects: none where an office does not say of what. past: that it is told of a time gone by.
    """

    verb: str
    span: Span
    agent: Party
    objects: tuple[Party, ...]
    negated: bool = False
    past: bool = False
    is_office: bool = False

    @property
    def is_sole(self) -> bool:
        """Whether only one holds it."""
        return self.is_office and self.verb not in _SHARED

    def may_be(self, other: "Deed") -> bool:
        """Whether the two can be the same by their words: who leads something may be its chair."""
        return self.verb == other.verb or {self.verb, other.verb} <= _AT_THE_HEAD


@lru_cache(maxsize=20_000)
def deeds_in(text: str) -> tuple[Deed, ...]:
    """The deeds of a sentence, those by verbs first."""
    words = words_of(text, Span(0, len(text)))
    return (*_by_verbs(words), *_by_compounds(words), *_by_titles(words), *_by_nouns(words))


def _by_verbs(words: Sequence[Word]) -> Iterator[Deed]:
    before = None
    for at, word in enumerate(words):
        if not at or not _can_be_verb(words, at):
            continue
        start, negated = _start_of_verb(words, at)
        helped = {each.lower for each in words[start:at]}
        office = _OFFICE_OF.get(word.lower, "") if word.lower != "found" else ""
        verb, span, ended = office or _stem(word), Span(word.start, word.end), is_past(word)
        by = at + 2 if helped & BE and not _is(words, at + 1, "by") else at + 1  # "was shot dead by"
        if (ended or word.lower == "run") and _is(words, by, "by") and words[at - 1].lower not in HAVE:
            done_to = _subject(words, start - (start == at and words[start - 1].text == ","))  # "The mill, owned by"
            if done_to and (doer := _party(words, _phrase_at(words, by + 1))):
                past = bool(helped & {"was", "were"}) and office != "found"
                yield Deed(verb, span, doer, (done_to,), negated, past, bool(office))
            continue
        before = agent = before if words[start - 1].lower == "and" else _subject(words, start)
        if word.lower in _BELONGS and _is(words, at + 1, "to") and agent:
            if owner := _party(words, _phrase_at(words, at + 2)):
                yield Deed("own", span, owner, (agent,), negated, ended, True)
            continue
        objects = tuple(_objects(words, at + 1))
        definite = at + 1 < len(words) and (
            words[at + 1].is_capitalised or words[at + 1].lower in DETERMINERS | POSSESSIVES
        )
        led_to = office == "lead" and _is(words, _phrase_at(words, at + 1).stop, "to")  # "led the firm to close"
        if agent and objects and not (ended and helped & BE) and not (office and (led_to or not definite)):
            past = ended and not helped & HAVE and office != "found"
            yield Deed(verb, span, agent, objects, negated, past, bool(office))


def _can_be_verb(words: Sequence[Word], at: int) -> bool:
    word, before = words[at], words[at - 1].lower
    if word.is_mark or word.is_capitalised or word.lower in AUXILIARIES or not _stem(word):
        return False
    if before in DETERMINERS or before in POSSESSIVES or (before in PREPOSITIONS and before != "to"):
        return False
    known = is_past(word) or word.lower in _VERBS | PRESENTS or word.lower.endswith(("s", "ing"))
    return known or before in AUXILIARIES or before in ADVERBS or before == "to"


def _start_of_verb(words: Sequence[Word], at: int) -> tuple[int, bool]:
    """Where a verb begins with all that belongs to it, and whether it is negated: "will not agree to sell"."""
    start, negated = at, False
    while start and (words[start - 1].lower in _BEFORE_VERB | {"to"} or is_adverb(words[start - 1])):
        start -= 1
        negated |= words[start].lower in NEGATIONS
        if words[start].lower == "to" and start > 1 and _can_be_verb(words, start - 1):
            start -= 1
            negated |= words[start].lower in _UNWILLING
    return start, negated


def _subject(words: Sequence[Word], end: int) -> Party | None:
    """Who does what the verb at a word says; before "who" and its like whoever stands there, the object of a verb too."""
    told = end > 0 and words[end - 1].lower in ("who", "which", "that")
    if told:
        end -= 1 + (end > 1 and words[end - 2].text == ",")
    found = subject_before(words, end) if end else None
    if found is None and told:
        start = end
        while start and not (
            words[start - 1].is_mark or is_past(words[start - 1]) or words[start - 1].lower in AUXILIARIES
        ):
            start -= 1
        found = range(start, end)
    return _party(words, found) if found else None


def _objects(words: Sequence[Word], start: int) -> Iterator[Party]:
    """The noun phrase behind a verb, and those to, from and against which it is done."""
    phrase, wanted = _phrase_at(words, start), True
    while True:
        if wanted and (party := _party(words, phrase)):
            yield party
        at = phrase.stop
        if at >= len(words) or words[at].lower not in _TO_WHOM | _OTHERWISE:
            return
        phrase, wanted = _phrase_at(words, at + 1), words[at].lower in _TO_WHOM


def _phrase_at(words: Sequence[Word], start: int) -> range:
    """The noun phrase that begins at a word, up to what can be no part of it."""
    end = start
    while end < min(len(words), start + _LONGEST):
        word = words[end]
        verb = is_past(word) and words[end - 1].lower not in DETERMINERS | POSSESSIVES
        if word.is_mark or word.lower in _SMALL or (end > start and (verb or word.lower in PERSONAL)):
            break
        end += 1
    return range(start, end)


def _party(words: Sequence[Word], phrase: range) -> Party | None:
    core = [word for word in core_of(words[phrase.start : phrase.stop]) if word.lower not in _BESIDE and _stem(word)]
    core = [word for word in core if not word.text[0].isdigit()]
    if not core or any(is_past(word) for word in core[1:]):
        return None
    opens = core[0].start == 0 and not (len(core) > 1 and core[1].is_capitalised) and not country_of(core[0].lower)
    named = [word for word in core[opens:] if word.is_capitalised and word.lower.rstrip(".") not in TITLES]
    whole = country_of(" ".join(word.lower for word in named))  # of several words
    return Party(
        Span(core[0].start, core[-1].end),
        frozenset([whole] if whole else filter(None, (country_of(word.lower) for word in named))),
        frozenset(_stem(word) for word in named if not whole and not country_of(word.lower)),
        _stem(core[-1]),
        is_name=core[-1] in named,
        is_body=not whole and any(map(is_institution, core)),
    )


def _stem(word: Word) -> str:
    """A country by its name, a verb in the present, else the stem; empty for marks and small words."""
    if word.is_capitalised and (country := country_of(word.lower)):
        return country
    return next(iter(terms_of(_PRESENT_OF.get(word.lower, word.lower))), "")


def _by_compounds(words: Sequence[Word]) -> Iterator[Deed]:
    """The offices of "the Kenyan-led mission" and "Kenyan leadership of the mission"."""
    for at, word in enumerate(words):
        holder, _, verb = word.text.rpartition("-")
        if word.is_capitalised and verb in _OFFICE_OF and (thing := _party(words, _phrase_at(words, at + 1))):
            span = Span(word.start, word.start + len(holder))
            countries = frozenset((country,) if (country := country_of(holder)) else ())
            names = frozenset() if countries else frozenset(terms_of(holder))
            agent = Party(span, countries, names, holder.lower(), True)
            yield Deed(_OFFICE_OF[verb], Span(span.end + 1, word.end), agent, (thing,), is_office=True)
        elif word.lower in _HELD and _is(words, at + 1, "of"):
            by = _named(words, _owner(words, at) or range(_start_of_noun(words, at), at))
            if by and (thing := _party(words, _phrase_at(words, at + 2))):
                yield Deed(_HELD[word.lower], Span(word.start, word.end), by, (thing,), is_office=True)


def _by_titles(words: Sequence[Word]) -> Iterator[Deed]:
    """The offices of "Prime Minister Ann Lee" and "Orla County Sheriff Ann Lee"."""
    for run in capitalised_runs(words):
        title, name = split_title(words[run.start : run.stop])
        if (
            not title
            or not _can_be_office(title[-1])
            or not (agent := _party(words, range(run.stop - len(name), run.stop)))
        ):
            continue
        place = next(n for n, word in enumerate(title) if word.lower in TITLES or is_human(word))
        if _is_sole(title[place:]):
            yield _office(title[place:], agent, _party(words, range(run.start, run.start + place)))


def _by_nouns(words: Sequence[Word]) -> Iterator[Deed]:
    """The offices of "Ann Lee, the head of the agency", "the agency's head is Ann Lee", "the agency's head, Ann Lee"."""
    for at, word in enumerate(words):
        if word.is_capitalised or word.lower != singular(word.lower) or not _can_be_office(word):
            continue
        start = _start_of_noun(words, at)
        if not _is_sole(words[start : at + 1]):
            continue
        begin, end, of = start, at + 1, None
        if owner := _owner(words, start):
            begin, of = owner.start, _party(words, owner)
        elif _is(words, end, "of"):
            phrase = _phrase_at(words, end + 1)
            end, of = phrase.stop, _party(words, phrase)
        elif _is(words, end, "at"):
            end = _phrase_at(words, end + 1).stop
        elif end < len(words) and not (words[end].is_mark or words[end].is_capitalised or words[end].lower in _SMALL):
            continue  # "the chief inspector"
        place = next(n for n in range(start, at + 1) if n == at or not words[n].is_capitalised)
        if of is None and word.lower in _OFFICE_OF:  # "the mission commander"
            place = next((n for n in range(place, at) if words[n].lower in _OF_ANY), at)
        of = of or _party(words, range(start, place))
        if begin and words[begin - 1].lower in DETERMINERS | POSSESSIVES:
            begin -= 1
        elif of is None:
            continue
        holder = _holder(words, begin, end)
        if holder and (holder.is_name or holder.countries):
            yield _office(words[place : at + 1], holder, of)


def _start_of_noun(words: Sequence[Word], at: int) -> int:
    """Where what qualifies a noun begins: at "new" of "the agency's new head"."""
    while at and _can_qualify(words[at - 1]):
        at -= 1
    return at


def _owner(words: Sequence[Word], start: int) -> range | None:
    """The noun phrase before "'s" or "'" that ends at a word."""
    owned = start and words[start - 1].lower in ("'s", "'")
    return range(_start_of_noun(words, start - 1), start - 1) if owned else None


def _can_be_office(word: Word) -> bool:
    return is_human(word) or word.lower in _OFFICE_OF


def _is_sole(noun: Sequence[Word]) -> bool:
    """Whether one person at a time can be called so, and is now: a prime minister, but no minister and no former one."""
    many = noun[-1].lower in _OF_MANY or (len(noun) == 1 and noun[0].lower in _WITH_MORE)
    return not many and not _NO_LONGER.intersection(word.lower for word in noun)


def _can_qualify(word: Word) -> bool:
    small = _SMALL | DETERMINERS | POSSESSIVES | PERSONAL
    return not word.is_mark and word.lower not in small and not is_past(word)


def _office(noun: Sequence[Word], holder: Party, of: Party | None) -> Deed:
    """An office by its noun: what stands for its line, or all of its words, as of a prime minister."""
    verb = _OFFICE_OF.get(noun[-1].lower) or " ".join(_stem(word) for word in noun if word.lower not in _FOR_NOW)
    span = Span(noun[0].start, noun[-1].end)
    return Deed(verb, span, holder, (of,) if of else (), is_office=True)


def _holder(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """Who holds the office named from one word to another: behind it or before it, over a comma or a verb."""
    if end < len(words) and words[end].lower in ("is", "was", "remains"):
        return _named(words, _phrase_at(words, end + 1))
    if end < len(words) and words[end].is_capitalised:
        return _named(words, _phrase_at(words, end))
    if _is(words, end, ",") and (found := _named(words, _phrase_at(words, end + 1))):
        return found
    if begin and words[begin - 1].text == ",":
        return _named(words, subject_before(words, begin - 1))
    start = begin
    while start and words[start - 1].lower in _NAMED | _BEFORE_VERB | _BECOMES:
        start -= 1
    between = {word.lower for word in words[start:begin]}
    return _subject(words, start) if between & _BECOMES and not between & NEGATIONS else None


def _named(words: Sequence[Word], phrase: range | None) -> Party | None:
    party = _party(words, phrase) if phrase else None
    return party if party and party.is_name else None


def _is(words: Sequence[Word], at: int, wanted: str) -> bool:
    return at < len(words) and words[at].lower == wanted
