"""Sentences that answer by their form, whatever the model makes of them: somebody's own words, an age behind a name."""

import re

from clipfile.app.query_reading import Reading
from clipfile.app.said_by import asked_of
from clipfile.index.names import Names
from clipfile.index.sentences import SentenceHit
from clipfile.index.store import Store
from clipfile.index.tokens import terms_of

_WHAT_SAID = re.compile(r"\s*what (?:did|does|has|have)\b", re.IGNORECASE)
_TELLING = frozenset(terms_of("say tell comment mention"))
_HOW_OLD = re.compile(r"\s*how old (?:is|was) (?P<name>[^?,]+?)\W*", re.IGNORECASE)


def answers_outright(store: Store, names: Names, hit: SentenceHit, reading: Reading) -> bool:
    """Whether a sentence is words of the speaker asked for that hold every word of the question, or says how old they are."""
    if old := _HOW_OLD.fullmatch(reading.text):
        return bool(re.search(rf"\b{re.escape(old['name'].split()[-1])}, \d\d(?:,|\.$)", hit.quote))
    if not reading.speakers or not _WHAT_SAID.match(reading.text):
        return False
    speaker = store.indexed(hit.article.article_id).voice(hit.span).speaker
    asked = set(terms_of(reading.text)) - _TELLING - set(terms_of(asked_of(reading.text, names.speakers)[0]))
    return speaker in reading.speakers and asked <= hit.matched
