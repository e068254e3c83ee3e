"""Sentences that answer by their form, whatever the model makes of them: somebody's own words, an age, a name in full."""

import re

from clipfile.app.query_reading import Reading
from clipfile.app.said_by import asked_of
from clipfile.index.abbreviations import abbreviations_in
from clipfile.index.hybrid import HybridIndex
from clipfile.index.sentences import SentenceHit
from clipfile.index.tokens import fold, terms_of

_WHAT_SAID = re.compile(r"\s*what (?:did|does|has|have)\b", re.IGNORECASE)
_TELLING = frozenset(terms_of("say tell comment mention"))
_HOW_OLD = re.compile(r"\s*how old (?:is|was) (?P<name>[^?,]+?)\W*", re.IGNORECASE)


_STANDS_FOR = re.compile(
    r"\s*(?:what (?:does|do|is|are|was|were) (?:the )?(?:(?:abbreviation|acronym|initials|letters) )?(?P<short>[\w.&-]+) "
    r"(?:stand|short|(?:an )?(?:abbreviation|acronym)|mean)\b.*|(?:what(?:['’]s| is) )?(?:the )?full (?:name|form) (?:of|for) "
    r"(?:the )?(?P<other>[\w.&-]+?)\W*)",
    re.IGNORECASE,
)


def answers_outright(index: HybridIndex, hit: SentenceHit, reading: Reading) -> bool:
    """Whether a sentence holds all that is asked for in the form in which it is written.

    It is words of the speaker asked for that hold every word of the question, says how old somebody is, or writes the name in
    full beside its letters.
    """
    if old := _HOW_OLD.fullmatch(reading.text):
        return bool(re.search(rf"\b{re.escape(old['name'].split()[-1])}, \d\d(?:,|\.$)", hit.quote))
    if letters := _STANDS_FOR.fullmatch(reading.text):
        short = fold(letters["short"] or letters["other"]).replace(".", "")
        return any(fold(each.short) == short for each in abbreviations_in([hit.quote]))
    if not reading.speakers or not _WHAT_SAID.match(reading.text):
        return False
    speaker = index.store.indexed(hit.article.article_id).voice(hit.span).speaker
    asked = set(terms_of(reading.text)) - _TELLING - set(terms_of(asked_of(reading.text, index.names.speakers)[0]))
    return speaker in reading.speakers and asked <= hit.matched
