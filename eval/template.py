"""Starting an own set: passages picked across the articles, each with a question and a claim to fill in."""

import json
import random
from pathlib import Path

from clipfile.corpus.article import Article, Span
from clipfile.corpus.collection import Collection
from clipfile.corpus.sentences import sentences_of
from clipfile.eval.gold_files import TO_FILL_IN, GoldFileError
from clipfile.eval.intervals import SEED

FEWEST_WORDS = 12  # shorter sentences seldom answer anything
PICKED = 20


def write_template(collection: Collection, folder: Path, n_picked: int = PICKED) -> list[Path]:
    """Writes `questions.jsonl` and `claims.jsonl` into a folder and returns them.

    A line without a question is not read, so a set can be tried while it grows.

    Raises:
        GoldFileError: if one of the files is already there.
    """
    paths = [folder / "questions.jsonl", folder / "claims.jsonl"]
    for path in paths:
        if path.exists():
            raise GoldFileError(f"{path} is already there; name another folder with --out, or delete it")
    picked = pick(collection, n_picked)
    folder.mkdir(parents=True, exist_ok=True)
    for path, line_of, head in zip(paths, (_question, _claim), (QUESTIONS_HEAD, CLAIMS_HEAD), strict=True):
        lines = [json.dumps(line_of(number, *each), ensure_ascii=False) for number, each in enumerate(picked, 1)]
        path.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")
    return paths


QUESTIONS_HEAD = (
    "// Lines that begin with // are not read, nor are lines whose question is still “…”.",
    "// Write a question that the quote answers, or take another quote. List every sentence that answers, in every article.",
    "// type: single_fact, several_articles, disagree, change, who_said, as_of, follow_up, false_premise, not_in_articles.",
    "// Different answers get different sides. Write some questions that the articles do not answer: not_in_articles, gold [].",
)
CLAIMS_HEAD = (
    "// Lines that begin with // are not read, nor are lines whose claim is still “…”.",
    "// Write a claim that the quote supports or refutes. verdict: supported, refuted, conflicting, not_enough_evidence.",
    "// change: paraphrase, negation, figure, date, name, scope, modality, two_facts, absent, both_sides.",
    "// stance: supports or refutes. A claim that nothing settles has verdict not_enough_evidence and gold [].",
)


def pick(collection: Collection, n_picked: int) -> list[tuple[Article, Span]]:
    """Sentences from all articles in turn, spread over each; the same ones each time."""
    chance = random.Random(SEED)
    by_article = []
    for article in collection:
        sentences = [span for span in sentences_of(article.text, article.furniture) if _is_long(article, span)]
        chance.shuffle(sentences)
        by_article.append([(article, span) for span in sentences])
    picked: list[tuple[Article, Span]] = []
    while len(picked) < n_picked and any(by_article):
        picked += [sentences.pop() for sentences in by_article if sentences]
    return sorted(picked[:n_picked], key=lambda pair: (pair[0].article_id, pair[1].start))


def _is_long(article: Article, span: Span) -> bool:
    return len(article.quote(span).split()) >= FEWEST_WORDS


def _question(number: int, article: Article, span: Span) -> dict:
    gold = [{"article": article.article_id, "quote": article.quote(span), "side": "a"}]
    return {"id": f"q{number:03}", "question": TO_FILL_IN, "type": "single_fact", "gold": gold}


def _claim(number: int, article: Article, span: Span) -> dict:
    gold = [{"article": article.article_id, "quote": article.quote(span), "stance": "supports"}]
    return {"id": f"c{number:03}", "claim": TO_FILL_IN, "verdict": "supported", "change": "paraphrase", "gold": gold}
