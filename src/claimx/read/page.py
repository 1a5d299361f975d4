"""The article of a web page as plain lines: headings "# ", items "- ", table rows "| a | b |"; menus and adverts left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

_SPACE = re.compile(r"\s+")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_HEAD_BYTES = 4096
_BLOCKS = frozenset({"p", "head", "list", "table", "quote", "code", "ab", "div"})


def declared_charset(data: bytes) -> str:
    """The encoding a page names in its head, or ""."""
    found = _CHARSET.search(data, 0, _HEAD_BYTES) or _XML_CHARSET.search(data, 0, _HEAD_BYTES)
    return found[1].decode("ascii", "replace") if found else ""


def extract_page(html: str) -> tuple[str, str]:
    """The main content of a page as text and its title, both "" when there is none. Comments are left out."""
    import trafilatura  # takes a second to import, so only when a page is read

    html = _XML_DECLARATION.sub("", html, count=1)
    document = trafilatura.bare_extraction(
        html,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        with_metadata=True,
        config=_settings(),
    )
    body = getattr(document, "body", None)
    if body is None:
        return "", ""
    lines = list(_render(body))
    title = _collapse(getattr(document, "title", None) or "")
    heading = _main_heading(html)
    if heading and lines and heading not in {line.lstrip("# ") for line in lines[:5]}:
        lines.insert(0, f"# {heading}")
    return "\n\n".join(lines).replace("\n\n- ", "\n- ").replace("\n\n| ", "\n| "), heading or title


@lru_cache(maxsize=1)
def _settings() -> Any:
    """trafilatura's own settings without its minimum lengths: a short page is an article too."""
    from copy import deepcopy

    from trafilatura.settings import DEFAULT_CONFIG

    settings = deepcopy(DEFAULT_CONFIG)
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", "80")
    settings.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    return settings


def _collapse(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _text_of(element: Any) -> str:
    return _collapse(" ".join(element.itertext()) if element.tag in {"row", "table"} else "".join(element.itertext()))


def _render(element: Any) -> Iterator[str]:
    """Lines of an extracted element: one a paragraph, heading, item or row."""
    loose = element.text or ""
    for child in element:
        if child.tag in _BLOCKS:
            if _collapse(loose):
                yield _collapse(loose)
            loose = ""
            yield from _render_block(child)
        else:
            loose += " " + _text_of(child) + " "
        loose += child.tail or ""
    if _collapse(loose):
        yield _collapse(loose)


def _render_block(element: Any) -> Iterator[str]:
    if element.tag == "head":
        level = (element.get("rend") or "h2")[-1:]
        if words := _text_of(element):
            yield f"{'#' * (int(level) if level.isdigit() else 2)} {words}"
    elif element.tag == "list":
        yield from _render_list(element, 0)
    elif element.tag == "table":
        for row in element.iter("row"):
            cells = [_text_of(cell).replace("|", "/") for cell in row.iter("cell")]
            if any(cells):
                yield f"| {' | '.join(cells)} |"
    else:
        yield from _render(element)


def _render_list(element: Any, depth: int) -> Iterator[str]:
    for item in element.iter("item") if depth == 0 else ():
        words = _collapse("".join(_own_text(item)))
        if words:
            yield f"- {words}"


def _own_text(item: Any) -> Iterator[str]:
    """The words of an item without those of the items inside it, which are lines of their own."""
    yield item.text or ""
    for child in item:
        if child.tag != "list":
            yield " "
            yield from child.itertext()
        yield child.tail or ""


def _main_heading(html: str) -> str:
    """The page's one <h1>, which extraction often takes for a part of the page's frame."""
    from lxml import etree
    from lxml import html as parser

    try:
        tree = parser.fromstring(html)
    except (etree.LxmlError, ValueError, TypeError, AssertionError):
        return ""
    headings = [words for element in tree.iter("h1") if (words := _collapse(element.text_content()))]
    return headings[0] if len(headings) == 1 else ""
