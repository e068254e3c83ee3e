"""The evidence desk's measures, with the expected shares written out."""

import json
from collections import Counter
from pathlib import Path

import pytest
from tests_encoder import FakeEncoder

from clipfile.corpus.article import Article
from clipfile.corpus.lineage import Derivation, ToldBy
from clipfile.corpus.origins import Kind
from clipfile.corpus.voice import Voice, VoiceKind
from clipfile.eval import origins_measure, voices_measure
from clipfile.eval.desk_tables import desk_in_words, desk_table
from clipfile.eval.evidence_desk import LabelledSet, labelled_sets, measure_desk
from clipfile.eval.intervals import Measured, share_with_interval
from clipfile.eval.origins_measure import GoldOrigins
from clipfile.eval.result import DeskPart, Variant
from clipfile.eval.sets import Half
from clipfile.eval.share import Share
from clipfile.eval.table import as_text
from clipfile.eval.trace_measure import Form, Mark, TraceMeasure, edited, excerpts_of, mark_of
from clipfile.eval.voices_measure import Judged


def test_interval_of_a_share_is_wilsons() -> None:
    measured = share_with_interval(Share(8, 10))
    assert (measured.value, measured.n) == (0.8, 10)
    assert (measured.low, measured.high) == pytest.approx((0.4902, 0.9433), abs=1e-4)  # Wilson (1927) for 8 of 10


def test_share_of_nothing_has_no_value() -> None:
    assert share_with_interval(Share(0, 0)) == Measured(None)


def pair(*names: str) -> frozenset[str]:
    return frozenset(names)


def test_a_wrong_pair_counts_against_copies_and_rewrites() -> None:
    gold = GoldOrigins(
        frozenset({pair("a", "b"), pair("c", "d"), pair("e", "f")}),
        frozenset({pair("a", "b")}),
        (("a", "b", True), ("c", "d", False), ("e", "f", True)),
    )
    found = frozenset({pair("a", "b"), pair("c", "d"), pair("a", "c")})
    derivations = [
        Derivation("a", "b", Kind.COPY, True, ToldBy.DATES, 1.0, 1.0),
        Derivation("d", "c", Kind.REWRITE, True, ToldBy.DATES, 0.1, 0.9),
    ]
    measured = origins_measure.measure(gold, found, derivations)
    assert measured.precision == Share(2, 3)
    assert measured.recall == Share(2, 3)
    assert measured.copies_precision == Share(1, 2)
    assert measured.copies_recall == Share(1, 1)
    assert measured.rewrites_precision == Share(1, 2)
    assert measured.rewrites_recall == Share(1, 2)
    assert measured.rewrites_f1 == pytest.approx(2 * (1 / 2) * (1 / 2) / (1 / 2 + 1 / 2))
    assert measured.dated == Share(1, 2)
    assert measured.directed == Share(1, 3)
    assert measured.said == Share(1, 2)
    assert (measured.missed, measured.wrong) == (("e + f",), ("a + c",))


def test_voices_and_speakers_are_counted() -> None:
    attributed, asserted = VoiceKind.ATTRIBUTED, VoiceKind.ASSERTED
    judged = [
        Judged("a", "q", attributed, "Ann Lee", Voice(attributed, "Lee")),
        Judged("a", "q", attributed, "Ann Lee", Voice(attributed, "Bo")),
        Judged("a", "q", attributed, "Ann Lee", Voice(asserted)),
        Judged("a", "q", asserted, None, Voice(attributed, "Bo")),
    ]
    measured = voices_measure.measure(judged)
    assert measured.voice == Share(2, 4)
    assert measured.precision[attributed] == Share(2, 3)
    assert measured.recall[attributed] == Share(2, 3)
    assert measured.speaker == Share(1, 3)
    assert measured.named == Share(1, 2)
    assert measured.made_up == Share(1, 1)


def test_precision_of_traces_is_of_those_shown_and_recall_of_those_that_stand_there() -> None:
    marks = {
        Form.VERBATIM: Counter({Mark.RIGHT: 6, Mark.PARTLY: 1, Mark.WRONG: 1, Mark.DECLINED: 2}),
        Form.NOWHERE: Counter({Mark.RIGHT: 8, Mark.WRONG: 2}),
    }
    measured = TraceMeasure(marks, ())
    assert measured.recall == Share(6, 10)
    assert measured.precision == Share(6, 6 + 1 + 1 + 2)
    assert measured.total.total() == 20


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "labels").mkdir()
    (tmp_path / "articles" / "flood.txt").write_text("At least 41 people died. Mayor Ann Lee said the river rose fast.")
    figure = {"article": "flood", "quote": "At least 41 people", "low": 41, "high": None, "hedge": "at_least"}
    figure |= {"unit": "people", "counted": "dead", "as_of": None}
    voices = [
        {"article": "flood", "quote": "At least 41 people died.", "voice": "asserted", "speaker": None},
        {
            "article": "flood",
            "quote": "Mayor Ann Lee said the river rose fast.",
            "voice": "attributed",
            "speaker": "Lee",
        },
    ]
    (tmp_path / "labels" / "figures.jsonl").write_text(json.dumps(figure))
    (tmp_path / "labels" / "voices.jsonl").write_text("\n".join(map(json.dumps, voices)))
    (tmp_path / "labels" / "origins.jsonl").write_text("")
    return tmp_path


