import pytest

from clipfile.corpus.article import ArticleError
from clipfile.corpus.encoding import decode

ENGLISH = "“The gates won’t hold,” said Zoë Müller – the mayor’s aide. It cost £4 million… It was cold. "


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"],
)
def test_english_news_is_read_in(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "« Le barrage n’a pas tenu », a déclaré le maire, ému. L’eau a envahi le cœur de la cité. "),
        (
            "latin-1",
            "El señor alcalde dijo que mañana habrá más agua para los niños. ¿Qué pasó? La situación está peor. ",
        ),
        ("cp1250", "Zażółć gęślą jaźń. Mieszkańcy mówią, że tama pękła w środę późnym wieczorem, a woda zalała wieś. "),
        (
            "iso8859-2",
            "Zażółć gęślą jaźń. Mieszkańcy mówią, że tama pękła w środę późnym wieczorem, a woda zalała wieś. ",
        ),
        ("cp1251", "Плотина не выдержала, сообщил мэр города в среду вечером. Вода залила деревню. "),
        ("koi8-r", "Плотина не выдержала, сообщил мэр города в среду вечером. Вода залила деревню. " * 8),
        ("cp1254", "Belediye başkanı, barajın çarşamba günü çöktüğünü söyledi. Köy sular altında kaldı. "),
        ("shift_jis", "ダムが決壊したと市長が水曜日に述べた。村は水没した。"),
        ("iso2022_jp", "ダムが決壊したと市長が水曜日に述べた。村は水没した。"),
        ("gb18030", "市长周三表示，大坝已经决口。村庄被淹没。"),
    ],
)
def test_other_languages_are_read_in_their_old_encodings(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_short_text_with_curly_quotes_alone_is_western() -> None:
    assert decode("“No.”".encode("cp1252")) == "“No.”"


def test_utf_8_is_believed_before_what_a_page_declares() -> None:
    page = '<meta charset="iso-8859-1"><p>Zoë</p>'
    assert decode(page.encode("utf-8")) == page


def test_declared_latin_1_is_read_as_windows_1252() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"><p>“Zoë”</p>'
    assert decode(page.encode("cp1252")) == page


def test_declared_charset_is_believed_where_detection_would_guess() -> None:
    page = '<meta charset="cp1251"><p>Мэр.</p>'
    assert decode(page.encode("cp1251")) == page


def test_unknown_declared_charset_is_no_error() -> None:
    assert decode(b'<meta charset="x-unheard-of"><p>caf\xe9</p>').endswith("café</p>")


@pytest.mark.parametrize(
    "raw",
    [b"\x00\x01\x02text", b"GIF89a\x01\x00\x01\x00", bytes(range(1, 32)) * 9, b"\xff\xfe\x00\xd8"],
    ids=["zeros", "picture", "control characters", "half a surrogate pair"],
)
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    with pytest.raises(ArticleError, match=r"binary|encoding"):
        decode(raw)
