"""Opens the page over a desk: the encoder is loaded while the browser opens."""

import threading
from functools import partial

from clipfile.app.desk import Desk, examples_in


def open_page(desk: Desk, host: str, port: int, open_browser: bool) -> None:
    """Serves the page until Ctrl+C."""
    desk.hold()
    threading.Thread(target=desk.index.encoder.encode, args=(["ready"],), daemon=True).start()
    from clipfile.app.page import build_page, serve

    page = build_page(
        partial(desk.ask, explain=True),
        desk.collection,
        examples_in(desk.articles),
        check=desk.check,
        trace=desk.trace,
        figures=desk.figures,
        origins=desk.origins,
        changes=desk.changes,
        prove=desk.evidence,
        collection_now=desk.collection_now,
    )
    serve(page, host, port, open_browser)