def test_parts_without_labels_are_left_out(folder: Path) -> None:
    labels = folder / "labels"
    figures_file, voices_file = labels / "figures.jsonl", labels / "voices.jsonl"
    one = LabelledSet("flood", Half.DEVELOPMENT, folder / "articles", figures=figures_file, voices=voices_file)
    parts = measure_desk([one], FakeEncoder())
    assert [part.name for part in parts] == ["figures", "voices"]
    (figures,), (voices,) = (part.rows for part in parts)
    assert (figures.name, figures.note) == ("flood, development", "1 articles")
    assert (figures.measures["precision"].value, figures.measures["recall"].value) == (1, 1)
    assert (voices.measures["voice"].value, voices.measures["speaker"].value) == (1, 1)


def test_origins_are_measured_over_an_index_made_for_it(folder: Path) -> None:
    one = LabelledSet("flood", Half.HELD_OUT, folder / "articles", origins=folder / "labels" / "origins.jsonl")
    (part,) = measure_desk([one], FakeEncoder())
    assert part.rows[0].name == "flood, held out"
    assert part.rows[0].measures["recall"] == Measured(None)  # no pair is labelled


def test_disagreements_are_those_shown_and_those_labelled(folder: Path) -> None:
    def side(toll: str, day: str) -> dict:
        return {"outlet": "The Bell", "published": day, "text": f"{toll} people died in the flood.", "quote": toll}

    labels = [
        {"a": side("41", "2030-05-01"), "b": side("41", "2030-05-01"), "kind": "none", "words": ""},
        {"a": side("41", "2030-05-01"), "b": side("58", "2030-05-01"), "kind": "conflict", "words": ""},
    ]
    (folder / "pairs.jsonl").write_text("\n".join(map(json.dumps, labels)))
    one = LabelledSet("pairs", Half.DEVELOPMENT, folder / "articles", disagreements=folder / "pairs.jsonl")
    (part,) = measure_desk([one], FakeEncoder())
    assert (part.name, part.rows[0].note) == ("disagreements", "2 pairs")
    assert part.rows[0].measures["recall"].n == 1  # one of the pairs is labelled as a disagreement
    assert part.rows[0].measures["precision"].n == int(part.rows[0].measures["recall"].value or 0)


def test_halves_choose_the_sets() -> None:
    assert {each.half for each in labelled_sets([Half.HELD_OUT])} == {Half.HELD_OUT}
    assert {each.half for each in labelled_sets([Half.DEVELOPMENT])} == {Half.DEVELOPMENT}
    for each in labelled_sets(list(Half)):
        files = [each.articles, each.figures, each.voices, each.origins, *each.trace, each.paraphrases]
        assert all(path.exists() for path in files if path)


def test_table_has_a_row_for_each_set_and_the_goals() -> None:
    rows = (
        Variant(
            "one",
            "3 articles",
            {"precision": Measured(0.5, n=1200), "recall": Measured(1.0, n=1), "hedge": Measured(None)},
        ),
        Variant("two", "4 articles", {"precision": Measured(0.25)}),
    )
    table = desk_table(DeskPart("figures", rows))
    assert table.header == ("", "", "precision", "recall", "hedge")
    assert table.rows == (
        ("one", "3 articles", "50.0% of 1,200", "100.0% of 1", "–"),
        ("two", "4 articles", "25.0%", "–", "–"),
        ("goal", "", "95%", "90%", ""),
    )
    assert "Figures" in as_text(table)
    assert desk_in_words([]) == []
    assert desk_in_words([DeskPart("figures", rows)])[0].startswith("The evidence desk")


def test_excerpts_in_other_words_are_left_out_where_none_are_written(collection_of_sentences) -> None:
    forms = {each.form for each in excerpts_of(collection_of_sentences, None, ["Nobody wrote this sentence."] * 60)}
    assert forms == {Form.VERBATIM, Form.EDITED, Form.NOWHERE}


@pytest.fixture
def collection_of_sentences():
    from clipfile.corpus.collection import Collection

    sentences = " ".join(f"The keeper of tower number {n} counted many ships on the quiet sea." for n in range(12))
    return Collection((Article("ships", sentences),))


def test_an_edited_excerpt_differs_from_its_text() -> None:
    import random

    text = "The keeper of tower number 7 counted many ships on the quiet sea."
    assert all(edited(text, random.Random(seed)) != "" for seed in range(20))
    assert sum(edited(text, random.Random(seed)) != text for seed in range(20)) >= 15


def test_what_is_nowhere_is_right_if_nothing_is_shown() -> None:
    from clipfile.app.trace import Trace
    from clipfile.eval.trace_measure import Excerpt

    assert mark_of(Excerpt(Form.NOWHERE, "t"), Trace("t")) is Mark.RIGHT
    article = Article("a", "The words stand here.")
    from clipfile.corpus.article import Span

    assert mark_of(Excerpt(Form.VERBATIM, "t", ((article, Span(0, 9)),)), Trace("t")) is Mark.DECLINED
