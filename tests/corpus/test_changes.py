"""What became of each sentence of an article in one made from it, with vectors written by hand."""

import numpy as np
import pytest

from clipfile.corpus.article import Article
from clipfile.corpus.changes import ChangeKind, changes_between
from clipfile.corpus.sentences import sentences_of

SOURCE = Article(
    "source",
    "The dam burst on Monday. At least 19 people died. “We saw nothing,” the mayor said. It was cold. The road is shut.",
)
DERIVED = Article(
    "derived", "The dam burst on Monday. At least 21 people died. The town saw nothing. The highway is shut. More soon."
)
COUNTERPARTS = [0, 1, 2, 4]  # of the derived article's sentences in the source; its last has none


def changes():
    vectors = np.eye(6, dtype=np.float32)
    sentences = sentences_of(SOURCE.text), sentences_of(DERIVED.text)
    return changes_between(SOURCE, DERIVED, sentences, (vectors[:5], vectors[[*COUNTERPARTS, 5]]))


def test_each_sentence_is_told_once_and_in_order() -> None:
    kinds = ChangeKind
    assert [change.kinds for change in changes()] == [
        (kinds.SAME,),
        (kinds.RENUMBERED,),
        (kinds.REATTRIBUTED,),
        (kinds.DROPPED,),
        (kinds.REWORDED,),
        (kinds.ADDED,),
    ]


def test_the_words_that_changed_are_slices_of_their_article() -> None:
    renumbered, reworded = changes()[1], changes()[4]
    assert [SOURCE.quote(span) for span in renumbered.dropped] == ["19"]
    assert [DERIVED.quote(span) for span in renumbered.added] == ["21"]
    assert [SOURCE.quote(span) for span in reworded.dropped] == ["road"]
    assert [DERIVED.quote(span) for span in reworded.added] == ["highway"]


def test_every_sentence_of_both_articles_appears() -> None:
    assert [change.source for change in changes() if change.source] == sentences_of(SOURCE.text)
    assert [change.derived for change in changes() if change.derived] == sentences_of(DERIVED.text)


def kinds_of(before: str, after: str) -> tuple[ChangeKind, ...]:
    source, derived = Article("source", before), Article("derived", after)
    one = np.eye(1, dtype=np.float32)
    (change,) = changes_between(source, derived, (sentences_of(before), sentences_of(after)), (one, one))
    return change.kinds


@pytest.mark.parametrize(
    ("before", "after", "reattributed"),
    [
        ("The dam leaked, Ann Lee said.", "The dam had been leaking.", True),
        ("“The dam leaked,” Ann Lee said.", "Ann Lee said that the dam had leaked.", True),
        ("The dam leaked, Ann Lee said.", "The dam leaked, Tom Roe said.", True),
        ("Ann Lee denied that the dam leaked.", "Ann Lee rejected claims that the dam leaked.", False),
        ("The dam leaked, Ann Lee said.", "According to Lee, the dam leaked.", False),
        ("“The dam leaked,” Ann Lee said.", "‘The dam leaked,’ says Ann Lee.", False),
    ],
    ids=["to the outlet", "quotation to report", "to another", "another verb", "another form", "other marks"],
)
def test_another_voice_or_speaker_is_a_reattribution(before, after, reattributed) -> None:
    assert (ChangeKind.REATTRIBUTED in kinds_of(before, after)) == reattributed
