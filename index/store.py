"""The files of an index: numbered generations, of which one is current; all large arrays are memory-mapped.

A build writes a new generation beside the old one and then replaces the file CURRENT in one atomic step, so a reader sees
the old index or the new one and never half of either.
"""

import json
import os
import shutil
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clipfile.corpus.article import Article, Span
from clipfile.corpus.dates import PublicationDate
from clipfile.corpus.figures import Figure
from clipfile.corpus.hedges import Hedge
from clipfile.corpus.passages import Passage
from clipfile.corpus.voice import Voice, VoiceKind
from clipfile.index.bm25 import load_bm25

FORMAT = 12
CURRENT = "CURRENT"
UNDATED = np.iinfo(np.int32).max  # later than any day, so that no as-of date admits it


class IndexMissing(RuntimeError):
    """No index in a folder; the message says how to build one."""


class IndexMismatch(RuntimeError):
    """An index that was built otherwise than it is to be used; the message says what to run."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an index depends on besides the articles: change one and every passage is made anew."""

    encoder: str
    fingerprint: str
    passage_words: int = 90


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """An article with all that is found in it: `voices` has one entry for each of the sentences."""

    article: Article
    sentences: tuple[Span, ...]
    passages: tuple[Passage, ...]
    voices: tuple[Voice, ...]
    figures: tuple[Figure, ...]

    def voice(self, span: Span) -> Voice:
        """Whose words a span is: the voice of the first sentence that it touches, or of the clauses of it."""
        return next(self._voices(span), Voice(VoiceKind.ASSERTED))

    def speakers(self, span: Span) -> tuple[str, ...]:
        """Everybody whose words a span holds, in order."""
        return tuple(dict.fromkeys(speaker for voice in self._voices(span) for speaker in voice.speakers))

    def _voices(self, span: Span) -> Iterator[Voice]:
        row = bisect_right(self.sentences, span.start, key=lambda sentence: sentence.end)
        while row < len(self.sentences) and self.sentences[row].start < span.end:
            yield self.voices[row].within(span)
            row += 1

    def figures_in(self, span: Span) -> list[Figure]:
        """The figures that stand in a span."""
        return [figure for figure in self.figures if span.start <= figure.start and figure.end <= span.end]


def to_json(indexed: IndexedArticle) -> dict[str, Any]:
    """The record of an article as it is written to disk."""
    record = asdict(indexed.article)
    for name in ("furniture", "emphasis"):
        record[name] = [[span.start, span.end] for span in getattr(indexed.article, name)]
    record["sentences"] = [[span.start, span.end] for span in indexed.sentences]
    record["passages"] = [[passage.start, passage.end] for passage in indexed.passages]
    record["voices"] = [asdict(voice) for voice in indexed.voices]
    record["figures"] = [asdict(figure) for figure in indexed.figures]
    return record


def from_json(record: dict[str, Any]) -> IndexedArticle:
    """The article that `to_json` wrote."""
    record = dict(record)
    sentences = tuple(Span(*pair) for pair in record.pop("sentences"))
    voices = tuple(_voice(**voice) for voice in record.pop("voices"))
    figures = tuple(Figure(**figure | {"hedge": Hedge(figure["hedge"])}) for figure in record.pop("figures"))
    pairs = record.pop("passages")
    article_id = record["article_id"]
    passages = tuple(Passage(f"{article_id}#{n}", article_id, *pair) for n, pair in enumerate(pairs, 1))
    for name in ("furniture", "emphasis"):
        record[name] = tuple(Span(*pair) for pair in record[name])
    record["published"] = PublicationDate(**record["published"]) if record["published"] else None
    return IndexedArticle(Article(**record), sentences, passages, voices, figures)


def _voice(
    kind: str, speaker: str | None, role: str | None, evidence: dict[str, int] | None, clauses: Sequence[Any] = ()
) -> Voice:
    parts = tuple((start, _voice(**voice)) for start, voice in clauses)
    return Voice(VoiceKind(kind), speaker, role, Span(**evidence) if evidence else None, parts)


