"""The desk: a folder of articles, its index kept up to date, and the functions that answer over it."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

import platformdirs

from clipfile.app.answer import CITATIONS, Answer, answer_question
from clipfile.app.claims import ClaimCheck, check_claim
from clipfile.app.evidence_file import evidence_of
from clipfile.app.ledger import Row, ledger
from clipfile.app.stance import KINDS, StanceModel
from clipfile.app.trace import Trace, trace_text
from clipfile.corpus.changes import Change
from clipfile.corpus.collection import Collection, CollectionError, Skipped
from clipfile.corpus.dates import bounds
from clipfile.corpus.files import files_in
from clipfile.corpus.lineage import Derivation
from clipfile.corpus.origins import Origin
from clipfile.corpus.reading import read_collection
from clipfile.index.build import BuildReport, build_index
from clipfile.index.choice_of_encoder import encoder_for
from clipfile.index.cross_encoder import CrossEncoder
from clipfile.index.encoder import Encoder
from clipfile.index.hybrid import HybridIndex
from clipfile.index.origins import changes_in, read_derivations, read_origins
from clipfile.index.store import FORMAT, UNDATED, current_generation, open_store

STAMP = "articles.stamp"

Progress = Callable[[int, int], None]


def shipped_articles() -> Path:
    """The folder of the collection that comes with Clipfile."""
    return Path(str(files("clipfile.corpus"))) / "articles"


def default_index(articles: Path) -> Path:
    """Where the index of a folder is kept unless the user names a place: in the user's cache, one for each folder."""
    digest = hashlib.sha256(str(articles.resolve()).encode()).hexdigest()[:12]
    return platformdirs.user_cache_path("clipfile") / f"{articles.resolve().name}-{digest}"


class Desk:
    """Answers over one index; `articles` is the folder it was built from, where that is known."""

    def __init__(
        self,
        index: HybridIndex,
        articles: Path | None = None,
        reranker: CrossEncoder | None = None,
        stance_model: StanceModel | None = None,
    ) -> None:
        self.index = index
        self.articles = articles
        self.reranker = reranker
        self.stance_model = stance_model
        self._stamp = _stamp(articles, index.store.settings.fingerprint) if articles else ""

    @cached_property
    def collection(self) -> Collection:
        """The articles of the index, and the files that were passed over when it was built."""
        store = self.index.store
        articles = [store.indexed_article(number).article for number in range(len(store.article_ids))]
        return Collection(tuple(articles), tuple(Skipped(Path(each["path"]), each["reason"]) for each in store.skipped))

    def collection_now(self) -> Collection:
        """The articles as they are in the folder now, which is read again only where a file has changed.

        Raises:
            CollectionError: if the folder is gone or holds no article any more.
        """
        if self.articles is None or self._stamp == _stamp(self.articles, self.index.store.settings.fingerprint):
            return self.collection
        return read_collection(self.articles)

    def hold(self) -> None:
        """Reads what is else read when first asked for: a later build removes the files of this one."""
        _ = self.index.abbreviations, self.index.names, self.index.words, self._origins, self.collection

    def ask(
        self,
        question: str,
        history: Sequence[str] = (),
        as_of: str | None = None,
        top_k: int | None = None,
        explain: bool = False,
    ) -> Answer:
        """The answer to a question.

        Args:
            question: what the user typed.
            history: the earlier questions of the conversation, oldest first.
            as_of: an EDTF date; no article that may be later than its last day is used, nor an undated one.
            top_k: how many citations at the most.
            explain: whether the answer says what led to each quote.

        Raises:
            DateError: if `as_of` is not a date.
            QuestionError: if the question holds no word.
        """
        day = bounds(as_of)[1] if as_of else None
        limit = CITATIONS if top_k is None else top_k
        return answer_question(self.index, question, history, day, limit, self.reranker, explain)

    def check(self, claim: str, as_of: str | None = None, top_k: int | None = None) -> ClaimCheck:
        """The verdict on a claim, with the quotes that carry it.

        Args:
            claim: a statement, or a short paragraph of them.
            as_of: an EDTF date; no article that may be later than its last day is used, nor an undated one.
            top_k: how many quotes of evidence at the most, for each part of the claim.

        Raises:
            DateError: if `as_of` is not a date.
            ClaimError: if the claim is empty, too long, or holds no word.
        """
        day = bounds(as_of)[1] if as_of else None
        limit = {} if top_k is None else {"top_k": top_k}
        return check_claim(self.index, claim, day, model=self.stance_model, **limit)

    def trace(self, text: str, as_of: str | None = None) -> Trace:
        """Where a text stands in the articles.

        Raises:
            DateError: if `as_of` is not a date.
            TraceError: if the text is too short or too long to be traced.
        """
        return trace_text(self.index, text, bounds(as_of)[1] if as_of else None)

    def figures(self, words: str = "", as_of: str | None = None) -> list[Row]:
        """The figures that measure what the words say, by date; no article later than `as_of` is used.

        Raises:
            DateError: if `as_of` is not a date.
        """
        store = self.index.store
        latest = bounds(as_of)[1].toordinal() if as_of else UNDATED
        admitted = [number for number in range(len(store.article_ids)) if store.article_days[number] <= latest]
        return ledger([store.indexed_article(number) for number in admitted], words)

    def origins(self) -> tuple[list[Origin], list[Derivation]]:
        """The origins of the articles, and which article goes back to which."""
        return self._origins

    @cached_property
    def _origins(self) -> tuple[list[Origin], list[Derivation]]:
        return read_origins(self.index.store), read_derivations(self.index.store)

    def changes(self, source: str, derived: str) -> list[Change]:
        """What became of each sentence of one article in another, by their ids.

        Raises:
            ValueError: if an article is not in the index.
        """
        return changes_in(self.index.store, source, derived)

    def evidence(self, command: str, asked: str, record: Mapping[str, Any], as_of: str | None = None) -> dict[str, Any]:
        """The contents of an evidence file for what a command found; see `evidence_file.evidence_of`."""
        return evidence_of(command, asked, record, as_of, self.index.store.settings, self.collection)


