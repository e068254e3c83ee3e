"""The page: a tab for each thing that can be asked of the articles, and any article at its quote beside them.

Importing this module imports Gradio, which takes seconds: import it where the page is served, not before.
"""

from collections.abc import Sequence

from clipfile.app.check_tab import Check, add_check_tab
from clipfile.app.collection_tab import add_collection_tab, collection_in_words
from clipfile.app.conversation import Ask, add_conversation
from clipfile.app.evidence_file import Prove
from clipfile.app.figures_tab import Figures, add_figures_tab
from clipfile.app.gradio_offline import gr
from clipfile.app.origins_tab import Changes, Origins, add_origins_tab
from clipfile.app.page_parts import part
from clipfile.app.reader import add_reader
from clipfile.app.saved_tab import CollectionNow, add_saved_tab
from clipfile.app.server import serve
from clipfile.app.trace_tab import TraceText, add_trace_tab
from clipfile.corpus.collection import Collection

__all__ = ["build_page", "serve"]

MASTHEAD = '<header class="masthead"><h1>Clipfile</h1><p class="collection-line"></p></header>'


def build_page(
    ask: Ask,
    collection: Collection,
    examples: Sequence[str],
    *,
    check: Check | None = None,
    trace: TraceText | None = None,
    figures: Figures | None = None,
    origins: Origins | None = None,
    changes: Changes | None = None,
    prove: Prove | None = None,
    collection_now: CollectionNow | None = None,
) -> gr.Blocks:
    """The page over a collection; what is left out has no tab.

    Args:
        ask: what answers: the question, the earlier questions of the conversation, and the as-of date or `None`.
        collection: the articles that the answers cite.
        examples: questions to begin with.
        check: what checks a claim as of a date or `None`.
        trace: what traces a text, likewise.
        figures: what lists the figures for some words, likewise.
        origins: what gives the origins of the articles, and which article goes back to which.
        changes: what became of each sentence of one article in another, by their ids; goes with `origins`.
        prove: what makes the contents of an evidence file; without it answers cannot be saved.
        collection_now: what reads the articles as they are now, for saved answers; without it they are those of `collection`.
    """
    with gr.Blocks(title="Clipfile", analytics_enabled=False, fill_width=True) as page:
        part("masthead", MASTHEAD, value=collection_in_words(collection))
        with gr.Tabs(elem_id="tabs"):
            with gr.Tab("Ask"):
                add_conversation(ask, collection, examples, page, prove)
            if check:
                with gr.Tab("Check"):
                    add_check_tab(check, collection, prove)
            if trace:
                with gr.Tab("Trace"):
                    add_trace_tab(trace, collection, prove)
            if figures:
                with gr.Tab("Figures"):
                    add_figures_tab(figures, collection)
            if origins and changes:
                with gr.Tab("Origins"):
                    add_origins_tab(origins, changes, collection)
            with gr.Tab("Collection"):
                add_collection_tab(collection)
            with gr.Tab("Saved"):
                add_saved_tab(collection, collection_now)
        add_reader(collection)
    return page
