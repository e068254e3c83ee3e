"""Builds an index, making anew only what changed: an unchanged passage keeps its vectors, an article its spans."""

import fcntl
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from clipfile.corpus.article import Article
from clipfile.corpus.collection import Collection
from clipfile.corpus.figures import figures_of
from clipfile.corpus.passages import passages_of
from clipfile.corpus.sentences import sentences_of
from clipfile.corpus.voice import voices_of
from clipfile.index.abbreviations import write_abbreviations
from clipfile.index.bm25 import compile_bm25
from clipfile.index.encoder import EncodedText, Encoder
from clipfile.index.names import write_names
from clipfile.index.origins import write_origins
from clipfile.index.spelling import write_words
from clipfile.index.store import (
    UNDATED,
    IndexedArticle,
    IndexMismatch,
    Settings,
    Store,
    current_generation,
    make_current,
    new_generation,
    to_json,
    write_manifest,
)
from clipfile.index.tokens import terms_of

PASSAGES_AT_ONCE = 512  # encoded together: enough to sort by length, little enough to keep in memory
INT8 = 127

Progress = Callable[[int, int], None]


class IndexBusy(RuntimeError):
    """Another build is writing to the same index folder."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: article ids by what happened to them, files passed over with the reason, passages encoded."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]
    skipped: tuple[tuple[str, str], ...]
    passages: int
    encoded: int


def title_context(article: Article) -> str:
    """What stands before a passage when it is encoded or scored, and never in a quote."""
    return f"{article.title}\n" if article.title else ""


def build_index(
    collection: Collection,
    folder: Path,
    encoder: Encoder,
    passage_words: int = 90,
    progress: Progress = lambda done, total: None,
) -> BuildReport:
    """Writes an index of a collection into a folder and makes it current.

    `progress` is called with the number of passages encoded and to be encoded.

    Raises:
        IndexBusy: if another build is at work in the folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        settings = Settings(encoder.name, encoder.fingerprint, passage_words)
        old = _reusable(folder, settings)
        articles = [_analyse(article, old, passage_words) for article in collection]
        generation = new_generation(folder)
        encoded = _write(generation, articles, encoder, old, progress)
        skipped = tuple((str(each.path), each.reason) for each in collection.skipped)
        write_manifest(generation, settings, collection.articles, skipped)
        write_origins(generation)
        make_current(generation)
    return _report(collection, old, skipped, sum(len(each.passages) for each in articles), encoded)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise IndexBusy(f"Another build is writing to {folder}; wait for it to end, then run this again") from error
        yield


def _reusable(folder: Path, settings: Settings) -> Store | None:
    """The present index, if it was built with the same settings."""
    generation = current_generation(folder)
    if generation is None:
        return None
    try:
        store = Store(generation)
    except IndexMismatch:
        return None
    return store if store.settings == settings else None


def _analyse(article: Article, old: Store | None, passage_words: int) -> IndexedArticle:
    if old and old.article_hashes.get(article.article_id) == article.content_hash:
        before = old.indexed_article(old.numbers[article.article_id])
        if before.article == article:
            return before
    sentences = tuple(sentences_of(article.text, article.furniture))
    return IndexedArticle(
        article,
        sentences,
        tuple(passages_of(article.article_id, article.text, sentences, passage_words)),
        tuple(voices_of(article.text, sentences, article.emphasis)),
        tuple(figures_of(article.text, sentences, article.published)),
    )


def _write(
    generation: Path, articles: Sequence[IndexedArticle], encoder: Encoder, old: Store | None, progress: Progress
) -> int:
    """Writes every file but the manifest; returns how many passages were encoded."""
    _write_articles(generation, articles)
    passages = [(number, passage) for number, each in enumerate(articles) for passage in each.passages]
    contexts = [title_context(each.article) for each in articles]
    texts = [articles[number].article.text[passage.start : passage.end] for number, passage in passages]
    compile_bm25([terms_of(contexts[number] + text) for (number, _), text in zip(passages, texts, strict=True)]).save(
        generation
    )
    np.save(generation / "passage_articles.npy", np.array([number for number, _ in passages], np.int32))
    spans = np.array([(passage.start, passage.end) for _, passage in passages], np.int32).reshape(-1, 2)
    np.save(generation / "passage_spans.npy", spans)
    write_names(generation, articles)
    write_abbreviations(generation, texts)
    write_words(generation, [*texts, *contexts])
    inputs = [(contexts[number], text) for (number, _), text in zip(passages, texts, strict=True)]
    return _write_vectors(generation, inputs, spans[:, 0], encoder, old, progress)


