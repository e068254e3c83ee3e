"""What the desk adds to indexing is counted against the encoder."""

from clipfile.corpus.article import Article
from clipfile.eval.index_time_measure import Seconds, seconds_of, table


def test_the_share_added_is_of_the_encoders_time() -> None:
    assert Seconds(encoder=10.0, voices=1.0, figures=0.5, origins=0.5).added == 0.2


def test_every_part_is_timed(fake_encoder) -> None:
    seconds = seconds_of([Article("a", "The flood killed 41 people, Ann Lee said. It rained.")], fake_encoder)
    assert min(seconds.encoder, seconds.voices, seconds.figures, seconds.origins) > 0
    assert table(seconds).splitlines()[-1].startswith("added")
