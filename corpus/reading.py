"""From files to articles: one file, or a whole folder with a reason for each file that is passed over."""

import hashlib
import re
import stat
from pathlib import Path

from clipfile.corpus.article import Article, ArticleError
from clipfile.corpus.collection import Collection, CollectionError, Skipped
from clipfile.corpus.encoding import decode
from clipfile.corpus.files import article_ids, files_in
from clipfile.corpus.front_matter import FrontMatter, split_front_matter
from clipfile.corpus.furniture import furniture_of
from clipfile.corpus.text_head import read_head
from clipfile.corpus.web_page import read_page

LARGEST_FILE = 20_000_000  # bytes; a news article is some thousand, a book about one million
MARKDOWN_ENDINGS = (".md", ".markdown")
TEXT_ENDINGS = (".txt", *MARKDOWN_ENDINGS)
PAGE_ENDINGS = (".html", ".htm")
_PAGE = re.compile(
    r"\s*(?:<!doctype html|<(?:html|head|body|article|div|p)(?:\s[^<>]*)?>.*</)", re.IGNORECASE | re.DOTALL
)
ENDINGS = (*TEXT_ENDINGS, *PAGE_ENDINGS)


def read_collection(folder: Path) -> Collection:
    """The articles of a folder and its subfolders, ordered by id, and the files that were passed over.

    Raises:
        CollectionError: if the folder is not there, is a file, or holds no article.
    """
    if not folder.is_dir():
        found = "is a file" if folder.exists() else "does not exist"
        raise CollectionError(f"{folder} {found}; name a folder that holds articles ({', '.join(ENDINGS)})")
    files, skipped = files_in(folder)
    articles: dict[str, Article] = {}
    with_text: dict[bytes, list[Article]] = {}
    ids = article_ids(folder, [path for path in files if path.suffix.lower() in ENDINGS])
    for path in files:
        try:
            article = _read(path, ids.get(path, path.stem))
            copies = with_text.setdefault(_fingerprint(article.text), [])
            known = next((copy for copy in copies if _adds_nothing(article, copy)), None)
            if known:
                raise ArticleError(f"it has the same text as {known.article_id}")
            copies.append(article)
        except ArticleError as error:
            skipped.append(Skipped(path, str(error)))
        else:
            articles[article.article_id] = article
    if not articles:
        raise CollectionError(_nothing_found(folder, skipped))
    ordered = sorted(articles.values(), key=lambda article: article.article_id)
    return Collection(tuple(ordered), tuple(sorted(skipped, key=lambda one: one.path.parts)))


def read_article(path: Path) -> Article:
    """The article in a file; its id is the file's name without the ending.

    Raises:
        ArticleError: if the file cannot be read as an article.
    """
    try:
        return _read(path, path.stem)
    except ArticleError as error:
        raise ArticleError(f"{path}: {error}") from error


def _read(path: Path, article_id: str) -> Article:
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise ArticleError(f"it is not of a kind that is read ({', '.join(ENDINGS)})")
    text = decode(_bytes_of(path))
    stated, start = split_front_matter(text)
    body = text[start:]
    if not body.strip():
        raise ArticleError("it holds no text below the front matter" if start else "it is empty")
    if ending in PAGE_ENDINGS or (not start and _PAGE.match(body)):
        body, found, emphasis = read_page(body)
    else:
        found, emphasis = FrontMatter() if start else read_head(body), ()
    heading = _heading(body) if ending in MARKDOWN_ENDINGS else None
    return Article(
        article_id=article_id,
        text=body,
        title=stated.title or heading or found.title,
        outlet=stated.outlet or found.outlet,
        author=stated.author or found.author,
        published=stated.published or found.published,
        url=stated.url or found.url,
        furniture=tuple(furniture_of(body)),
        emphasis=emphasis,
    )


def _heading(text: str) -> str | None:
    """The `# heading` that a Markdown file begins with."""
    match = re.match(r"\s*#[ \t]+([^\r\n]+)", text)
    return match[1].strip().rstrip("#").strip() or None if match else None


def _bytes_of(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a named pipe would be waited for without end
            raise ArticleError("it is not a regular file")
        if status.st_size > LARGEST_FILE:
            raise ArticleError(
                f"it has {status.st_size / 1e6:.0f} MB; articles of up to {LARGEST_FILE / 1e6:.0f} MB are read"
            )
        return path.read_bytes()
    except OSError as error:
        raise ArticleError(f"it could not be opened ({(error.strerror or str(error)).lower()})") from error


def _fingerprint(text: str) -> bytes:
    """Equal for texts that differ in white space only."""
    return hashlib.sha256(" ".join(text.split()).encode()).digest()


def _adds_nothing(article: Article, known: Article) -> bool:
    """Whether all that is stated of an article is already stated of the one with the same text."""
    return all(
        getattr(article, name) in (None, getattr(known, name))
        for name in ("title", "outlet", "author", "published", "url")
    )


def _nothing_found(folder: Path, skipped: list[Skipped]) -> str:
    if not skipped:
        return f"{folder} is empty; put articles there ({', '.join(ENDINGS)})"
    first = skipped[0]
    return (
        f"{folder} holds no article: {len(skipped)} passed over, the first being {first.path.name} "
        f"({first.reason}); put articles there ({', '.join(ENDINGS)})"
    )