def _write_articles(generation: Path, articles: Iterable[IndexedArticle]) -> None:
    starts, days = [0], []
    with (generation / "articles.jsonl").open("wb") as lines:
        for each in articles:
            lines.write(json.dumps(to_json(each), ensure_ascii=False).encode() + b"\n")
            starts.append(lines.tell())
            published = each.article.published
            days.append(published.last_day.toordinal() if published else UNDATED)
    np.save(generation / "article_starts.npy", np.array(starts, np.int64))
    np.save(generation / "article_days.npy", np.array(days, np.int32))


def _key(context: str, text: str) -> NDArray[np.uint8]:
    return np.frombuffer(hashlib.blake2b(f"{context}\0{text}".encode(), digest_size=16).digest(), np.uint8)


def _write_vectors(
    generation: Path,
    inputs: Sequence[tuple[str, str]],
    passage_starts: NDArray[np.int32],
    encoder: Encoder,
    old: Store | None,
    progress: Progress,
) -> int:
    keys = np.array([_key(*each) for each in inputs], np.uint8).reshape(-1, 16)
    np.save(generation / "keys.npy", keys)
    before = {old.keys[row].tobytes(): row for row in range(len(old))} if old else {}
    rows = [before.get(key.tobytes()) for key in keys]
    n_to_encode = rows.count(None)
    vectors = np.zeros((len(inputs), encoder.dimension), np.float32)
    token_counts: list[int] = []
    scales: list[NDArray[np.float16]] = []
    token_spans: list[NDArray[np.int32]] = []
    done = 0
    with (generation / "tokens.int8").open("wb") as token_file:
        for start in range(0, len(inputs), PASSAGES_AT_ONCE):
            block = range(start, min(start + PASSAGES_AT_ONCE, len(inputs)))
            fresh = [number for number in block if rows[number] is None]
            records = dict(zip(fresh, encoder.encode(["".join(inputs[number]) for number in fresh]), strict=True))
            done += len(fresh)
            progress(done, n_to_encode)
            for number in block:
                row = rows[number]
                if old is None or row is None:
                    vectors[number] = records[number].vector
                    tokens, scale, spans = _compress(records[number], len(inputs[number][0]))
                else:
                    vectors[number], tokens, scale, spans = _copied(old, row)
                token_file.write(tokens.tobytes())
                token_counts.append(len(tokens))
                scales.append(scale)
                token_spans.append(spans + passage_starts[number])
    np.save(generation / "vectors.npy", vectors)
    np.save(generation / "token_starts.npy", np.concatenate([[0], np.cumsum(token_counts)]).astype(np.int64))
    np.save(generation / "token_scales.npy", np.concatenate([np.zeros(0, np.float16), *scales]))
    spans = np.concatenate([np.zeros((0, 2), np.int32), *token_spans])
    np.save(generation / "token_spans.npy", spans)
    return done


def _compress(encoded: EncodedText, context: int) -> tuple[NDArray[np.int8], NDArray[np.float16], NDArray[np.int32]]:
    """Token vectors of the passage itself as int8 with a scale each; spans as offsets into the passage."""
    own = encoded.spans[:, 0] >= context
    tokens = encoded.tokens[own]
    scale = np.maximum(np.abs(tokens).max(axis=1, initial=1e-6), 1e-6) / INT8
    return np.round(tokens / scale[:, None]).astype(np.int8), scale.astype(np.float16), encoded.spans[own] - context


def _copied(
    old: Store, row: int
) -> tuple[NDArray[np.float32], NDArray[np.int8], NDArray[np.float16], NDArray[np.int32]]:
    held = slice(old.token_starts[row], old.token_starts[row + 1])
    spans = old.token_spans[held] - old.passage_spans[row, 0]
    return old.vectors[row], old.tokens[held], old.token_scales[held], spans


def _report(
    collection: Collection, old: Store | None, skipped: tuple[tuple[str, str], ...], passages: int, encoded: int
) -> BuildReport:
    before = old.article_hashes if old else {}
    now = {article.article_id: article.content_hash for article in collection}
    return BuildReport(
        added=tuple(each for each in now if each not in before),
        changed=tuple(each for each in now if each in before and before[each] != now[each]),
        removed=tuple(each for each in before if each not in now),
        unchanged=tuple(each for each in now if before.get(each) == now[each]),
        skipped=skipped,
        passages=passages,
        encoded=encoded,
    )
