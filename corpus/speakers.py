"""Speakers: who is meant by "Venn", "she", "the spokeswoman" or "the authority" at one place of an article."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from clipfile.corpus.descriptions import described, is_modifier, taken_up_by
from clipfile.corpus.grammar_words import (
    DETERMINERS,
    FEMALE,
    HUMAN_NOUNS,
    MALE,
    OFFICE_NOUNS,
    ORGANISATION_NOUNS,
    PLACE_NOUNS,
    POSSESSIVES,
)
from clipfile.corpus.people import COURTESY, People, Person
from clipfile.corpus.phrases import (
    capitalised_runs,
    core_of,
    gender_of,
    is_acronym,
    is_human,
    is_institution,
    is_organisation,
    singular,
)
from clipfile.corpus.roles import plain, split_title
from clipfile.corpus.speaker import Noted, Speaker
from clipfile.corpus.words import Word, word_of

_REACH = 2  # paragraphs back to which a pronoun can point
_PEOPLES = ("ian", "ean", "ican", "ese", "shman", "chman", "iard", "lander")  # the Hungarian, the Spaniard
_OF_PEOPLES = frozenset(
    "german dane swede finn scot brit turk pole czech slovak greek thai serb croat swiss argentine kiwi kurd arab"
    " uzbek tajik kazakh afghan filipino".split()
)
_NO_PEOPLES = frozenset("guardian librarian politician technician ocean median".split())
_COMPANIES = frozenset(
    "company firm retailer lender bank fund group business chain carmaker automaker drugmaker chipmaker planemaker airline"
    " operator maker manufacturer developer supplier startup start-up supermarket brand insurer brewer distributor".split()
)
_COMPANY_ENDS = _COMPANIES | frozenset(
    "capital holdings partners systems technologies motors foods energy pharma homes infra labs industries logistics airlines"
    " airways games care ltd inc plc corp co llc gmbh ag telecom mobile power oil gas steel mining construction".split()
)
_OLDER = frozenset(("elder", "older", "younger"))
_FAMILY = frozenset("mother father sister brother wife husband son daughter aunt uncle parents family lawyer".split())
_TIES = frozenset("of for at in from with by the to".split())
_FROM = frozenset("of from at".split())
_WHOSE = {"his": "he", "him": "he", "her": "she", "their": "they", "them": "they", "its": "it"}
_BODIES = frozenset(
    "crew staff team police family jury panel public crowd audience couple group army military board union".split()
)
_ANYBODY = frozenset("man woman boy girl person".split())
_WIDE = frozenset(  # beside any role
    "scientist researcher academic politician official expert man woman mp veteran pensioner teenager newcomer".split()
)
_ALSO = {  # another word for whoever is introduced as one of these
    noun: frozenset(roles.split())
    for noun, roles in {
        "chief": "secretary-general director-general director commissioner head president chairman chairwoman ceo executive"
        " superintendent",
        "boss": "governor manager coach director ceo executive chief head chairman chairwoman owner founder president",
        "leader": "president premier chairman chairwoman secretary chief head speaker bishop archbishop organiser organizer",
        "lawmaker": "senator sen representative rep congressman congresswoman mp councillor delegate speaker chair",
        "legislator": "senator sen representative rep congressman congresswoman mp councillor delegate speaker chair",
        "lawyer": "attorney counsel barrister solicitor advocate",
        "attorney": "lawyer counsel barrister solicitor prosecutor",
        "doctor": "physician surgeon paediatrician pediatrician geriatrician consultant gp specialist dr",
        "physician": "doctor surgeon paediatrician pediatrician geriatrician dr",
        "executive": "ceo chairman chairwoman director president founder manager",
        "officer": "constable sergeant inspector superintendent captain lieutenant detective",
        "diplomat": "ambassador envoy consul minister",
        "envoy": "ambassador diplomat representative",
        "scholar": "professor lecturer historian",
        "professor": "lecturer historian economist",
        "cleric": "pastor bishop archbishop imam father rev priest rabbi",
        "priest": "pastor bishop father rev cleric",
        "coach": "manager trainer",
        "manager": "coach director",
        "businessman": "owner founder ceo director chairman",
        "businesswoman": "owner founder ceo director chairwoman",
        "activist": "campaigner organiser organizer protester",
        "campaigner": "activist organiser organizer",
        "economist": "analyst strategist professor",
        "analyst": "economist strategist researcher",
        "insider": "source official aide",
        "writer": "author novelist poet columnist",
        "author": "writer novelist poet",
    }.items()
}
_ALSO_BODIES = {  # another word for whatever has one of these in its name
    noun: frozenset(names.split())
    for noun, names in {
        "union": "association federation guild brotherhood",
        "charity": "trust foundation fund society",
        "regulator": "authority commission agency office inspectorate",
        "watchdog": "authority commission agency office inspectorate",
        "party": "front movement alliance bloc",
    }.items()
}
_NO_MORE = frozenset("former ex retired".split())
_AFTER_HEAD = re.compile(r"(?:,|\s(?:of|for|at|in|on|from|with|who|that|which)\b).*", re.DOTALL)
_TRADE_END = re.compile(r"(?<=\w{3})(?:er|or|ist|man|woman|keeper|owner)$")
_NOBODY_SPECIAL = frozenset("one who you i we this that these those there".split())


def resolve(
    phrase: Sequence[Word], text: str, people: People, noted: Sequence[Noted], paragraph: int
) -> Speaker | None:
    """Whom a noun phrase means; `None` if the article does not say.

    Args:
        phrase: the words of the noun phrase.
        text: the article's text.
        people: the people whom the article names.
        noted: who was spoken of before, in order.
        paragraph: the number of the paragraph in which the phrase stands.
    """
    words = [word for word in phrase if not word.is_mark or word.text in "()&,"]
    words = _without_brackets(words)
    if not words:
        return None
    first = words[0].lower
    if len(words) > 2 and first in ("he", "she") and words[1].lower == "and":
        words = words[:1]  # "he and others": the first of several
    if len(words) == 1 and first in _WHOSE:  # "in her view"
        return _of_pronoun(word_of(_WHOSE[first], words[0].start), text, people, noted, paragraph)
    if len(words) == 1 and first in ("he", "she", "they", "it"):
        return _of_pronoun(words[0], text, people, noted, paragraph)
    if len(words) == 1 and first == "one" and any(one.speaker.plural for one in _near(noted, paragraph)):
        return described(words, text)  # of several just spoken of
    if len(words) == 1 and first in _NOBODY_SPECIAL:
        return None
    if [word.lower for word in words] == ["the", "latter"]:
        return noted[-1].speaker if noted else None
    known = _of_initials(words, people, noted) or _of_company(words, text, people, noted, paragraph)
    by_name = known or _of_name(words, text, people, noted)
    return by_name or _of_description(words, text, people, noted, paragraph)


def _near(noted: Sequence[Noted], paragraph: int) -> list[Noted]:
    return [one for one in noted if paragraph - one.paragraph <= 1]


def _of_initials(words: Sequence[Word], people: People, noted: Sequence[Noted]) -> Speaker | None:
    """Whom "the PS" means: the principal secretary spoken of last."""
    if len(words) != 2 or words[0].lower != "the" or not is_acronym(words[1].text):
        return None
    letters = words[1].lower.replace(".", "")
    own = {letters} & HUMAN_NOUNS  # "the MP"
    bearers = [one for one in people.everybody if own & one.role_words or letters in one.role_initials]
    return _latest([speaker_of(one) for one in bearers], noted) if bearers else None


def _of_company(
    words: Sequence[Word], text: str, people: People, noted: Sequence[Noted], paragraph: int
) -> Speaker | None:
    """Which company "Morwen" or "the hedge fund" means, after "Morwen Capital" was named."""
    if len(words) == 1 and words[0].is_capitalised:
        if people.called([words[0].text]):
            return None
        longer = (one.speaker for one in reversed(noted) if one.speaker.name.startswith(f"{words[0].text} "))
        return next((one for one in longer if one.is_named and not _is_somebody(one, people)), None)
    core = [word.lower for word in core_of(words)]
    kinds = _COMPANIES | _ALSO_BODIES.keys()
    if not 1 < len(words) < 4 or words[0].lower != "the" or words[-1].is_capitalised or core[-1] not in kinds:
        return None
    for one in reversed(noted):
        if paragraph - one.paragraph > _REACH:
            return None
        other = one.speaker
        if one.is_subject and other.head == core[-1] and not other.is_named:
            return other
        common = f" {other.name.lower()}" in text  # "Water" at the head of a sentence
        common = common or re.search(rf"\b{re.escape(other.name)}\b[^.\n]* (?:his|her|he|she)\b", text) is not None
        if one.is_subject and other.is_named and not common and not _is_somebody(other, people):
            return other if _is_company(other, core[-1]) else None
    return None


def _is_somebody(speaker: Speaker, people: People) -> bool:
    return bool(people.called(speaker.name.split()))


def _is_company(speaker: Speaker, noun: str) -> bool:
    """Whether a name can be that of a company; where its role or name says what it is, of this kind."""
    name = [word.lower() for word in speaker.name.split()]
    role = (speaker.role or "").lower().split()
    if noun in (*name, *role):
        return True
    if noun not in _COMPANIES:
        return name[-1] in _ALSO_BODIES[noun]
    kinds = ORGANISATION_NOUNS - _COMPANIES
    other = any(word in kinds or singular(word) in kinds for word in (*name, *role)) or is_acronym(speaker.name)
    return not other and not speaker.plural and (len(name) == 1 or name[-1].rstrip(".") in _COMPANY_ENDS)


def _without_brackets(words: Sequence[Word]) -> list[Word]:
    """The words outside brackets, without a comma at the end."""
    kept: list[Word] = []
    depth = 0
    for word in words:
        depth += (word.text == "(") - (word.text == ")" and depth > 0)
        if not depth and word.text != ")":
            kept.append(word)
    while kept and kept[-1].text == ",":
        kept.pop()
    return kept


def speaker_of(person: Person) -> Speaker:
    """A named person as a speaker."""
    return Speaker(person.name, person.role, person.gender, nouns=person.role_words, is_named=True)


def _of_name(words: Sequence[Word], text: str, people: People, noted: Sequence[Noted]) -> Speaker | None:
    """Whom a phrase that ends in a name means: "Venn", "Judge Maud Ferrant", "the minister for works Selma Rask"."""
    if any(word.lower == "and" or word.text == "," for word in words):
        full = people.called([word.text for word in words[-2:]])  # "Director for Justice and Peace Ann Lee"
        return speaker_of(full[0]) if len(full) == 1 and full[0].role and words[0].is_capitalised else None
    runs = list(capitalised_runs(words))
    if not runs:
        return None
    belongs = next((one for one in runs if _belongs(words, one)), None)
    at = belongs or runs[-1]  # "Ann Lee of Friends of the Lake"
    run = words[at.start : at.stop]
    title, name = split_title(run)
    known = people.called([word.text for word in name])
    if at.stop < len(words) and not (belongs and (known or (len(name) in (2, 3) and not _is_state(name)))):
        return None
    before = words[: at.start]
    if len(before) == 1 and before[0].lower == "the" and title:
        before = []  # "the Rev Tom Askwith"
    if (
        len(before) > 1
        and is_institution(run[0])
        and is_human(before[0])
        and people.called([word.text for word in name[-2:]])
    ):
        before = before[:1]  # "Superintendent of Police Ann Lee"
    if len(before) == 2 and before[1].lower in _OLDER:
        return _by_age(people.called([word.text for word in name]), before[1].lower)
    if before and before[-1].lower in ("'s", "'") and len(name) in (2, 3) and not _is_state(name):
        before = []  # "Amnesty's Rosa Lindt"
    if before and not _is_role(before, name):
        return None
    found = people.called([word.text for word in name], [word.text for word in title])
    if not found and len(name) > 2:
        found = people.called([word.text for word in name[-2:]])
    if found:
        return _latest([speaker_of(person) for person in found], noted)
    if (
        is_organisation(name)
        or (before and len(name) < 2)
        or (len(run) == 1 and (is_human(run[0]) or f" {run[0].lower}" in text))
    ):
        return None
    if title and people.called([word.text for word in name]):
        name = list(run)  # "Mrs Brown", who is not Brown
    offices = [*before, *(word for word in title if plain(word.text) not in COURTESY)]
    role = text[offices[0].start : offices[-1].end] if offices else None
    nouns = frozenset(word.lower for word in run)
    gender = gender_of([plain(word.text) for word in title])
    # A name without a title that the article does not explain may be a person's or an institution's.
    unknown = not title and len(run) < 4
    return Speaker(text[name[0].start : name[-1].end], role, gender, nouns=nouns, is_institution=unknown, is_named=True)


def _by_age(bearers: Sequence[Person], word: str) -> Speaker | None:
    """Whom "the elder Venn" or "the younger Venn" means, where the ages of several are told."""
    aged = sorted((one for one in bearers if one.age is not None), key=lambda one: one.age or 0)
    if len(bearers) < 2 or len(aged) < len(bearers):
        return None
    return speaker_of(aged[0] if word == "younger" else aged[-1])


def _belongs(words: Sequence[Word], run: range) -> bool:
    """Whether a name is followed by where its bearer belongs: "Ann Lee of Friends of the Lake"."""
    if run.stop >= len(words) or words[run.stop].lower not in _FROM:
        return False
    if len(run) == 1 and is_human(words[run.start]):
        return False  # "Leader of the Opposition Ann Lee"
    return run.start == 0 or (len(run) > 1 and is_human(words[run.start - 1]))


def _is_role(before: Sequence[Word], name: Sequence[Word]) -> bool:
    """Whether the words before a name say what its bearer is: "the minister for works", "grocer"."""
    if before[-1].lower in POSSESSIVES or before[-1].lower in _TIES:
        return False
    if any(map(is_human, before)):
        return True
    plain_nouns = all(not one.is_mark and one.lower not in _TIES | DETERMINERS | POSSESSIVES for one in before)
    return plain_nouns and len(before) < 4 and len(name) in (2, 3) and not is_institution(before[-1])


def _is_state(name: Sequence[Word]) -> bool:
    """Whether a name before "of" is that of a country, an institution or a place."""
    return is_organisation(name) or name[0].lower in PLACE_NOUNS | {"united", "royal", "national"}


def _latest(speakers: Sequence[Speaker], noted: Sequence[Noted]) -> Speaker:
    """Of several that can be meant the one spoken of last; the first one introduced if none was."""
    names = [one.name for one in speakers]
    for one in reversed(noted):
        if one.speaker.name in names:
            return replace(speakers[names.index(one.speaker.name)], gender=one.speaker.gender)
    return speakers[0]


def owner_of(word: Word, text: str, people: People, noted: Sequence[Noted], paragraph: int) -> Speaker | None:
    """Whose something is that opens a sentence: "Her neighbour" is that of the woman before."""
    return _of_pronoun(word_of({"his": "he", "her": "she"}[word.lower], word.start), text, people, noted, paragraph)


def _of_pronoun(word: Word, text: str, people: People, noted: Sequence[Noted], paragraph: int) -> Speaker | None:
    pronoun = word.lower
    gender = "f" if pronoun in FEMALE else "m" if pronoun in MALE else None
    genders = {one.speaker.name: one.speaker.gender for one in noted if one.speaker.gender}
    near = [one for one in noted if paragraph - one.paragraph <= (_REACH if one.speaker.is_named else 1)]
    near = [replace(one, speaker=replace(one.speaker, gender=genders.get(one.speaker.name))) for one in near]
    subjects = [one.speaker for one in reversed(near) if one.is_subject]
    found = next((one for one in subjects if _fits(one, pronoun, gender)), None)
    if found is None and pronoun == "they":
        found = next((one for one in subjects if not (one.is_named or one.gender or one.is_document)), None)
    if found is None and gender:
        others = [one.speaker for one in reversed(near) if one.paragraph == paragraph and not one.is_subject]
        found = next((one for one in others if _fits(one, pronoun, gender)), None)
    if gender and found and found.gender is None:
        last = max(n for n, one in enumerate(near) if one.speaker.name == found.name)
        named = (one.speaker for one in reversed(near[last:]) if one.paragraph == paragraph)
        found = next(
            (one for one in named if one.is_named and one.gender == gender and _fits(one, pronoun, gender)), found
        )
    if found is None and gender:
        found = _only_one(noted, pronoun, gender, genders)
    if found is None and gender and not any(one.speaker.is_person for one in noted):
        return _named_later(text, people, word.start, gender)
    return replace(found, gender=gender) if found and gender else found


def _only_one(noted: Sequence[Noted], pronoun: str, gender: str, genders: Mapping[str, str | None]) -> Speaker | None:
    """Of all who were named, however far back, the only one whom a pronoun fits."""
    named = {one.speaker.name: one.speaker for one in noted if one.speaker.is_named and not one.speaker.is_institution}
    fitting = [replace(one, gender=genders.get(one.name)) for one in named.values()]
    fitting = [one for one in fitting if _fits(one, pronoun, gender)]
    return fitting[0] if len(fitting) == 1 else None


def _fits(speaker: Speaker, pronoun: str, gender: str | None) -> bool:
    if pronoun == "it":
        return speaker.is_institution and not speaker.plural and speaker.gender is None
    if pronoun == "they":
        body = speaker.is_institution and not speaker.is_person and not speaker.is_document
        return speaker.plural or _is_several(speaker) or body
    single = speaker.is_person and not speaker.plural and speaker.head not in _BODIES and not _is_several(speaker)
    return single and speaker.gender in (None, gender)


def _is_several(speaker: Speaker) -> bool:
    """Whether a name stands for several, as its role says: "the owners, Brightwater Lines"."""
    head = _AFTER_HEAD.sub("", speaker.role or "").rpartition(" ")[2].lower()
    return head.endswith("s") and not head.endswith("ss") and singular(head) in HUMAN_NOUNS


def _named_later(text: str, people: People, start: int, gender: str | None) -> Speaker | None:
    """The first person introduced after a place, if nothing speaks against it: an opening may name somebody late."""
    later = next((one for one in people.everybody if one.start > start), None)
    if later is None or len(re.findall(r"\n\s*", text[start : later.start])) > _REACH:
        return None
    if gender is None or later.gender in (None, gender):
        return replace(speaker_of(later), gender=gender or later.gender)
    return None


def _of_description(
    words: Sequence[Word], text: str, people: People, noted: Sequence[Noted], paragraph: int
) -> Speaker | None:
    speaker = described(words, text)
    first = words[0].lower
    core = [word.lower for word in core_of(words)]
    if len(words) == 2 and first in ("the", "that") and core[-1] in _ANYBODY:
        here = [one.speaker for one in noted if one.paragraph == paragraph and one.is_subject and one.speaker.head]
        fitting = [one for one in here if _fits(one, "he", speaker.gender)]
        if fitting and not fitting[-1].is_named:
            return fitting[-1]  # "a shopkeeper said … The man added"
    if first in ("his", "her") and speaker.is_document:
        return owner_of(words[0], text, people, noted, paragraph)
    if first == "almost" and len(words) == 2:
        near = [one for one in noted if one.is_subject and one.speaker.plural and paragraph - one.paragraph <= 1]
        return near[-1].speaker if near else None
    if first not in ("the", "that", "this", "these", "those") or len(core) < 2:
        return speaker
    taken = taken_up_by(words, noted) or _of_role(core[1:], words, people)
    if taken:
        return taken
    if _may_be_another_word(core[1:], words) and not speaker.plural:
        return _another_word(speaker, words, text, people, noted, paragraph) or speaker
    return speaker


def _of_role(core: Sequence[str], words: Sequence[Word], people: People) -> Speaker | None:
    """The one person, wherever introduced, whose role holds every word of "the retired colonel"."""
    if core[-1] not in HUMAN_NOUNS or core[-1] in ORGANISATION_NOUNS:
        return None
    core = [word.lower() for word in core]  # of "the WHO chief", too
    of_whom = {word.text.lower() for word in words[len(core) + 1 :] if word.is_capitalised}
    bearers = [one for one in people.everybody if set(core) | of_whom <= one.role_words]
    bearers = [one for one in bearers if not is_modifier(core[-1], one.role or "")]
    now = not _NO_MORE & set(core)  # "the referee" is no former referee introduced later
    bearers = [one for one in bearers if not (now and one.start > words[0].start and _NO_MORE & one.role_words)]
    if not bearers and len(core) > 1:  # "the UN chief" of the UN's secretary-general
        also = _ALSO.get(core[-1], frozenset())
        bearers = [
            one for one in people.everybody if set(core[:-1]) | of_whom <= one.role_words and also & one.role_words
        ]
    return speaker_of(bearers[0]) if len(bearers) == 1 else None


def _may_be_another_word(core: Sequence[str], words: Sequence[Word]) -> bool:
    """Whether "the nurse" may be another word for somebody just named, not somebody new."""
    head = core[-1]
    if head.endswith("-year-old") or "-of-" in head or _is_of_people(words):
        return True
    human = head in HUMAN_NOUNS and head not in OFFICE_NOUNS and head not in ORGANISATION_NOUNS
    return human and head not in _FAMILY and len(words) == len(core) + 1


def _is_of_people(words: Sequence[Word]) -> bool:
    """Whether a phrase says only where somebody is from: "the Hungarian"."""
    lower = words[-1].lower
    if len(words) != 2 or not words[-1].is_capitalised:
        return False
    return lower in _OF_PEOPLES or (lower.endswith(_PEOPLES) and lower not in _NO_PEOPLES | ORGANISATION_NOUNS)


def _another_word(
    speaker: Speaker, words: Sequence[Word], text: str, people: People, noted: Sequence[Noted], paragraph: int
) -> Speaker | None:
    """The person just named, or named right after, to whom a word like "the nurse" can apply."""
    for one in reversed(noted):
        if paragraph - one.paragraph > 1:
            break
        other = one.speaker
        if not other.is_named and one.is_subject and not other.plural and other.head in _ALSO.get(speaker.head, ()):
            return other
        fits = other.is_person and other.is_named and not other.plural and one.is_subject
        if fits and (speaker.gender is None or other.gender in (None, speaker.gender)):
            own = words[-1].lower.endswith("-year-old") or "-of-" in words[-1].lower or _is_of_people(words)
            here = one.paragraph == paragraph or (len(words) > 2 and words[1].is_capitalised)  # "the Fine Gael man"
            wide = own or (words[-1].lower in _WIDE and here)
            wide = wide or bool(_ALSO.get(speaker.head, frozenset()) & other.nouns)
            has_role = any(noun in HUMAN_NOUNS for noun in other.nouns)
            return other if wide or (not has_role and _is_hinted_at(words, text)) else None
    if not any(one.speaker.is_person for one in noted):
        later = _named_later(text, people, words[0].start, speaker.gender)
        if later is None or later.nouns & HUMAN_NOUNS:
            return None
        quoted = text[: words[0].start].rstrip().endswith(("”", '"', "’", "'"))  # “…,” the teacher said
        return later if quoted or words[-1].lower in _WIDE else None
    return None


def _is_hinted_at(words: Sequence[Word], text: str) -> bool:
    """Whether "the baker" or "the Dutch coach" can be somebody of whom no role is told, not just anybody with that trade.

    A word of the kind stands before it in its paragraph ("whose bakery"), or it says where they belong.
    """
    if len(words) > 2 and words[1].is_capitalised:
        return True
    stem = _TRADE_END.sub("", words[-1].lower)
    paragraph = text[: words[0].start].rpartition("\n")[2]
    if re.search(rf"\b(?:the|an?|his|her|their|its) {re.escape(words[-1].lower)}\b", paragraph, re.IGNORECASE):
        return False  # somebody else's: "she was told by the insurer"
    return re.search(rf"\b{re.escape(stem)}", paragraph, re.IGNORECASE) is not None
