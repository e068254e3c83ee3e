"""The record of a speaker: somebody or something that words can come from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody or something that words can come from.

    name: in full, or the description as introduced.
    role: what the article introduces them as.
    gender: "f" or "m"; `None` where nothing tells, and for institutions.
    plural: whether it is more than one.
    nouns: the words, in lower case, that a later "the spokeswoman" can take up; head: the noun of a description.
    is_person: whether "he" or "she" can mean it; is_institution: whether "it" can.
    is_document: whether it is a report, a letter and the like.
    is_named: whether it has a name.
    """

    name: str
    role: str | None = None
    gender: str | None = None
    plural: bool = False
    nouns: frozenset[str] = frozenset()
    head: str = ""
    is_person: bool = True
    is_institution: bool = False
    is_document: bool = False
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class Noted:
    """That somebody was spoken of, in which paragraph, and whether as the one who does something."""

    speaker: Speaker
    paragraph: int
    is_subject: bool
