"""Published figures, to be printed as such beside ours, each with its source and what it can be compared with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Published:
    """A figure that others published; `measure` is as in our tables, `source` says where it stands."""

    set_name: str
    system: str
    measure: str
    value: float
    source: str


_BEIR_BM25 = "BEIR, pyserini flat index (castorini.github.io/pyserini/2cr/beir.html); Thakur et al., arXiv:2104.08663"
_MTEB = "MTEB (huggingface.co/spaces/mteb/leaderboard); Muennighoff et al., arXiv:2210.07316"
_SPLADE = "SPLADE++ (CoCondenser-EnsembleDistil); Formal et al., arXiv:2205.04733"
_CONTRIEVER = "Contriever, MS MARCO; Izacard et al., arXiv:2112.09118"

PUBLISHED = (
    Published("scifact_beir", "BM25", "ndcg@10", 0.679, _BEIR_BM25),
    Published("scifact_beir", "all-MiniLM-L6-v2", "ndcg@10", 0.645, _MTEB),
    Published("scifact_beir", "SPLADE++", "ndcg@10", 0.704, _SPLADE),
    Published("scifact_beir", "Contriever-msmarco", "ndcg@10", 0.677, _CONTRIEVER),
    Published("scifact_beir", "bge-base-en-v1.5", "ndcg@10", 0.741, _MTEB),
)

NOT_COMPARABLE = {
    "scifact_beir": "Same 300 test queries, corpus and judgements as the published rows. Our rows search passages and rank an "
    "abstract by its best passage; the published ones encode whole abstracts.",
    "fm2_retrieval": "No published figure has these 17,568 sentences as its corpus; compare our rows with one another.",
    "multihoprag_facts": "The corpus is the 438 gold sentences, not the 609 articles of the benchmark: not comparable with its "
    "published Hits@k. Null queries are those that no sentence answers.",
    "squad2_sample": "A sample, and the system must find the paragraph itself, among 411: not comparable with the published "
    "F1, where the paragraph is given.",
    "xquad_en": "The system must find the paragraph, and quotes whole sentences: not comparable with the published F1.",
    "ramdocs": "Answers are looked for as words in quotes; published figures (exact match) are of generated answers.",
}

# What of a claim set the stance model was trained on, as index/weights/README.md has it; never the rows that are measured.
# Sets of which those are among them are not measured: FEVER Symmetric and Negation-NLI.
STANCE_TRAINED_ON = {
    "fever_nli": "development part",
    "scifact": "training part",
    "vitaminc_mini": "training part",
    "mnli_mini": "other parts",
    "cad_nli": "training part",
    "infotabs": "training part",
}


def published_for(set_name: str) -> list[Published]:
    """The published figures for a set."""
    return [each for each in PUBLISHED if each.set_name == set_name]
