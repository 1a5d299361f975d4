"""The article of a web page as lines: headings "# ", items "- ", rows "| a | b |". No menus, adverts, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

_SPACE = re.compile(r"\s+")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_BREAKS = re.compile(r"<br\s*/?>(?:\s*<br\s*/?>)+", re.IGNORECASE)
_HEAD_BYTES = 4096
_BLOCKS = frozenset({"p", "head", "list", "table", "quote", "code", "ab", "div"})
# elements that extraction passes over, and those it knows
_RENAMED = {"section": "div", "details": "div", "dl": "div", "summary": "h4", "dt": "h4", "dd": "p"}
_TABLE_TAGS = frozenset({"table", "thead", "tbody", "tr", "td"})
_LONGEST_CELL = 300


def declared_charset(data: bytes) -> str:
    """The encoding a page names in its head, or ""."""
    found = _CHARSET.search(data, 0, _HEAD_BYTES) or _XML_CHARSET.search(data, 0, _HEAD_BYTES)
    return found[1].decode("ascii", "replace") if found else ""


def extract_page(html: str) -> tuple[str, str]:
    """The main content of a page as text and its title, both "" when there is none. Comments are left out."""
    tree = _parse(html)
    if tree is None:
        return "", ""
    heading = _main_heading(tree)
    _prepare(tree)
    document = _best_document(tree)
    if document is None:
        return "", ""
    lines = list(_render(document.body))
    if heading and lines and heading not in {line.lstrip("# ") for line in lines[:5]}:
        lines.insert(0, f"# {heading}")
    text = "\n\n".join(lines).replace("\n\n- ", "\n- ").replace("\n\n| ", "\n| ")
    return text, heading or _collapse(document.title or "")


def _parse(html: str) -> Any:
    from lxml import etree  # type: ignore[import-untyped]
    from lxml import html as parser

    # an empty element makes a bare text or fragment a page
    source = f"<div>{_BREAKS.sub('</p><p>', _XML_DECLARATION.sub('', html, count=1))}</div>"
    if re.search(r"<(?:html|body)\b", html, re.IGNORECASE):
        source = source[len("<div>") : -len("</div>")]
    try:
        return parser.document_fromstring(source)
    except (etree.LxmlError, ValueError, TypeError, AssertionError):
        return None


def _main_heading(tree: Any) -> str:
    """The page's one <h1>, which extraction often takes for a part of the page's frame."""
    headings = [words for element in tree.iter("h1") if (words := _collapse(element.text_content()))]
    return headings[0] if len(headings) == 1 else ""


def _prepare(tree: Any) -> None:
    """Give foldable sections and word lists tags that extraction keeps, and take tables that are layout apart."""
    for element in tree.iter(*_RENAMED):
        element.tag = _RENAMED[element.tag]
    for table in list(tree.iter("table")):
        if table.find(".//th") is not None:
            continue
        cells = table.iter("td")
        if table.find(".//table") is not None or any(len("".join(cell.itertext())) > _LONGEST_CELL for cell in cells):
            for element in list(table.iter(*_TABLE_TAGS)):
                element.tag = "div"


def _best_document(tree: Any) -> Any:
    """What extraction finds; found without any heading or list, the more generous search is taken if it has some."""
    found = _extract(tree, generous=False)
    if found is not None and _has_structure(found.body):
        return found
    generous = _extract(tree, generous=True)
    return generous if generous is not None and (found is None or _has_structure(generous.body)) else found


def _extract(tree: Any, *, generous: bool) -> Any:
    import copy

    import trafilatura  # takes a second to import, so only when a page is read

    document = trafilatura.bare_extraction(
        copy.deepcopy(tree),
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        with_metadata=True,
        favor_recall=generous,
        config=_settings(),
    )
    body = getattr(document, "body", None)
    return document if body is not None and _collapse("".join(body.itertext())) else None


def _has_structure(body: Any) -> bool:
    return next(body.iter("head", "list"), None) is not None


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
    return _collapse("".join(element.itertext()))


def _render(element: Any) -> Iterator[str]:
    """Lines of an extracted element: one a paragraph, heading, item or row."""
    loose = element.text or ""
    for child in element:
        if child.tag in _BLOCKS or child.tag == "lb":
            if _collapse(loose):
                yield _collapse(loose)
            loose = ""
            yield from _render_block(child)
        else:
            loose += f" {_text_of(child)} "
        loose += child.tail or ""
    if _collapse(loose):
        yield _collapse(loose)


def _render_block(element: Any) -> Iterator[str]:
    if element.tag == "head":
        level = (element.get("rend") or "h2")[-1:]
        if words := _text_of(element):
            yield f"{'#' * (int(level) if level.isdigit() else 2)} {words}"
    elif element.tag == "list":
        for item in element.iter("item"):
            if words := _collapse("".join(_own_text(item))):
                yield f"- {words}"
    elif element.tag == "table":
        for row in element.iter("row"):
            cells = [_text_of(cell).replace("|", "/") for cell in row.iter("cell")]
            if any(cells):
                yield f"| {' | '.join(cells)} |"
    else:
        yield from _render(element)


def _own_text(item: Any) -> Iterator[str]:
    """The words of an item without those of the items inside it, which are lines of their own."""
    yield item.text or ""
    for child in item:
        if child.tag != "list":
            yield " "
            yield from child.itertext()
        yield child.tail or ""
