"""Numbers spelled in words: a pattern that finds them, and their value."""

import re

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL = {word: number for number, word in enumerate(_ONES)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
}

_UNIT = "|".join(_ONES[1:])
_LOW = f"(?:(?:{'|'.join(_TENS)})(?:[-‑ ](?:{'|'.join(_ONES[1:10])})\\b)?|(?:{_UNIT})\\b)"
_HUNDREDS = rf"(?:(?:an?|{_LOW})[ ]hundred(?:(?:[ ]and)?[ ]{_LOW})?|{_LOW})"
_SCALE = "thousand|million|billion|trillion"
_GROUP = rf"(?:an?[ ](?:{_SCALE})|{_HUNDREDS}[- ](?:{_SCALE}))\b"
_AND = r",?(?:[ ]and)?[ ]"
WORDS = rf"(?:{_GROUP}(?:{_AND}{_GROUP})*(?:{_AND}{_HUNDREDS})?|{_HUNDREDS})"
"""A pattern for a cardinal number in words: a hundred and five thousand; works with re.VERBOSE and re.IGNORECASE."""


def value_of(words: str) -> int:
    """The value of a cardinal number in words: "two hundred and five thousand" is 205,000.

    Raises:
        ValueError: if a word is not part of a number.
    """
    total, group = 0, 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "and":
            continue
        if word in ("a", "an"):
            group += 1
        elif word in SMALL:
            group += SMALL[word]
        elif word == "hundred":
            group = max(group, 1) * 100
        elif word in SCALES:
            total, group = total + max(group, 1) * int(SCALES[word]), 0
        else:
            raise ValueError(f"{words!r} is not a number in words: {word!r} is not part of one")
    return total + group
