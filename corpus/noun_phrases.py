"""The noun phrase behind a number, found without a parser: "two dozen *heavily armed police officers* in …"."""

import re
from dataclasses import dataclass

from clipfile.corpus.number_words import SCALES, SMALL

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|[\[\]]|\([A-Z][A-Za-z]{1,9}\)|[^\W_](?:[\w.&]*[\w])?(?:[-‑’'][\w]+)*[’']?|[^\w\s]"
)
_SPACE = re.compile(r"[ \u00a0\u2009\u202f]*")
STOP_WORDS = frozenset(
    """
    a an the this that these those his her its their our my your some any each every all both either neither no another
    and or but nor yet so than as if because while whereas though although since until unless whether
    of in on at by for from to into onto with without within about above below over under after before between among
    against across along around behind beside besides beyond down during except inside near off out outside past per
    through throughout toward towards up upon via versus vs amid
    who whom whose which what when where why how he she it they we i you him them us me himself themselves itself
    is are was were be been being am has have had having do does did doing done will would shall should may might must
    can could cannot not never also already always now then there here still just only even ever too again
    ago away apart together each long-term yesterday today tomorrow tonight annually daily weekly monthly yearly
    said says say told tell tells live lives lived want wants need needs needed die dies died fled flee take takes took
    come comes came go goes went get gets got make makes made give gives gave stay stays remain remains sleep sleeps
    begin begins began stand stands stood fall falls fell rise rises rose work run ran pay pays
    last next earlier later instead less fewer enough respectively alone high tall wide deep old thick worth apiece
    lost left held hurt sent met led built spent bought sold born shot found known seen heard kept brought put set cut
    caught won beat died lay hit let read wrote ate slept swept
    """.split()
) | {*SMALL, *SCALES}
_MODIFIERS = frozenset("more other additional further extra new such different separate strong very".split())
_WITHOUT_S = frozenset(
    """people police personnel staff crew women men children troops sheep fish aircraft livestock cattle families clergy
    oxen mice teeth geese data media species offspring spacecraft helicopters deer salmon swine poultry gunmen policemen
    firemen fishermen businessmen servicemen workmen salesmen congressmen clansmen youth folk infantry cavalry
    criteria phenomena bacteria alumni cacti fungi militia seamen crewmen footmen horsemen policewomen""".split()
)
_PEOPLE = frozenset(
    """people persons person men women children kids boys girls babies infants adults youths pupils students victims patients
    civilians troops police personnel staff crew families family households relatives friends nuns priests migrants guests
    neighbours neighbors clients tenants peasants hostages captives recruits cadets guards medics nurses inmates youth
    casualties dead population folk couples mothers fathers parents sons daughters brothers sisters twins charges lives
    souls bodies marines rebels gangs members individuals adults minors locals nationals combatants militants refugees
    infantry journalists""".split()
)
GROUPS_OF_PEOPLE = frozenset(
    "families family households household couples gangs".split()
)  # their number is not the people's
_FORMED_LIKE_PEOPLE = re.compile(r"(?:[^n]ers|ors|ists|ians|ees|men|women|ants|ents|cians|mates|goers|folk)$")
_COMPOUNDING = frozenset(  # plurals that other plurals follow: police officers, sports halls
    "police crew staff women men children people youth militia cattle sheep fish aircraft sports arms savings works goods "
    "human media data".split()
)
_SINGULAR_S = re.compile(
    r"(?:ss|us|is|[’']s|[’'])$|^(?:news|measles|mumps|rabies|diabetes|gas|bus|plus|yes|perhaps|always|afterwards|overseas)$"
)
_PARTICIPLE = re.compile(r"[a-z]{2,}(?:ed|ing)")
_NOT_PARTICIPLES = frozenset(
    "building wedding ceiling meeting painting evening morning seed bed shed breed speed feed need weed hundred kindred red "
    "killing killings offering ruling hearing filing".split()
)
_VERB_OBJECT = re.compile(r"[ \u00a0](?:the|an?|to|their|its|his|her|this|that|these|those|us|them|it)\b")
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """The phrase at `text[start:end]` and its last word, the head."""

    start: int
    end: int
    head: str

    def words_of(self, text: str) -> str:
        """The words of the phrase, without the brackets of an editor's insertion."""
        return " ".join(re.sub(r"[\[\]]", "", text[self.start : self.end]).split())


