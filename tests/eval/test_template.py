import json
from pathlib import Path

import pytest

from clipfile.corpus.collection import Collection
from clipfile.corpus.reading import read_collection
from clipfile.eval.gold_files import GoldFileError, read_claims, read_questions
from clipfile.eval.sets import SHIPPED_ARTICLES
from clipfile.eval.template import FEWEST_WORDS, pick, write_template


@pytest.fixture(scope="module")
def shipped_collection() -> Collection:
    return read_collection(SHIPPED_ARTICLES)


def test_a_template_that_is_filled_in_can_be_read(shipped_collection: Collection, tmp_path: Path) -> None:
    questions, claims = write_template(shipped_collection, tmp_path / "new", 10)
    questions.write_text(questions.read_text().replace('"question": "…"', '"question": "Who?"'))
    claims.write_text(claims.read_text().replace('"claim": "…"', '"claim": "Somebody did."'))
    assert len(read_questions(questions, shipped_collection)) == 10
    assert len(read_claims(claims, shipped_collection)) == 10


def test_what_is_not_filled_in_is_not_read(shipped_collection: Collection, tmp_path: Path) -> None:
    questions, _ = write_template(shipped_collection, tmp_path, 5)
    questions.write_text(questions.read_text().replace('"question": "…"', '"question": "Who?"', 1))
    assert [each.question_id for each in read_questions(questions, shipped_collection)] == ["q001"]


def test_sentences_are_picked_across_the_articles(shipped_collection: Collection) -> None:
    picked = pick(shipped_collection, 10)
    assert [article.article_id for article, _ in picked] == [
        each.article_id for each in shipped_collection for _ in "ab"
    ]
    assert all(len(article.quote(span).split()) >= FEWEST_WORDS for article, span in picked)
    assert picked == pick(shipped_collection, 10)


def test_no_more_are_picked_than_there_are(collection: Collection) -> None:
    assert len(pick(collection, 100)) == 0  # every sentence of the three articles is short


def test_what_is_already_there_is_not_overwritten(shipped_collection: Collection, tmp_path: Path) -> None:
    write_template(shipped_collection, tmp_path)
    with pytest.raises(GoldFileError, match=r"questions.jsonl is already there; name another folder with --out"):
        write_template(shipped_collection, tmp_path)


def test_every_line_but_the_head_is_json(shipped_collection: Collection, tmp_path: Path) -> None:
    for path in write_template(shipped_collection, tmp_path, 3):
        lines = path.read_text().splitlines()
        assert [json.loads(line)["id"][1:] for line in lines if not line.startswith("//")] == ["001", "002", "003"]
