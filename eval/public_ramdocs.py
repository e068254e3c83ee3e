"""RAMDocs: ambiguous questions over documents of which some mislead. Wang et al. (2025), arXiv:2504.13079.

Each question has documents of its own. Right and wrong answers are known as words, so they are looked for in the quotes shown;
the published figures are of generated answers and not comparable.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from clipfile.eval.beir import Document, RetrievalSet, SetQuery
from clipfile.eval.shown import Ask

AskAmong = Callable[[Sequence[Document]], Ask]
"""From documents to a system that answers over them."""


def measure_ramdocs(
    retrieval: RetrievalSet, queries: Sequence[SetQuery], ask_among: AskAmong
) -> list[dict[str, float]]:
    """Of each question, its measures by name, 0 to 1.

    `right_shown`: share of the right answers in the quotes shown. `all_right_shown`: all of them. Where the documents hold
    wrong
    answers: `wrong_shown`, one is in the quotes; `wrong_alone`, one is and no right one; `wrong_as_disagreement`, of those
    shown, whether a disagreement that is shown names it.
    """
    documents: dict[str, list[Document]] = {}
    for document in retrieval.documents:
        documents.setdefault(str(document.meta.get("q")), []).append(document)
    measures = []
    for query in queries:
        answer = ask_among(documents.get(query.query_id, []))(query.text, (), None)
        measures.append(answers_shown(query.meta.get("gold", []), query.meta.get("wrong", []), answer))
    return measures


def answers_shown(right: Sequence[str], wrong: Sequence[str], answer: Mapping[str, Any]) -> dict[str, float]:
    """What of the right and the wrong answers an answer shows."""
    quotes = [plain(citation["quote"]) for citation in answer.get("citations", ())]
    found = [_stands_in(each, quotes) for each in dict.fromkeys(right)]
    measures = {"answered": float(answer.get("status") == "answered")}
    if found:
        measures |= {"right_shown": sum(found) / len(found), "all_right_shown": float(all(found))}
    if wrong:
        misled = [each for each in dict.fromkeys(wrong) if _stands_in(each, quotes)]
        measures |= {"wrong_shown": float(bool(misled)), "wrong_alone": float(bool(misled) and not any(found))}
        if misled:
            named = plain(str(answer.get("disagreements", "")))
            measures["wrong_as_disagreement"] = float(all(_stands_in(each, [named]) for each in misled))
    return measures


def _stands_in(words: str, quotes: Sequence[str]) -> bool:
    looked_for = plain(words)
    return bool(looked_for) and any(f" {looked_for} " in f" {quote} " for quote in quotes)


def plain(text: str) -> str:
    """Lower case without accents, punctuation and articles, as the exact match of SQuAD compares."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    words = re.findall(r"\w+", "".join(letter for letter in letters if not unicodedata.combining(letter)))
    return " ".join(word for word in words if word not in ("a", "an", "the"))
