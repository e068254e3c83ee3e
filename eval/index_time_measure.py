"""What voices, figures and origins add to the time of indexing: python -m clipfile.eval.index_time_measure [FOLDER ...].

CPU seconds of one process, so that other work on the machine counts little; the encoder is run first once, to be warm.
"""

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from clipfile.corpus.article import Article
from clipfile.corpus.collection import Collection
from clipfile.corpus.figures import figures_of
from clipfile.corpus.passages import passages_of
from clipfile.corpus.reading import read_collection
from clipfile.corpus.sentences import sentences_of
from clipfile.corpus.voice import voices_of
from clipfile.index.build import build_index, title_context
from clipfile.index.encoder import Encoder, SentenceTransformerEncoder
from clipfile.index.origins import find_origins
from clipfile.index.store import open_store

HERE = Path(__file__).parent
FOLDERS = (HERE / "collections" / "dam_failure" / "articles", HERE / "voices" / "styles" / "articles")


@dataclass(frozen=True, slots=True)
class Seconds:
    """CPU seconds spent on each part."""

    encoder: float
    voices: float
    figures: float
    origins: float

    @property
    def added(self) -> float:
        """What voices, figures and origins add, as a share of the encoder's time."""
        return (self.voices + self.figures + self.origins) / self.encoder


def seconds_of(articles: Sequence[Article], encoder: Encoder) -> Seconds:
    """The CPU seconds that each part of indexing takes over some articles."""
    sentences = [sentences_of(one.text, one.furniture) for one in articles]
    texts = [
        title_context(one) + one.text[passage.start : passage.end]
        for one, spans in zip(articles, sentences, strict=True)
        for passage in passages_of(one.article_id, one.text, spans)
    ]
    pairs = list(zip(articles, sentences, strict=True))
    encoder.encode(texts[:1])
    with TemporaryDirectory() as folder:
        build_index(Collection(tuple(articles)), Path(folder), encoder)
        store = open_store(Path(folder))
        return Seconds(
            _timed(lambda: encoder.encode(texts)),
            _timed(lambda: [voices_of(one.text, spans, one.emphasis) for one, spans in pairs]),
            _timed(lambda: [figures_of(one.text, spans, one.published) for one, spans in pairs]),
            _timed(lambda: find_origins(store)),
        )


def table(seconds: Seconds) -> str:
    """The seconds and their shares of the encoder's, as lines of text."""
    parts = [(name, getattr(seconds, name)) for name in ("encoder", "voices", "figures", "origins")]
    lines = [f"{name:<10}{spent:>8.2f} s {spent / seconds.encoder:>8.1%}" for name, spent in parts]
    return "\n".join([*lines, f"{'added':<10}{'':>10} {seconds.added:>8.1%}"])


def _timed(work: Callable[[], Any]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table over the articles of the given folders, else over development articles."""
    folders = [Path(one) for one in (sys.argv[1:] if arguments is None else arguments)] or list(FOLDERS)
    for folder in folders:
        articles = read_collection(folder).articles
        print(
            f"{len(articles)} articles of {folder.parent.name}\n{table(seconds_of(articles, SentenceTransformerEncoder()))}\n"
        )


if __name__ == "__main__":
    main()
