"""The person whom the answer to a who-question names: the "she" of the question after it."""

import re

from clipfile.app.citation import Citation
from clipfile.corpus.people import Person, people_in
from clipfile.corpus.words import words_of
from clipfile.index.store import Store
from clipfile.index.tokens import terms_of


def person_named(store: Store, citation: Citation, question: str) -> Person | None:
    """The person in a quote whose role a question asks for, else the only one that it does not name and who does not speak."""
    indexed = store.indexed(citation.article)
    text = indexed.article.text
    people = people_in(text, [words_of(text, sentence) for sentence in indexed.sentences]).everybody
    named = [one for one in people if _is_in(one, citation.quote) and not _is_in(one, question)]
    asked = set(terms_of(question))
    of_role = [
        one for one in named if 2 * len(asked & set(terms_of(f"{one.role or ''} {one.title or ''}"))) > len(asked)
    ]
    found = of_role or [one for one in named if not _is_in(one, citation.speaker or "")]
    return found[0] if len(found) == 1 else None


def _is_in(person: Person, text: str) -> bool:
    return bool(re.search(rf"\b{re.escape(person.parts[-1])}\b", text, re.IGNORECASE))
