"""A later figure goes on with an earlier count only if both are surely of one matter."""

import pytest

from clipfile.corpus.article import Article
from clipfile.corpus.continued import continues
from clipfile.corpus.differences import Stated
from clipfile.corpus.figures import figures_of
from clipfile.corpus.sentences import sentences_of
from clipfile.corpus.voice import voices_of

GOES_ON = {
    "a toll that rises": ("The flood killed 19 people.", "The flood killed 41 people."),
    "one matter in other words": (
        "The museum in Tolsey has spent 3.1 million crowns on its roof.",
        "By now 5.2 million crowns have gone into the roof of the museum.",
    ),
    "what is counted is told apart": (
        "We have 41 vacant nursing posts.",
        "The number of vacant nursing posts has fallen to 17.",
    ),
}
DOES_NOT = {
    "a toll that falls is another's": ("The flood killed 41 people.", "The flood killed 19 people."),
    "a toll many times as high": ("Four people died of measles.", "The war killed 900 people."),
    "another sum in the same money": ("The choir owes 600 crowns.", "The bridge now costs 900 crowns."),
    "many times as much": (
        "The relief fund of the farmers holds 200 crowns.",
        "The relief fund of the farmers now holds 9 million crowns.",
    ),
    "a part of the earlier count": ("Some 38 lorries reached the town.", "In two of the lorries weapons were found."),
    "the earlier count is a part": ("Seven of the dead were drivers.", "Sixteen people are dead."),
    "a town and the country": (
        "The flood killed 14 people in Corran.",
        "The flood has killed 22 people across the country.",
    ),
    "a place that the earlier article does not name": (
        "Some 12 people are missing after the flood.",
        "Some 40 people are still missing after the flood in Velden.",
    ),
    "since years before": ("The flood killed 14 people.", "Since 2020, the flood and others have killed 40 people."),
    "those who left": ("The camp holds 3,400 refugees.", "Some 1,100 refugees have left the camp so far."),
    "too vague": ("The flood killed 19 people.", "The flood killed dozens of people."),
}


def stated(text: str) -> Stated:
    """The first figure of a text of one sentence."""
    sentences = sentences_of(text)
    figure = figures_of(text, sentences)[0]
    return Stated(Article("a", text), sentences[0], figure, voices_of(text, sentences)[0])


@pytest.mark.parametrize(("older", "newer"), GOES_ON.values(), ids=GOES_ON)
def test_goes_on(older: str, newer: str) -> None:
    assert continues(stated(older), stated(newer))


@pytest.mark.parametrize(("older", "newer"), DOES_NOT.values(), ids=DOES_NOT)
def test_does_not_go_on(older: str, newer: str) -> None:
    assert not continues(stated(older), stated(newer))
