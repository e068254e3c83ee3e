"""Questions about what somebody said: which known speaker is meant, and what is asked of their words."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_SAY = (
    r"(?:say|says|said|saying|tell|tells|told|think|thinks|thought|believe|believes|believed|claim|claims|claimed|argue|argues"
    r"|argued|warn|warns|warned|announce|announces|announced|predict|predicts|predicted|describe|describes|described|call"
    r"|calls|called|explain|explains|explained|estimate|estimates|estimated|expect|expects|expected|promise|promises"
    r"|promised|pledge|pledged|deny|denies|denied|blame|blames|blamed|respond|responds|responded|react|reacts|reacted"
    r"|comment|comments|commented|mention|mentions|mentioned|add|adds|added|write|writes|wrote|report|reports|reported"
    r"|ask|asks|asked|demand|demands|demanded|suggest|suggests|suggested|recommend|recommends|recommended|state|states"
    r"|stated|confirm|confirms|confirmed|admit|admits|admitted|acknowledge|acknowledges|acknowledged|insist|insists"
    r"|insisted|criticise|criticised|criticize|criticized|reveal|reveals|revealed|declare|declares|declared|note|notes"
    r"|noted|emphasize|emphasized|emphasise|emphasised|stress|stressed|put|view|views|viewed|feel|feels|felt)"
)
_VIEW = (
    r"(?:views?|opinions?|positions?|stance|take|comments?|remarks?|statements?|reactions?|response|responses|account|words"
    r"|claims?|assessment|estimates?|thoughts|criticisms?|explanation|quotes?|quotations?|warnings?|predictions?|testimony"
    r"|argument|arguments|version|description|message|accusations?|promises?)"
)
_ABOUT = r"(?:about|on|of|regarding|concerning|over|to|for|as to|that|with regard to)"
_SPEAKER = r"(?P<speaker>[^,?]{2,80}?)"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^(?P<before>.*?)\b(?:did|does|do|has|have|had|is|was|would|will)\s+{_SPEAKER}\s+(?:also\s+|ever\s+|actually\s+)?"
        rf"(?:been\s+)?{_SAY}\b(?P<about>.*)$",
        rf"^(?P<before>.*?)\baccording to\s+{_SPEAKER}(?:\s*[,?]\s*(?P<about>.*)|[.?!\s]*)$",
        rf"^(?P<before>.*?)(?:^|\b(?:is|was|are|were|in|what|from)\s+){_SPEAKER}(?:['’]s|(?<=s)['’])\s+(?:own\s+)?{_VIEW}\b"
        r"(?P<about>.*)$",
        rf"^(?P<before>.*?)\b{_VIEW}\s+(?:of|by|from)\s+{_SPEAKER}\s+(?:on|about|regarding|concerning)\b(?P<about>.*)$",
        rf"^(?P<before>.*?)\b(?:what|how|why|that)\s+{_SPEAKER}\s+(?:has\s+|have\s+|had\s+)?{_SAY}\b(?P<about>.*)$",
        rf"^(?P<before>\s*quote\s+){_SPEAKER}\s+(?:on|about)\b(?P<about>.*)$",
        rf"^(?P<before>\s*){_SPEAKER}\s+{_SAY}\s+what\b(?P<about>.*)$",
    )
)
_LEADS_IN = re.compile(rf"^\W*(?:{_ABOUT}\b\W*)+", re.IGNORECASE)
_ASKING = re.compile(
    r"^\W*(?:and|but|so|what|which|how|why|when|where|who|exactly|else|things?|is|was|are|were|the|tell me|show me|in)\b",
    re.IGNORECASE,
)
_SMALL = frozenset(
    "a an the this that his her its their some mr mrs ms miss mx dr sir prof professor president of for at in on and".split()
)
_SUFFIXES = frozenset("jr sr ii iii".split())
_LEAST_ALIKE = 84  # rapidfuzz's ratio of 0 to 100, for a slip in a name of several letters
_FEWEST_LETTERS = 5  # of a word that may be misspelled


@dataclass(frozen=True, slots=True)
class AskedOf:
    """A question about one speaker's words.

    speaker: the known speaker who is meant; about: what is left of the question, without who is asked of.
    """

    speaker: str
    about: str


def said_by(question: str, speakers: Sequence[str], roles: Mapping[str, str] | None = None) -> str | None:
    """The known speaker about whose words a question is; `None` if it is about nobody's, or about a stranger's."""
    asked = asked_of(question, speakers, roles)
    return asked.speaker if asked else None


def asked_of(question: str, speakers: Sequence[str], roles: Mapping[str, str] | None = None) -> AskedOf | None:
    """The known speaker about whose words a question is, and what is asked of them; `None` as for `said_by`.

    Args:
        question: as the user typed it.
        speakers: the names of known speakers, and descriptions such as "a spokesperson".
        roles: what speakers are, by name, so that "the coroner" finds one.
    """
    for pattern in _PATTERNS:
        match = pattern.match(question.strip())
        if not match:
            continue
        speaker = speaker_called(match["speaker"], speakers, roles)
        if speaker:
            return AskedOf(speaker, _left(match["before"], match["about"] or ""))
    return None


def speaker_called(name: str, speakers: Sequence[str], roles: Mapping[str, str] | None = None) -> str | None:
    """The speaker whom a name, surname, role or slightly misspelled name means; the first of those that fit best."""
    wanted = _words(name)
    if not wanted:
        return None
    best: tuple[int, str] | None = None
    for speaker in speakers:
        score = _likeness(wanted, _words(speaker), _words((roles or {}).get(speaker, "")))
        if score and (best is None or score > best[0]):
            best = score, speaker
    return best[1] if best else None


def alike_speakers(speaker: str, speakers: Sequence[str]) -> list[str]:
    """The speakers whose names are the same but for titles, accents and suffixes, `speaker` among them."""
    words = _words(speaker)
    return [each for each in speakers if _words(each) == words]


def _likeness(wanted: Sequence[str], name: Sequence[str], role: Sequence[str]) -> int:
    """How well words fit a speaker: 5 the same, 4 part of the name, 3 name and role, 2 role alone, 1 misspelled, 0 not."""
    if not name:
        return 0
    if list(wanted) == list(name):
        return 5
    initials = "".join(word[0] for word in name)
    if len(wanted) == 1 and len(wanted[0]) > 1 and wanted[0] == initials:
        return 4
    if len(name) == 1 and len(name[0]) > 1 and name[0] == "".join(word[0] for word in wanted):
        return 4
    if set(wanted) <= set(name):
        return 4
    if name[-1] in wanted and set(wanted) <= {*name, *role}:
        return 3
    if name[-1] == wanted[-1] and len(wanted) > 1 and set(name) <= set(wanted):
        return 3
    if role and set(wanted) <= set(role):
        return 2
    return 1 if _is_slip(wanted, name) else 0


def _is_slip(wanted: Sequence[str], name: Sequence[str]) -> bool:
    """Whether every word of a name, its surname among them, is spelled nearly as a speaker's."""
    from rapidfuzz.fuzz import ratio  # loaded only for a name that is not known as it stands

    def is_near(one: str, other: str) -> bool:
        return one == other or (len(one) >= _FEWEST_LETTERS and ratio(one, other) >= _LEAST_ALIKE)

    return is_near(wanted[-1], name[-1]) and all(any(is_near(one, other) for other in name) for one in wanted)


def _words(name: str) -> list[str]:
    """The words that tell speakers apart: lower case, without accents, titles and "the"."""
    folded = unicodedata.normalize("NFKD", name.lower().replace("’", "'"))
    letters = "".join(character for character in folded if not unicodedata.combining(character))
    found = [
        word.removesuffix("'s").replace(".", "") for word in re.findall(r"[\w.'-]+", re.sub(r"\([^)]*\)", " ", letters))
    ]
    words = [word for word in found if word and word not in _SMALL and word not in _SUFFIXES]
    return words or [word for word in found if word]


def _left(before: str, about: str) -> str:
    """What is asked of the words: what follows "say about", or what stands before "according to"."""
    rest = _LEADS_IN.sub("", about).strip(" ?!.,")
    if rest:
        return rest
    previous = None
    while previous != before:
        previous = before
        before = _ASKING.sub("", before)
    return before.strip(" ?!.,")
