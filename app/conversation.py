"""The Ask tab: a question, the conversation so far, and the date up to which articles count.

The server keeps no conversation. The browser keeps the questions, and since the same question always gets the same
answer, the answers are found again from them, after a reload as well.
"""

import hashlib
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from functools import lru_cache
from threading import Lock
from typing import Any

from clipfile.app.answer import Answer
from clipfile.app.asked import Asked, checked_as_of, checked_question, checked_room, kept_questions, to_keep
from clipfile.app.evidence_file import Prove, evidence_text
from clipfile.app.gradio_offline import gr
from clipfile.app.in_words import as_record
from clipfile.app.page_parts import part
from clipfile.app.turns import FAILED, Turn, as_of_in_words, turn_of
from clipfile.corpus.collection import Collection

Ask = Callable[[str, Sequence[str], str | None], Answer]

ANSWERS_REMEMBERED = 400
STORAGE_SECRET = "clipfile"  # not a secret: Gradio wants one, or forgets what is stored when the server restarts
UNEXPECTED = "Something went wrong with this question. The terminal that Clipfile runs in has the details."

CONVERSATION = '<div class="turns"></div><p class="announcement unseen" role="status"></p>'
WELCOME = (
    "Every answer is a quote, word for word, from the articles. Its number opens the article there. "
    "If the articles do not say, you will be told so."
)
NOTICE = '<p class="notice" role="alert" hidden></p>'

logger = logging.getLogger(__name__)


# At once, and not with the reply, which would take with it what has been typed of the next question by then.
EMPTY_THE_FIELD = """(...sent) => {
  const field = document.querySelector("#question textarea");
  field.value = "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return sent;
}"""


def turns_with(ask: Ask, collection: Collection) -> Callable[[Sequence[Asked]], list[Turn]]:
    """The function that gives the turns of a conversation, asking what it has not asked before, one at a time.

    What goes wrong becomes a sentence in its turn.
    """
    lock = Lock()

    @lru_cache(ANSWERS_REMEMBERED)
    def turn(question: str, as_of: str | None, earlier: tuple[str, ...]) -> Turn:
        try:
            with lock:
                return turn_of(ask(question, earlier, as_of), question, as_of, collection)
        except ValueError as error:
            sentence = str(error)
        except Exception:
            logger.exception("A question failed")
            sentence = UNEXPECTED
        return Turn(question, as_of, as_of_in_words(as_of), FAILED, sentence)

    def turns(asked: Sequence[Asked]) -> list[Turn]:
        questions = tuple(question for question, _ in asked)
        return [turn(question, as_of, questions[:index]) for index, (question, as_of) in enumerate(asked)]

    return turns


def answer_saver(ask: Ask, prove: Prove) -> Callable[[Any], str]:
    """The function that gives the evidence file of the last of some questions, asked in their conversation."""
    lock = Lock()

    def save_answer(conversation: Any) -> str:
        asked = kept_questions(conversation)
        if not asked:
            return ""
        question, as_of = asked[-1]
        with lock:
            answer = ask(question, tuple(earlier for earlier, _ in asked[:-1]), as_of)
        return evidence_text(prove("ask", question, as_record(answer), as_of))

    return save_answer


def add_conversation(
    ask: Ask, collection: Collection, examples: Sequence[str], page: gr.Blocks, prove: Prove | None = None
) -> None:
    """Put the conversation, the question field and the examples into the tab that is open."""
    turns = turns_with(ask, collection)
    asked = gr.BrowserState([], storage_key=_storage_key(collection), secret=STORAGE_SECRET)
    conversation = part(
        "conversation", CONVERSATION, value=[], server_functions=[answer_saver(ask, prove)] if prove else []
    )
    with gr.Column(elem_id="composer"):
        notice = part("notice", NOTICE, value="")
        with gr.Row(elem_id="question-row"):
            question = gr.Textbox(
                label="Question", show_label=False, placeholder="Ask the articles a question", lines=1, max_lines=6,
                elem_id="question", autofocus=True, scale=1,
            )  # fmt: skip
            send = gr.Button("Ask", variant="primary", elem_id="send", scale=0)
        with gr.Row(elem_id="options-row"):
            as_of = gr.Textbox(
                label="As of", placeholder="any date", elem_id="as-of", scale=0,
                info="such as 2024-08: later and undated articles are left out",
            )  # fmt: skip
            restart = gr.Button("New conversation", elem_id="restart", scale=0)
    with gr.Column(elem_id="welcome") as welcome:
        part("welcome", '<p class="welcome"></p>', value=WELCOME)
        buttons = [gr.Button(example, elem_classes="example") for example in examples]
    outputs = [conversation, question, notice, welcome, asked]

    def put(typed: Any, date: Any, stored: Any) -> Iterator[dict]:
        earlier = kept_questions(stored)
        try:
            checked_room(earlier)
            wanted, day = checked_question(typed), checked_as_of(date)
        except ValueError as error:
            yield {notice: str(error), question: typed}
            return
        waiting = [*turns(earlier), Turn(wanted, day, as_of_in_words(day))]
        yield {conversation: _shown(waiting), notice: "", welcome: gr.Column(visible=False)}
        now = [*earlier, (wanted, day)]
        yield {conversation: _shown(turns(now)), asked: to_keep(now)}

    def putting(example: str) -> Callable[[Any, Any], Iterator[dict]]:
        def put_example(date: Any, stored: Any) -> Iterator[dict]:
            yield from put(example, date, stored)

        return put_example

    def restore(stored: Any) -> Any:
        kept = kept_questions(stored)
        if not kept:
            return gr.skip()
        return {conversation: _shown(turns(kept)), welcome: gr.Column(visible=False)}

    def start_again() -> dict:
        return {conversation: [], question: "", notice: "", welcome: gr.Column(visible=True), asked: []}

    hidden: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    queued = hidden | {"concurrency_id": "ask", "concurrency_limit": 1}
    at_once = hidden | {"queue": False}  # an event that ends while another joins the queue can lose the other's answer
    gr.on([question.submit, send.click], put, [question, as_of, asked], outputs, js=EMPTY_THE_FIELD, **queued)
    for button, example in zip(buttons, examples, strict=True):
        button.click(putting(example), [as_of, asked], outputs, **queued)
    restart.click(start_again, None, outputs, **at_once)
    page.load(restore, asked, [conversation, welcome], **at_once)


def _shown(turns: Sequence[Turn]) -> list[dict[str, Any]]:
    return [asdict(turn) for turn in turns]


def _storage_key(collection: Collection) -> str:
    """A key of its own for each collection, so that one's questions are not asked of another."""
    names = "\n".join(article.article_id for article in collection)
    return f"clipfile-{hashlib.sha256(names.encode()).hexdigest()[:16]}"
