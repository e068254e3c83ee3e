"""What is said of counted people and things: killed, injured, missing, displaced and the like, as groups of words."""

import re

_GROUPS = {
    "killed": (
        "kill|kills|killed|killing|killings|dead|die|dies|died|dying|death|deaths|fatality|fatalities|perish|perished|"
        "slain|murder|murdered|murders|drowned|casualties|funerals|buried|body|bodies|corpses|death toll|toll|"
        "lost their lives|loss of life|lives lost|claimed the lives"
    ),
    "injured": "injure|injured|injures|injuring|injury|injuries|wound|wounded|wounding|wounds|hurt|maimed",
    "missing": "missing|unaccounted|disappeared|disappearances|without trace|without a trace|lost at sea",
    "displaced": (
        "displace|displaced|displaces|displacing|homeless|evacuate|evacuated|evacuees|evacuating|"
        "uprooted|refugees|flee|fled|fleeing|flees|driven from|forced from|forced out|left their homes|left their houses|"
        "leave their homes|abandoned their homes|abandoned their houses|out of their homes|return home|"
        "return to their houses|return to their homes|go home|sleep in|sleeping in|pass the night"
    ),
    "arrested": "arrest|arrested|arrests|detain|detained|detentions|custody|jailed|imprisoned|rounded up",
    "kidnapped": "kidnap|kidnapped|kidnappings|abducted|abductions|hostages|taken hostage",
    "infected": "infect|infected|infections|contracted|diagnosed|sickened",
    "hungry": "hunger|hungry|food insecurity|food insecure|malnourished|starving|famine",
    "unemployed": "unemployed|jobless|out of work|laid off|layoffs|redundant|redundancies|job cuts|lost their jobs",
    "without power": "without power|without electricity|power was out|lost power|power cut|blackout",
    "destroyed": "destroy|destroyed|destroying|flattened|razed|levelled|leveled|collapsed|swept away|burned down|gutted",
    "damaged": "damage|damaged|damaging",
    "attended": "attended|marched|demonstrated|protested|rallied|turned out|mourners|protesters|marchers|demonstrators",
    "deployed": "deploy|deployed|deploying|deployment",
    "promised": "promise|promised|promises|pledge|pledged|pledges|committed",
}
OF_PEOPLE = frozenset(
    ("killed", "injured", "missing", "displaced", "arrested", "kidnapped", "infected", "hungry", "unemployed")
)
"""The measures that count people, even where the text leaves the word out."""
_MEASURE = re.compile(
    r"\b(?:" + "|".join(f"(?P<g{n}>{words})" for n, words in enumerate(_GROUPS.values())) + r")\b", re.IGNORECASE
)
_NAMES = list(_GROUPS)
_ACTIVE = re.compile(
    r"\b(?P<verb>kill(?:s|ed|ing)?|injur(?:es?|ed|ing)|wound(?:s|ed|ing)?|displac(?:es?|ed|ing)|arrest(?:s|ed|ing)?|"
    r"detain(?:s|ed|ing)?|kidnapp?(?:s|ed|ing)?|abduct(?:s|ed|ing)?|evacuat(?:es?|ed|ing)|destroy(?:s|ed|ing)?|"
    r"damag(?:es?|ed|ing)|infect(?:s|ed|ing)?|deploy(?:s|ed|ing)?|pledg(?:es?|ed|ing)|promis(?:es?|ed|ing)|"
    r"murder(?:s|ed|ing)?|claim(?:s|ed|ing)? the lives of|uproot(?:s|ed|ing)?)\s+$",
    re.IGNORECASE,
)


def measures_in(text: str) -> list[tuple[int, str]]:
    """Every measure word of a text: where it begins, and the name of its group."""
    return [(match.start(), _name(match)) for match in _MEASURE.finditer(text)]


def active_before(text: str) -> str | None:
    """The measure whose verb a text ends with, so that what follows is its object: "a blast that killed"."""
    match = _ACTIVE.search(text)
    if not match:
        return None
    verb = match["verb"].lower()
    return "killed" if verb.startswith("claim") else group_of(verb)


def group_of(word: str) -> str | None:
    """The measure that a word names; `None` if it names none."""
    match = _MEASURE.fullmatch(word)
    return _name(match) if match else None


def _name(match: re.Match[str]) -> str:
    return next(name for n, name in enumerate(_NAMES) if match[f"g{n}"])
