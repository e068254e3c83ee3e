"""What guards the page: security headers on every reply, and no request but those that the page itself makes."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Gradio's components evaluate their own templates, hence 'unsafe-eval'; nothing may be loaded from elsewhere.
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'none'; "
    "frame-ancestors 'none'; form-action 'none'; base-uri 'self'; object-src 'none'"
)
GUARDS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
LOOPBACK = ("127.0.0.1", "localhost", "::1")
CLOSED_PATHS = ("/gradio_api/upload",)  # the page takes no files


class GuardedPage:
    """An ASGI application behind the guards; `hosts` are the names it answers to, none for any."""

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...] = LOOPBACK) -> None:
        self.app = app
        self.hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it with a sentence."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(GUARDS)
            await send(message)

        refusal = self._refusal(Headers(scope=scope), scope["path"])
        reply: ASGIApp = PlainTextResponse(refusal, status_code=403) if refusal else self.app
        await reply(scope, receive, send_guarded)

    def _refusal(self, headers: Headers, path: str) -> str | None:
        """Why a request is refused: a host name that is not ours (DNS rebinding), or another site's request."""
        host = headers.get("host", "")
        if self.hosts and urlsplit(f"//{host}").hostname not in self.hosts:
            return f"This desk does not answer to the name {host!r}; open it at http://127.0.0.1 and its port.\n"
        origin = headers.get("origin")
        if origin and urlsplit(origin).netloc != host:
            return "This desk answers only its own page.\n"
        if path.startswith(CLOSED_PATHS):
            return "This desk takes no files.\n"
        return None