def is_plural(word: str) -> bool:
    """Whether a noun looks like a plural, or is one without an s (people, police, aircraft)."""
    lower = word.lower()
    if lower in _WITHOUT_S or (
        lower.endswith("men") and len(lower) > 3 and lower not in ("omen", "specimen", "regimen")
    ):
        return True
    return len(lower) > 2 and lower.endswith("s") and not _SINGULAR_S.search(lower)


def is_people(noun: str) -> bool:
    """Whether a noun looks like one for people: named in a list, a nation's name, or formed like farmers or refugees."""
    lower = noun.lower()
    return lower in _PEOPLE or bool(_FORMED_LIKE_PEOPLE.search(lower)) or (noun[:1].isupper() and is_plural(noun))


def noun_phrase_at(text: str, position: int) -> NounPhrase | None:
    """The noun phrase that begins at a position, up to its head; `None` if no noun stands there.

    It ends before a preposition, a verb form or punctuation, and behind the first plural, since what follows a plural
    ("58 households want …") is seldom part of the phrase.
    """
    words: list[tuple[int, int, str]] = []
    at = position
    while len(words) < _MOST_WORDS:
        at = _SPACE.match(text, at).end()  # type: ignore[union-attr]
        match = _TOKEN.match(text, at)
        if not match:
            break
        token, at = match[0], match.end()
        if token in "[]":
            if token == "]" and words:
                words[-1] = (words[-1][0], at, words[-1][2])
            continue
        if token[0] == "(":
            if words and re.match(r" [a-z]", text[at:]):
                continue
            break
        if not _goes_on(words, token):
            break
        words.append((match.start(), at, token))
        if token.endswith(("’", "'")) and not is_plural(token[:-1]):
            break
    while words and _no_head(words[-1][2], len(words)):
        words.pop()
    if not words:
        return None
    if len(words) == 1 and _is_verb(text, words[0]):
        return None
    head = re.sub(r"[’']s?$", "", words[-1][2])
    start = words[0][0]
    bracket = text[start - 1 : start] == "["
    end = words[-1][0] + len(words[-1][2].rstrip("’'")) if words[-1][2].endswith(("’", "'")) else words[-1][1]
    if text[start:end].count("[") + bracket > text[start:end].count("]"):
        end = start + len(text[start:end].rstrip("["))
    return NounPhrase(start, end, head)


def _is_verb(text: str, word: tuple[int, int, str]) -> bool:
    """Whether a lone word that is no plural is a verb, since a determiner or "to" follows: "2,900 pass the night"."""
    return not is_plural(word[2]) and word[2].islower() and bool(_VERB_OBJECT.match(text, word[1]))


def _goes_on(words: list[tuple[int, int, str]], token: str) -> bool:
    lower = token.lower()
    if not token[0].isalnum() or token[0].isdigit() or lower in STOP_WORDS:
        return False
    if not words:
        return True
    before = words[-1][2]
    noun_before = any(not _is_modifier(word) for _, _, word in words)
    if is_plural(before) and before.lower() not in _COMPOUNDING:
        return False
    if is_plural(before):
        return is_plural(token) and token.islower()
    if noun_before and lower not in _NOT_PARTICIPLES and _PARTICIPLE.fullmatch(token):
        return False
    if noun_before and lower.endswith("ly"):
        return False
    return not (token[0].isupper() and before[0].islower() and not _is_modifier(before))


def _is_modifier(word: str) -> bool:
    lower = word.lower()
    return (
        lower in _MODIFIERS
        or (lower not in _NOT_PARTICIPLES and bool(_PARTICIPLE.fullmatch(word)))
        or lower.endswith("ly")
        or lower.endswith(("’s", "'s", "’", "'"))
    )


def _no_head(word: str, count: int) -> bool:
    lower = word.lower()
    if lower in _MODIFIERS or lower.endswith("ly") or lower.endswith(("’s", "'s")):
        return True
    return lower not in _NOT_PARTICIPLES and bool(_PARTICIPLE.fullmatch(word))
