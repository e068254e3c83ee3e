"""The evidence desk's parts against their labels: figures, disagreements, voices and speakers, origins, trace.

Labels of the held-out sets are only counted: nothing here names what was missed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from clipfile.corpus.collection import Collection
from clipfile.corpus.differences import Why
from clipfile.corpus.reading import read_collection
from clipfile.eval import disagreements_measure, figures_measure, origins_measure, trace_measure, voices_measure
from clipfile.eval.intervals import Measured, share_with_interval
from clipfile.eval.result import DeskPart, Variant
from clipfile.eval.sets import SHIPPED_ARTICLES, Half
from clipfile.eval.share import Share
from clipfile.eval.trace_measure import PARAPHRASES, STORIES, Mark
from clipfile.index.build import build_index
from clipfile.index.encoder import Encoder
from clipfile.index.store import Store, open_store

HERE = Path(__file__).parent
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """A folder of articles and where its labels are; a part without labels is not measured.

    trace: the folders whose articles the traced excerpts are drawn from; `paraphrases` are sentences of them in other words.
    """

    name: str
    half: Half
    articles: Path
    figures: Path | None = None
    disagreements: Path | None = None
    voices: Path | None = None
    origins: Path | None = None
    trace: tuple[Path, ...] = ()
    paraphrases: Path | None = None


def labelled_sets(halves: Sequence[Half]) -> list[LabelledSet]:
    """The shipped sets of labels, of the halves asked for; texts are traced in Haiti and the dam failure together."""
    dam = HERE / "collections" / "dam_failure"
    port = HERE / "collections" / "port_strike"
    sets = [
        LabelledSet(
            "Haiti", Half.DEVELOPMENT, SHIPPED_ARTICLES,
            figures=HERE / "figures" / "development.jsonl", voices=HERE / "voices" / "development.jsonl",
        ),
        LabelledSet("pairs", Half.DEVELOPMENT, SHIPPED_ARTICLES, disagreements=HERE / "disagreements" / "development.jsonl"),
        _collection("dam failure", Half.DEVELOPMENT, dam, trace=(SHIPPED_ARTICLES, dam / "articles"), paraphrases=PARAPHRASES),
        _voices_alone("styles", Half.DEVELOPMENT, HERE / "voices" / "styles"),
        _collection("port strike", Half.HELD_OUT, port, trace=(port / "articles",)),
        LabelledSet("pairs", Half.HELD_OUT, SHIPPED_ARTICLES, disagreements=HERE / "disagreements" / "held_out.jsonl"),
        _voices_alone("styles", Half.HELD_OUT, HERE / "voices" / "styles_held_out"),
    ]  # fmt: skip
    return [each for each in sets if each.half in halves]


def _collection(
    name: str, half: Half, folder: Path, trace: tuple[Path, ...], paraphrases: Path | None = None
) -> LabelledSet:
    labels = folder / "labels"
    return LabelledSet(
        name, half, folder / "articles", labels / "figures.jsonl", labels / "disagreements.jsonl", labels / "voices.jsonl",
        labels / "origins.jsonl", trace, paraphrases,
    )  # fmt: skip


def _voices_alone(name: str, half: Half, folder: Path) -> LabelledSet:
    return LabelledSet(name, half, folder / "articles", voices=folder / "labels" / "voices.jsonl")


def measure_desk(
    sets: Sequence[LabelledSet],
    encoder: Encoder,
    say: Say = lambda line: None,
    stores: Mapping[Path, Store] = MappingProxyType({}),
) -> list[DeskPart]:
    """A part for each of the desk's capabilities, with a row for each set that has labels of it.

    `stores` are the indexes that there are, by their folders of articles; others are built with the encoder.
    """
    rows: dict[str, list[Variant]] = {"figures": [], "disagreements": [], "voices": [], "origins": [], "trace": []}
    for each in sets:
        say(f"Measuring the evidence desk on {each.name} ({each.half})")
        name = f"{each.name}, {each.half.replace('_', ' ')}"
        collection = read_collection(each.articles)
        note = f"{len(collection)} articles"
        if each.figures:
            rows["figures"].append(Variant(name, note, figure_shares(collection, each.figures)))
        if each.disagreements:
            rows["disagreements"].append(Variant(name, *disagreement_shares(each.disagreements)))
        if each.voices:
            rows["voices"].append(Variant(name, note, voice_shares(each.articles, each.voices)))
        if each.origins:
            rows["origins"].append(
                Variant(name, note, origin_shares(collection, each.origins, encoder, stores.get(each.articles)))
            )
        if each.trace:
            traced = trace_measure.together(each.trace)
            shares = trace_shares(traced, encoder, each.paraphrases)
            rows["trace"].append(Variant(name, f"{len(traced)} articles", shares))
    return [DeskPart(name, tuple(variants)) for name, variants in rows.items() if variants]


def figure_shares(collection: Collection, labels: Path) -> dict[str, Measured]:
    """Precision and recall of figures, and of those found how often each field is right."""
    measured = figures_measure.measure(collection, figures_measure.read_gold_figures(labels, collection))
    return _shares(
        precision=measured.precision, recall=measured.recall, hedge=measured.hedge, unit=measured.unit,
        counted=measured.counted, as_of=measured.as_of,
    )  # fmt: skip


def disagreement_shares(labels: Path) -> tuple[str, dict[str, Measured]]:
    """How many pairs of quotes, and of those shown as a disagreement, how many are one; the reverse; precision by kind."""
    judged = disagreements_measure.judge(labels)
    agree = (None, Why.ROUNDING)
    shown, real = ([one for one in judged if kind(one) not in agree] for kind in (_found, _labelled))
    both = sum(_found(one) not in agree for one in real)
    kinds = {}
    for why in (each for each in Why if each is not Why.DIFFER):
        found = [one for one in judged if _found(one) is why]
        kinds[str(why).replace(" ", "_")] = Share(sum(_labelled(one) is why for one in found), len(found))
    return f"{len(judged)} pairs", _shares(precision=Share(both, len(shown)), recall=Share(both, len(real)), **kinds)


def _found(one: disagreements_measure.Judged) -> Why | None:
    return one.found_kind


def _labelled(one: disagreements_measure.Judged) -> Why | None:
    return one.kind


def voice_shares(articles: Path, labels: Path) -> dict[str, Measured]:
    """How many voices and speakers are right, and the precision and recall of attributed and quoted sentences."""
    measured = voices_measure.measure(voices_measure.judge(voices_measure.read_labels(labels), articles))
    return _shares(
        voice=measured.voice,
        attributed_precision=measured.precision["attributed"], attributed_recall=measured.recall["attributed"],
        quoted_precision=measured.precision["quoted"], quoted_recall=measured.recall["quoted"],
        speaker=measured.speaker, named=measured.named,
    )  # fmt: skip


def origin_shares(
    collection: Collection, labels: Path, encoder: Encoder, store: Store | None = None
) -> dict[str, Measured]:
    """Precision and recall of pairs of one origin, of copies and rewrites, and the directions of derivations.

    `store` is the index of the collection where there is one.
    """
    with TemporaryDirectory(prefix="clipfile-origins-") as folder:
        if store is None:
            build_index(collection, Path(folder), encoder)
            store = open_store(Path(folder))
        measured = origins_measure.measure_store(store, labels)
    shares = _shares(
        precision=measured.precision, recall=measured.recall,
        copies_precision=measured.copies_precision, copies_recall=measured.copies_recall,
        rewrites_precision=measured.rewrites_precision, rewrites_recall=measured.rewrites_recall,
    )  # fmt: skip
    shares["rewrites_f1"] = Measured(measured.rewrites_f1, n=measured.rewrites_recall.all)
    return shares | _shares(dated=measured.dated, directed=measured.directed)


def trace_shares(collection: Collection, encoder: Encoder, paraphrases: Path | None) -> dict[str, Measured]:
    """Precision and recall of traces, the share of each mark, and of each form of excerpt the share that is right."""
    absent = list(trace_measure.absent_sentences(STORIES))
    measured = trace_measure.measure(collection, encoder, absent, paraphrases)
    total = measured.total
    marks = {str(mark).replace(" ", "_"): Share(total[mark], total.total()) for mark in Mark}
    forms = {str(form): Share(counts[Mark.RIGHT], counts.total()) for form, counts in measured.marks.items()}
    return _shares(precision=measured.precision, recall=measured.recall, **marks, **forms)


def _shares(**shares: Share) -> dict[str, Measured]:
    return {name: share_with_interval(share) for name, share in shares.items()}
