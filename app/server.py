"""The page on a port of this machine: `serve` runs until it is stopped."""

import errno
import socket
import threading
import webbrowser
from importlib.resources import files

import uvicorn
from fastapi import FastAPI
from starlette.types import ASGIApp

from clipfile.app.gradio_offline import gr
from clipfile.app.headers import LOOPBACK, GuardedPage

PORTS_TRIED = 20
QUESTIONS_WAITING = 20  # more are refused, so that a stuck browser cannot fill the memory
SECONDS_TO_FINISH = 2  # for open connections when the server is stopped


class ServerError(ValueError):
    """A page that cannot be served where it was asked to be; the message says why and what to do."""


def serve(page: gr.Blocks, host: str = "127.0.0.1", port: int = 7860, open_browser: bool = False) -> None:
    """Serve a page until Ctrl+C; the next free port is taken where `port` is in use.

    Raises:
        ServerError: if the host is not this machine's, or no port is free.
    """
    listener = listen(host, port)
    host_shown = f"[{host}]" if ":" in host else host
    address = f"http://{host_shown}:{listener.getsockname()[1]}"
    if port not in (0, listener.getsockname()[1]):
        print(f"Port {port} is in use; taking the next free one.")
    print(f"Clipfile is open at {address} (Ctrl+C stops it)", flush=True)
    server = uvicorn.Server(
        uvicorn.Config(
            guarded_app(page, host), log_level="warning", ws="none", timeout_graceful_shutdown=SECONDS_TO_FINISH
        )
    )
    if open_browser:
        threading.Timer(1, webbrowser.open, [address]).start()
    try:
        server.run(sockets=[listener])
    except KeyboardInterrupt:
        print("Stopped.")


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens at the first free port from `port` on; port 0 is any free one.

    Raises:
        ServerError: if the host is not this machine's, or no port is free.
    """
    if not 0 <= port <= 65535:
        raise ServerError(f"port is {port}; give one from 1 to 65535, such as 7860")
    last = min(port + PORTS_TRIED, 65536)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for candidate in range(port, last):
        try:
            return socket.create_server((host, candidate), family=family)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise ServerError(f"Cannot listen at {host}: {error.strerror}. Use 127.0.0.1.") from error
    raise ServerError(f"Ports {port} to {last - 1} of {host} are all in use; give another with --port.")


def guarded_app(page: gr.Blocks, host: str = "127.0.0.1") -> ASGIApp:
    """The page as an ASGI application, with its style and behind its guards."""
    page.queue(max_size=QUESTIONS_WAITING, default_concurrency_limit=2)
    app = gr.mount_gradio_app(
        FastAPI(openapi_url=None, docs_url=None, redoc_url=None),
        page,
        path="/",
        server_name=host,
        theme=_theme(),
        head=_style(),
        favicon_path=str(files("clipfile.app").joinpath("page.svg")),
        footer_links=[],
        run_history=False,
        enable_monitoring=False,
        ssr_mode=False,
        show_error=False,
        mcp_server=False,
        max_file_size="1kb",
    )
    return GuardedPage(app, hosts=(*LOOPBACK, host) if host not in ("0.0.0.0", "::") else ())


def _style() -> str:
    """The style sheet, in the head from the start; given as `css`, Gradio would rewrite its selectors."""
    return f"<style>{files('clipfile.app').joinpath('page.css').read_text('utf-8')}</style>"


def _theme() -> gr.themes.Base:
    """Gradio's own theme without its accent colours; the rest is page.css. Its fonts are the system's."""
    return gr.themes.Default(
        primary_hue="slate",
        neutral_hue="stone",
        font=["system-ui", "sans-serif"],
        font_mono=["ui-monospace", "monospace"],
    )
