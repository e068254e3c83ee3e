"""The page: ask in one tab, see the collection in another, read any article at its quote beside them.

Importing this module imports Gradio, which takes seconds: import it where the page is served, not before.
"""

from collections.abc import Sequence

from clipfile.app.check_tab import Check, add_check_tab
from clipfile.app.collection_tab import add_collection_tab, collection_in_words
from clipfile.app.conversation import Ask, add_conversation
from clipfile.app.gradio_offline import gr
from clipfile.app.page_parts import part
from clipfile.app.reader import add_reader
from clipfile.app.server import serve
from clipfile.app.trace_tab import TraceText, add_trace_tab
from clipfile.corpus.collection import Collection

__all__ = ["build_page", "serve"]

MASTHEAD = '<header class="masthead"><h1>Clipfile</h1><p class="collection-line"></p></header>'


def build_page(
    ask: Ask,
    collection: Collection,
    examples: Sequence[str],
    check: Check | None = None,
    trace: TraceText | None = None,
) -> gr.Blocks:
    """The page over a collection.

    Args:
        ask: what answers: the question, the earlier questions of the conversation, and the as-of date or `None`.
        collection: the articles that the answers cite.
        examples: questions to begin with.
        check: what checks a claim as of a date or `None`; without it there is no tab for it.
        trace: what traces a text, likewise.
    """
    with gr.Blocks(title="Clipfile", analytics_enabled=False, fill_width=True) as page:
        part("masthead", MASTHEAD, value=collection_in_words(collection))
        with gr.Tabs(elem_id="tabs"):
            with gr.Tab("Ask"):
                add_conversation(ask, collection, examples, page)
            if check:
                with gr.Tab("Check a claim"):
                    add_check_tab(check, collection)
            if trace:
                with gr.Tab("Trace"):
                    add_trace_tab(trace, collection)
            with gr.Tab("Collection"):
                add_collection_tab(collection)
        add_reader(collection)
    return page
