"""The measure of figures, with the expected shares written out."""

import json
from pathlib import Path

import pytest

from clipfile.corpus.reading import read_collection
from clipfile.eval.figures_measure import main, measure, read_gold_figures


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "flood.txt").write_text(
        "At least 41 people died. Three bridges fell. The river rose 12 metres.", encoding="utf-8"
    )
    (tmp_path / "articles" / "unlabelled.txt").write_text("Five ships sank.", encoding="utf-8")
    labels = [
        {
            "quote": "At least 41 people",
            "low": 41,
            "high": None,
            "hedge": "at_least",
            "unit": "people",
            "counted": "dead",
        },
        {"quote": "12 metres", "low": 12, "high": 12, "hedge": "about", "unit": "metres", "counted": None},
        {"quote": "fell", "low": 9, "high": 9, "hedge": "exact", "unit": None, "counted": None},
    ]
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "figures.jsonl").write_text(
        "\n".join(json.dumps({"article": "flood", "occurrence": 0, "as_of": None} | label) for label in labels),
        encoding="utf-8",
    )
    return tmp_path


def test_shares_are_counted_over_the_labelled_articles(folder):
    collection = read_collection(folder / "articles")
    measured = measure(collection, read_gold_figures(folder / "labels" / "figures.jsonl", collection))
    assert (measured.precision.right, measured.precision.all) == (2, 3)  # three bridges are not labelled
    assert (measured.recall.right, measured.recall.all) == (2, 3)  # nothing has the value 9
    assert (measured.hedge.right, measured.hedge.all) == (1, 2)
    assert (measured.unit.right, measured.unit.all) == (2, 2)
    assert (measured.counted.right, measured.counted.all) == (1, 1)


def test_figures_of_the_shipped_articles_are_found():
    root = Path(__file__).parents[2]
    collection = read_collection(root / "corpus" / "articles")
    measured = measure(collection, read_gold_figures(root / "eval" / "figures" / "development.jsonl", collection))
    assert measured.precision.value >= 0.95
    assert measured.recall.value >= 0.9


def test_label_that_is_not_in_the_article_is_named(folder):
    path = folder / "labels" / "figures.jsonl"
    path.write_text(json.dumps({"article": "flood", "quote": "70 people"}), encoding="utf-8")
    with pytest.raises(ValueError, match=r"figures.jsonl:1: '70 people' stands 0 times in flood"):
        read_gold_figures(path, read_collection(folder / "articles"))


def test_table_is_printed(folder, capsys):
    main([str(folder)])
    assert "precision           0.667  (2/3)" in capsys.readouterr().out