def open_desk(
    articles: Path | None = None,
    index: Path | None = None,
    encoder: str | None = None,
    progress: Progress = lambda done, total: None,
) -> Desk:
    """The desk over a folder of articles, its index brought up to date first; over an index where only that is given.

    Without a folder the shipped collection is used. The encoder is a name or folder, by default that of the index.

    Raises:
        CollectionError: if the folder holds no article.
        IndexMissing: if only an index is named and it is not there.
        IndexMismatch: if the index was built with another encoder.
    """
    models = CrossEncoder("reranker", labels=1), CrossEncoder("stance", labels=len(KINDS))
    if articles is None and index is not None:
        return Desk(HybridIndex(open_store(index), encoder_for(index, encoder)), None, *models)
    articles = articles or shipped_articles()
    index = index or default_index(articles)
    loaded = encoder_for(index, encoder, articles)
    if not is_current(articles, index, loaded.fingerprint):
        update_index(articles, index, loaded, progress)
    return Desk(HybridIndex(open_store(index, articles), loaded), articles, *models)


def update_index(
    articles: Path, index: Path, encoder: Encoder, progress: Progress = lambda done, total: None
) -> BuildReport:
    """Reads a folder and brings its index up to date.

    Raises:
        CollectionError: if the folder holds no article, or the index would lie among the articles.
    """
    if _among(articles.resolve(), index.resolve()):
        raise CollectionError(
            f"{index} lies in the folder of articles, where its files would be read as articles; "
            "keep the index elsewhere with: --index FOLDER"
        )
    stamp = _stamp(articles, encoder.fingerprint)
    report = build_index(read_collection(articles), index, encoder, progress=progress)
    (index / STAMP).write_text(json.dumps({"generation": _generation(index), "stamp": stamp}), encoding="utf-8")
    return report


def _among(articles: Path, index: Path) -> bool:
    """Whether what lies in the index folder would be read with the articles; what is hidden is not."""
    inside = index.parts[len(articles.parts) :] if index.is_relative_to(articles) else (".",)
    return not any(part.startswith(".") for part in inside)


def is_current(articles: Path, index: Path, encoder: str) -> bool:
    """Whether the index was built from the files as they are now, judged by their names, sizes and times of change."""
    try:
        stamped = json.loads((index / STAMP).read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return False
    return stamped == {"generation": _generation(index), "stamp": _stamp(articles, encoder)}


def _generation(index: Path) -> str | None:
    generation = current_generation(index)
    return generation.name if generation else None


def _stamp(articles: Path, encoder: str) -> str:
    found = hashlib.sha256(f"{FORMAT} {encoder}".encode())
    for path in files_in(articles)[0] if articles.is_dir() else ():
        state = path.stat()
        found.update(f"{path}\0{state.st_size}\0{state.st_mtime_ns}\0".encode())
    return found.hexdigest()


def examples_in(articles: Path | None) -> list[str]:
    """Questions to begin with: the lines of the file `.examples` of a folder of articles, where there is one."""
    path = articles / ".examples" if articles else None
    return path.read_text(encoding="utf-8").splitlines() if path and path.is_file() else []
