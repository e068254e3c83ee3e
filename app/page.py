"""The page: ask in one tab, see the collection in another, read any article at its quote beside them.

Importing this module imports Gradio, which takes seconds: import it where the page is served, not before.
"""

from collections.abc import Sequence

from clipfile.app.collection_tab import add_collection_tab, collection_in_words
from clipfile.app.conversation import Ask, add_conversation
from clipfile.app.gradio_offline import gr
from clipfile.app.page_parts import part
from clipfile.app.reader import add_reader
from clipfile.app.server import serve
from clipfile.corpus.collection import Collection

__all__ = ["build_page", "serve"]

MASTHEAD = '<header class="masthead"><h1>Clipfile</h1><p class="collection-line"></p></header>'


def build_page(ask: Ask, collection: Collection, examples: Sequence[str]) -> gr.Blocks:
    """The page over a collection.

    Args:
        ask: what answers: the question, the earlier questions of the conversation, and the as-of date or `None`.
        collection: the articles that the answers cite.
        examples: questions to begin with.
    """
    with gr.Blocks(title="Clipfile", analytics_enabled=False, fill_width=True) as page:
        part("masthead", MASTHEAD, value=collection_in_words(collection))
        with gr.Tabs(elem_id="tabs"):
            with gr.Tab("Ask"):
                add_conversation(ask, collection, examples, page)
            with gr.Tab("Collection"):
                add_collection_tab(collection)
        add_reader(collection)
    return page