class Store:
    """One generation, open for reading.

    passage_articles: (n_passages,), int32, the number of each passage's article.
    passage_spans: (n_passages, 2), int32, characters of that article.
    vectors: (n_passages, dimension), float32, rows of unit length.
    keys: (n_passages, 16), uint8, a hash of what was encoded.
    tokens: (n_tokens, dimension), int8, `token_scales` (n_tokens,), float16, times these is of unit length.
    token_spans: (n_tokens, 2), int32, characters of the article.
    token_starts: (n_passages + 1,), int64; passage p has the tokens `token_starts[p]:token_starts[p + 1]`.
    origins: (n_articles,), int32, the number of each article's origin; each its own until they are found.
    article_days: (n_articles,), int32, the last day that each date can mean as a proleptic ordinal, or `UNDATED`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        if manifest["format"] != FORMAT:
            raise IndexMismatch(
                f"{folder.parent} holds an index of format {manifest['format']}; this Clipfile writes format {FORMAT}; "
                f"delete {folder.parent} and build it again with: clipfile index"
            )
        self.settings = Settings(**manifest["settings"])
        self.article_hashes: dict[str, str] = manifest["articles"]
        self.skipped: list[dict[str, str]] = manifest["skipped"]
        self.article_ids = list(self.article_hashes)
        self.numbers = {article_id: number for number, article_id in enumerate(self.article_ids)}
        arrays = {path.stem: np.load(path, mmap_mode="r") for path in folder.glob("*.npy")}
        self.passage_articles: NDArray[np.int32] = arrays["passage_articles"]
        self.passage_spans: NDArray[np.int32] = arrays["passage_spans"]
        self.vectors: NDArray[np.float32] = arrays["vectors"]
        self.keys: NDArray[np.uint8] = arrays["keys"]
        self.token_starts: NDArray[np.int64] = arrays["token_starts"]
        self.token_spans: NDArray[np.int32] = arrays["token_spans"]
        self.token_scales: NDArray[np.float16] = arrays["token_scales"]
        self.article_days: NDArray[np.int32] = arrays["article_days"]
        self.origins: NDArray[np.int32] = arrays.get("origins", np.arange(len(self.article_ids), dtype=np.int32))
        self._article_starts: NDArray[np.int64] = arrays["article_starts"]
        n_tokens, dimension = int(self.token_starts[-1]), self.vectors.shape[1]
        self.tokens: NDArray[np.int8] = (
            np.memmap(folder / "tokens.int8", np.int8, "r", shape=(n_tokens, dimension))
            if n_tokens
            else np.zeros((0, dimension), np.int8)
        )
        self.bm25 = load_bm25(folder, len(self.passage_articles))
        self._articles = (folder / "articles.jsonl").open("rb")
        self.indexed_article = lru_cache(maxsize=1000)(self._read_article)

    def __len__(self) -> int:
        """How many passages there are."""
        return len(self.passage_articles)

    def _read_article(self, number: int) -> IndexedArticle:
        start, end = self._article_starts[number : number + 2]
        return from_json(json.loads(os.pread(self._articles.fileno(), int(end - start), int(start))))

    def origin(self, article_id: str) -> int:
        """The number of an article's origin; copies and rewrites of one text have the same."""
        return int(self.origins[self.numbers[article_id]])

    def indexed(self, article_id: str) -> IndexedArticle:
        """An article by its id, with all that is found in it."""
        return self.indexed_article(self.numbers[article_id])


def current_generation(folder: Path) -> Path | None:
    """The generation that readers use, or None where no index was ever finished."""
    try:
        return folder / (folder / CURRENT).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None


def open_store(folder: Path, articles: Path | None = None) -> Store:
    """The current generation of an index folder.

    Raises:
        IndexMissing: if there is none.
        IndexMismatch: if another version of Clipfile wrote it.
    """
    generation = current_generation(folder)
    if generation is None:
        raise IndexMissing(
            f"No index in {folder}. Build one with: clipfile index {articles or 'FOLDER'} --index {folder}"
        )
    return Store(generation)


def new_generation(folder: Path) -> Path:
    """An empty folder for the next generation; what an interrupted build left is removed."""
    current = current_generation(folder)
    for stale in folder.glob("generation-*"):
        if stale != current:
            shutil.rmtree(stale)
    number = int(current.name.removeprefix("generation-")) + 1 if current else 1
    generation = folder / f"generation-{number:06}"
    generation.mkdir(parents=True)
    return generation


def make_current(generation: Path) -> None:
    """Makes a finished generation the one that readers use, in one atomic step, and removes the one before."""
    folder = generation.parent
    before = current_generation(folder)
    for path in generation.iterdir():
        _flush(path)
    _flush(generation)
    pointer = folder / f"{CURRENT}.new"
    pointer.write_text(generation.name, encoding="ascii")
    _flush(pointer)
    pointer.replace(folder / CURRENT)
    _flush(folder)
    if before and before != generation:
        shutil.rmtree(before)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_manifest(
    generation: Path, settings: Settings, articles: Sequence[Article], skipped: Sequence[tuple[str, str]]
) -> None:
    """Writes what the generation was built from: format, settings, article hashes, files passed over."""
    manifest = {
        "format": FORMAT,
        "settings": asdict(settings),
        "articles": {article.article_id: article.content_hash for article in articles},
        "skipped": [{"path": path, "reason": reason} for path, reason in skipped],
    }
    (generation / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1), encoding="utf-8")
