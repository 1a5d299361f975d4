"""Chromium as Debian packages it, driven by Playwright. Where it is missing, these tests say so and are skipped."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

# the cases that the other tests of report and review use
sys.path.insert(0, str(Path(__file__).parent.parent))
NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
START_TIMEOUT_S = 20


def find_chromium() -> str | None:
    """$CHROMIUM, or the first of its usual names on the path."""
    wanted = os.environ.get("CHROMIUM")
    return wanted or next((path for path in map(shutil.which, NAMES) if path), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: run make setup")
    path = find_chromium()
    if path is None:
        pytest.skip("Chromium is not installed: run make browser")
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield found
        found.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens pages, each in a context of its own; any error and any request that leaves the machine fails the test."""
    problems: list[str] = []
    contexts = []

    def watch(page: Page) -> None:
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda said: problems.append(said.text) if is_error(said) else None)
        page.on("request", lambda asked: problems.append(asked.url) if not is_local(asked.url) else None)

    def open_one(**options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})
        context.on("page", watch)
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
    assert problems == []


def is_error(said: ConsoleMessage) -> bool:
    # the answer to a correction that cannot be taken; Chromium reports every such answer
    return said.type == "error" and "status of 422" not in said.text


def is_local(url: str) -> bool:
    return url.startswith(("file:", "data:", "http://127.0.0.1:", "blob:"))


@pytest.fixture
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves the review of a folder from this process, and gives its address with the token."""
    import uvicorn

    from claimx.review.run import load_run
    from claimx.review.server import create_app, listen
    from claimx.review.store import Store

    servers: list[tuple[uvicorn.Server, threading.Thread]] = []

    def start(folder: Path) -> str:
        listening = listen(0)
        port = listening.getsockname()[1]
        app = create_app(load_run(folder), Store(folder / "review.db"), token="t", port=port, reviewer="ann")
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        servers.append((server, thread))
        end = time.monotonic() + START_TIMEOUT_S
        while not server.started and time.monotonic() < end:
            time.sleep(0.02)
        return f"http://127.0.0.1:{port}/?token=t"

    yield start
    for server, thread in servers:
        server.should_exit = True
        thread.join(START_TIMEOUT_S)
