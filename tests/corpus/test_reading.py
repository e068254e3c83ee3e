import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipfile.corpus.article import ArticleError
from clipfile.corpus.collection import CollectionError
from clipfile.corpus.reading import LARGEST_FILE, read_article, read_collection

FIXTURES = Path(__file__).parents[1] / "fixtures" / "collection"
SHIPPED = Path(__file__).parents[2] / "corpus" / "articles"
TEXT = "The gates of the dam stood open. Nobody knew.\n"


def reasons(folder: Path) -> dict[str, str]:
    return {skipped.path.name: skipped.reason for skipped in read_collection(folder).skipped}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good article, `good`."""
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


# The SHA-256 of each shipped text as it was received.
@pytest.mark.parametrize(
    ("article_id", "sha256"),
    [
        ("gradual-progress", "8176149951aa7df7fecfe55103719ac5b5c152c9388e652487e8904bf7ee025c"),
        ("inside-the-foreign-mission", "1d2356859ad307b0268c8d67eef578f17a5ee7457c5db5ac1ce2c3aff316729f"),
        ("six-hundred-more-officers", "30548b81082e4f727a8100fbf49d86a14e1dd774686fef3d5b8e7c4fd365e414"),
        ("unfit-for-purpose", "869c2ddd690fa309ad01af4540021c2aa55f75b5def07c69c45fae6b5ef49831"),
        ("us-backed-mission-struggles", "ab258a4dfe5c6277c0758203b2844a4ce4452fdbd6362fdc2d9f4bf1c7e193c0"),
    ],
)
def test_shipped_article_is_the_text_that_was_received(article_id: str, sha256: str) -> None:
    text = read_collection(SHIPPED).by_id[article_id].text
    assert hashlib.sha256(text.encode("utf-8")).hexdigest() == sha256


def test_shipped_collection_is_read_without_a_skipped_file() -> None:
    assert read_collection(SHIPPED).skipped == ()
    assert len(read_collection(SHIPPED)) == 5


def test_shipped_dates_keep_the_words_that_they_were_inferred_from() -> None:
    published = read_collection(SHIPPED).by_id["unfit-for-purpose"].published
    assert published is not None
    assert published.edtf == "2025-01~"
    assert "takes office next week" in (published.inferred_from or "")


def test_fixture_collection_is_the_six_articles_in_order() -> None:
    assert [article.article_id for article in read_collection(FIXTURES)] == [
        "cafe-reopens",
        "ferry-timetable",
        "grain-hall-blaze",
        "grain-hall-fire",
        "grain-hall-inquiry",
        "hostile",
    ]


def test_undated_text_states_nothing() -> None:
    article = read_collection(FIXTURES).by_id["ferry-timetable"]
    assert (article.title, article.outlet, article.author, article.published, article.url) == (None,) * 5


def test_hostile_text_and_title_are_kept_as_they_are_written() -> None:
    article = read_collection(FIXTURES).by_id["hostile"]
    assert article.title == '<script>document.title="owned"</script> Harbour dredging begins'
    assert "${7*7} {{7*7}} <%= 7*7 %> #{7*7}" in article.text


def test_reading_twice_gives_the_same_collection() -> None:
    assert read_collection(FIXTURES) == read_collection(FIXTURES)


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], include_characters="\r\n\t"), min_size=1))
def test_text_is_the_exact_characters_of_the_file(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    text = f"The text: {text}"
    path = tmp_path_factory.mktemp("exact") / "a.txt"
    path.write_bytes(text.encode("utf-8"))
    assert read_article(path).text == text


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old-mac"])
def test_newlines_stay_as_they_are_in_the_file(tmp_path: Path, newline: str) -> None:
    text = newline.join(["One.", "", "Two.", ""])
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert read_article(tmp_path / "a.txt").text == text


def test_markdown_heading_on_the_first_line_is_the_title(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# The dam #\n\nIt broke.\n", encoding="utf-8")
    article = read_article(tmp_path / "a.md")
    assert article.title == "The dam"
    assert article.text == "# The dam #\n\nIt broke.\n"


def test_first_line_of_a_plain_text_is_not_taken_for_its_title(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The dam\n\nIt broke.\n", encoding="utf-8")
    assert read_article(tmp_path / "a.txt").title is None


def test_front_matter_is_believed_before_what_a_page_states(tmp_path: Path) -> None:
    page = "<html><head><title>Page</title></head><body><p>The dam broke at dawn on Monday.</p></body></html>"
    (tmp_path / "a.html").write_text(f"---\ntitle: Mine\n---\n{page}", encoding="utf-8")
    article = read_article(tmp_path / "a.html")
    assert article.title == "Mine"
    assert article.text == "The dam broke at dawn on Monday."


def test_subfolders_are_read_and_named_in_the_id(folder: Path) -> None:
    (folder / "2024" / "june").mkdir(parents=True)
    (folder / "2024" / "june" / "dam.txt").write_text("Another text.", encoding="utf-8")
    assert list(read_collection(folder).by_id) == ["2024/june/dam", "good"]


def test_second_of_two_files_with_one_name_keeps_its_ending(folder: Path) -> None:
    (folder / "good.html").write_text("<p>A page about a dam that broke at dawn.</p>", encoding="utf-8")
    assert set(read_collection(folder).by_id) == {"good", "good.txt"}
    assert "page" in read_collection(folder).by_id["good"].text


def test_names_with_spaces_and_accents_are_read(folder: Path) -> None:
    (folder / "Été à Zürich – 1.TXT").write_text("Another text.", encoding="utf-8")
    assert set(read_collection(folder).by_id) == {"good", "Été à Zürich – 1"}


def test_id_is_the_same_however_the_file_system_spells_accents(folder: Path) -> None:
    (folder / "cafe\u0301.txt").write_text("Another text.", encoding="utf-8")
    assert "caf\u00e9" in read_collection(folder).by_id


def test_hidden_files_are_passed_over_without_a_word(folder: Path) -> None:
    (folder / ".notes.txt").write_text("Another text.", encoding="utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "a.txt").write_text("A third text.", encoding="utf-8")
    assert len(read_collection(folder)) == 1
    assert read_collection(folder).skipped == ()


def test_duplicate_is_skipped_and_names_the_first(folder: Path) -> None:
    (folder / "zz-copy.txt").write_text(TEXT.replace("\n", "\r\n"), encoding="utf-8")
    assert reasons(folder) == {"zz-copy.txt": "it has the same text as good"}


def test_copy_that_names_another_outlet_is_an_article_of_its_own(folder: Path) -> None:
    (folder / "reprint.txt").write_text(f"---\noutlet: Coast Wire\n---\n{TEXT}", encoding="utf-8")
    assert set(read_collection(folder).by_id) == {"good", "reprint"}


@pytest.mark.parametrize(
    "empty", [b"", b" \n\t\r\n", b"\xef\xbb\xbf"], ids=["nothing", "white space", "byte order mark"]
)
def test_empty_file_is_skipped(folder: Path, empty: bytes) -> None:
    (folder / "bad.txt").write_bytes(empty)
    assert reasons(folder) == {"bad.txt": "it is empty"}


def test_copy_of_a_copy_is_skipped_too(folder: Path) -> None:
    for name in ("reprint-1.txt", "reprint-2.txt"):
        (folder / name).write_text(f"---\noutlet: Coast Wire\n---\n{TEXT}", encoding="utf-8")
    assert reasons(folder) == {"reprint-2.txt": "it has the same text as reprint-1"}


def test_file_of_front_matter_alone_is_skipped(folder: Path) -> None:
    (folder / "bad.txt").write_text("---\ntitle: A\n---\n\n", encoding="utf-8")
    assert reasons(folder) == {"bad.txt": "it holds no text below the front matter"}


def test_binary_file_is_skipped(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8)
    assert reasons(folder) == {"bad.txt": "it is binary, not text"}


def test_file_of_another_kind_is_skipped(folder: Path) -> None:
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7")
    assert reasons(folder) == {"scan.pdf": "it is not of a kind that is read (.txt, .md, .markdown, .html, .htm)"}


def test_file_of_50_megabytes_is_skipped_unread(folder: Path) -> None:
    with (folder / "bad.txt").open("wb") as file:
        file.truncate(50_000_000)  # takes no room on the disk
    assert reasons(folder) == {"bad.txt": f"it has 50 MB; articles of up to {LARGEST_FILE / 1e6:.0f} MB are read"}


def test_broken_front_matter_is_skipped_with_the_line(folder: Path) -> None:
    (folder / "bad.txt").write_text("---\ntitle: Exclusive\n  by: Ann\n---\nText.", encoding="utf-8")
    assert "front matter is broken at line 3" in reasons(folder)["bad.txt"]


def test_front_matter_that_is_not_closed_is_skipped(folder: Path) -> None:
    (folder / "bad.txt").write_text("---\ntitle: The dam\n\nIt broke.", encoding="utf-8")
    assert "is not closed" in reasons(folder)["bad.txt"]


@pytest.mark.parametrize("date", ["31 August 2024", "2024-13", "2024-02-30", "08/31/2024", "2024-8-3"])
def test_wrong_date_is_skipped_and_says_how_to_write_it(folder: Path, date: str) -> None:
    (folder / "bad.txt").write_text(f"---\npublished: '{date}'\n---\nText.", encoding="utf-8")
    assert date in reasons(folder)["bad.txt"]
    assert reasons(folder)["bad.txt"].startswith("published: ")


def test_page_without_an_article_is_skipped(folder: Path) -> None:
    (folder / "bad.html").write_text("<html><body><script>x()</script></body></html>", encoding="utf-8")
    assert "no article was found in the page" in reasons(folder)["bad.html"]


def test_file_that_may_not_be_read_is_skipped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "bad.txt").write_text("Secret.", encoding="utf-8")
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "bad.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert reasons(folder) == {"bad.txt": "it could not be opened (permission denied)"}


def test_loop_of_links_between_folders_ends(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "again").symlink_to(folder, target_is_directory=True)
    assert [article.article_id for article in read_collection(folder)] == ["good"]
    assert reasons(folder) == {"again": "it is a link to a folder that is read already"}


def test_link_to_itself_and_link_to_nothing_are_skipped(folder: Path) -> None:
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "lost.txt").symlink_to(folder / "not-there.txt")
    assert reasons(folder) == dict.fromkeys(
        ["loop.txt", "lost.txt"], "it could not be opened (it is a link that leads nowhere)"
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_named_pipe_is_skipped_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert reasons(folder) == {"pipe.txt": "it is not a regular file"}


def test_folder_in_place_of_a_file_is_named(folder: Path) -> None:
    (folder / "sub.txt").mkdir()
    with pytest.raises(ArticleError, match=r"sub\.txt: it is not a regular file"):
        read_article(folder / "sub.txt")


def test_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match="nowhere does not exist; name a folder that holds articles"):
        read_collection(tmp_path / "nowhere")


def test_file_in_place_of_a_folder_is_named(folder: Path) -> None:
    with pytest.raises(CollectionError, match=r"good\.txt is a file; name a folder"):
        read_collection(folder / "good.txt")


def test_empty_folder_says_what_to_put_there(tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match=r"is empty; put articles there \(\.txt"):
        read_collection(tmp_path)


def test_folder_without_an_article_names_the_first_file_passed_over(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(
        CollectionError, match=r"holds no article: 1 passed over, the first being scan\.pdf \(it is not of a kind"
    ):
        read_collection(tmp_path)


def test_single_file_that_cannot_be_read_is_named_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    with pytest.raises(ArticleError, match=r"a\.txt: it is empty"):
        read_article(tmp_path / "a.txt")


def test_front_matter_is_all_that_is_known_of_a_text_that_has_it(tmp_path: Path) -> None:
    body = "The gates were left open\nBy Ana Maur\n5 May 2032\n\nThe gates of the dam stood open for nine hours."
    (tmp_path / "plain.txt").write_text(body, encoding="utf-8")
    (tmp_path / "stated.txt").write_text(
        f"---\noutlet: Coast Wire\npublished: not stated\n---\n{body}", encoding="utf-8"
    )
    plain, stated = read_article(tmp_path / "plain.txt"), read_article(tmp_path / "stated.txt")
    assert (plain.title, plain.author) == ("The gates were left open", "Ana Maur")
    assert plain.published is not None
    assert (stated.title, stated.author, stated.outlet, stated.published) == (None, None, "Coast Wire", None)


@pytest.mark.parametrize(
    "markup",
    ["<p>The dam broke.</p>\n<p>Nobody was told&#8230;</p>", "<!DOCTYPE html><body><p>The dam broke.</p></body>"],
)
def test_a_page_saved_under_the_name_of_a_text_is_read_as_a_page(tmp_path: Path, markup: str) -> None:
    (tmp_path / "dam.txt").write_text(markup)
    text = read_article(tmp_path / "dam.txt").text
    assert text.startswith("The dam broke.") and "<" not in text and "&" not in text
