"""Trains the encoder's layers for late interaction and for passage vectors, from the installed MiniLM weights.

python eval/training/train_encoder.py OUT.safetensors [--epochs 8] [--rate 5e-5]

One step reads about 48 questions and every passage of their matters, invented stories and collections. Each question's
score with each sentence of the batch is the mean over its tokens of the best cosine with a token of the sentence, as in
search; the loss is the cross-entropy of the sentences that answer among all of them, plus half of that of the passages among
all, by their mean vectors. Every fifth matter is held back, as eval/training/fit_confidence.py needs some that no model was
trained on. The word embeddings stay as they are installed.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from question_sets import Matter, matters
from safetensors.torch import save_file
from torch.nn.functional import normalize
from transformers import AutoModel, AutoTokenizer

from clipfile.index.trained_layers import base_folder

QUESTIONS_A_STEP = 48
TEMPERATURE_SENTENCES, TEMPERATURE_PASSAGES = 0.04, 0.05
WEIGHT_OF_PASSAGES = 0.5
TITLED = 0.8  # share of passages that are read with their title


@dataclass(frozen=True, slots=True)
class Step:
    """Passages as read, the sentences in them (passage, first and last character), questions and what answers each."""

    passages: list[str]
    sentences: list[tuple[int, int, int]]
    questions: list[str]
    answers: list[set[int]]


def steps(every: Sequence[Matter], chance: random.Random) -> Iterator[Step]:
    """The matters in a new order, as steps of about `QUESTIONS_A_STEP` answerable questions."""
    step = Step([], [], [], [])
    for matter in chance.sample(every, len(every)):
        if len(step.questions) >= QUESTIONS_A_STEP:
            yield step
            step = Step([], [], [], [])
        number_of = {}
        for a, article in enumerate(matter.articles):
            size = chance.choice([3, 4, 5])
            for start in range(0, len(article.sentences), size):
                text = f"{article.title}\n" if chance.random() < TITLED else ""
                for s, sentence in enumerate(article.sentences[start : start + size], start):
                    number_of[a, s] = len(step.sentences)
                    step.sentences.append((len(step.passages), len(text), len(text) + len(sentence)))
                    text += f"{sentence} "
                step.passages.append(text)
        for question, answers in matter.questions:
            if answers:
                step.questions.append(question)
                step.answers.append({number_of[place] for place in answers})
    if step.questions:
        yield step


class Reader:
    """Tokenizer and model together."""

    def __init__(self) -> None:
        self.tokenizer = AutoTokenizer.from_pretrained(str(base_folder()))
        self.model = AutoModel.from_pretrained(str(base_folder())).train()
        self.model.embeddings.requires_grad_(False)

    def read(self, texts: list[str], longest: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Token vectors (texts, tokens, dimension) and text vectors, both of unit length, and the tokens' characters."""
        inputs = self.tokenizer(
            texts, padding=True, truncation=True, max_length=longest, return_tensors="pt", return_offsets_mapping=True
        )
        spans = inputs.pop("offset_mapping")
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.model(**inputs).last_hidden_state.float()
        mask = inputs["attention_mask"].float()[..., None]
        return normalize(states, dim=-1), normalize((states * mask).sum(1) / mask.sum(1), dim=-1), spans


def loss_of(reader: Reader, step: Step) -> torch.Tensor:
    """The loss of a step."""
    tokens, passages, spans = reader.read(step.passages, 256)
    asked, questions, asked_spans = reader.read(step.questions, 48)
    real = asked_spans[..., 1] > asked_spans[..., 0]
    row_of = torch.repeat_interleave(torch.arange(len(step.questions)), real.sum(1))
    sentence_of = torch.full(spans.shape[:2], -1)
    for number, (passage, start, end) in enumerate(step.sentences):
        inside = (spans[passage, :, 0] >= start) & (spans[passage, :, 0] < end)
        sentence_of[passage][inside & (spans[passage, :, 1] > spans[passage, :, 0])] = number
    kept = sentence_of.flatten() >= 0
    cosines = asked[real] @ tokens.flatten(0, 1)[kept].T
    where = sentence_of.flatten()[kept][None].expand(len(cosines), -1)
    best = torch.full((len(cosines), len(step.sentences)), -1.0)
    best = best.scatter_reduce(1, where, cosines, "amax", include_self=True)
    scores = torch.zeros(len(step.questions), len(step.sentences)).index_add_(0, row_of, best) / real.sum(1)[:, None]
    right = torch.zeros_like(scores, dtype=torch.bool)
    right_passage = torch.zeros(len(step.questions), len(step.passages), dtype=torch.bool)
    for row, answers in enumerate(step.answers):
        right[row, list(answers)] = True
        right_passage[row, [step.sentences[number][0] for number in answers]] = True
    of_sentences = _cross_entropy(scores / TEMPERATURE_SENTENCES, right)
    return of_sentences + WEIGHT_OF_PASSAGES * _cross_entropy(
        questions @ passages.T / TEMPERATURE_PASSAGES, right_passage
    )


def _cross_entropy(logits: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
    return (logits.logsumexp(1) - logits.masked_fill(~right, -1e9).logsumexp(1)).mean()


def main() -> None:
    """Reads the command line, trains and writes the layers as 16-bit floats."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    chance = random.Random(args.seed)
    every = [matter for matter in matters() if not matter.held_back]
    plan = [step for _ in range(args.epochs) for step in steps(every, chance)]
    reader = Reader()
    trained = {n: p for n, p in reader.model.named_parameters() if p.requires_grad and "pooler" not in n}
    optimizer = torch.optim.AdamW(trained.values(), lr=args.rate, weight_decay=0.01)
    warm = 0.06 * len(plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / max(1, warm), max(0.02, 1 - s / len(plan)))
    )
    for number, step in enumerate(plan):
        loss = loss_of(reader, step)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained.values(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        if number % 10 == 0:
            print(f"step {number}/{len(plan)} loss {loss.item():.3f}", flush=True)
    save_file({name: weights.detach().half().contiguous() for name, weights in trained.items()}, args.out)


if __name__ == "__main__":
    main()
