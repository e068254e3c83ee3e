import pytest

from clipfile.app.links import web_link


@pytest.mark.parametrize("url", ["https://news.example/a?b=1&c=%20#d", "http://127.0.0.1:80/", "HTTPS://news.example"])
def test_web_address_is_a_link(url):
    assert web_link(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt://news.example/%0aalert(1)",
        "data:text/html,<script>",
        "//news.example",
        "news.example/a",
        "https://",
        "https://user@news.example",
        "java\nscript:alert(1)",
        " https://news.example",
        "https://[::1",
        "https://news.example/" + "a" * 2000,
        "not stated",
        "",
        None,
    ],
)
def test_anything_else_is_no_link(url):
    assert web_link(url) is None


def test_what_a_link_must_not_hold_is_escaped():
    assert web_link('https://news.example/"><b>é') == "https://news.example/%22%3E%3Cb%3E%C3%A9"
