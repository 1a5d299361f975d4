"""The review app: one claim at a time in its article, a key for each verdict, the figures beside it."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from claimx.data_files import DataFiles
from claimx.report.words import show, words_of
from claimx.review.acts import Acts, Refused
from claimx.review.guard import Guard
from claimx.review.run import ReviewRun
from claimx.review.sample import METHODS, Sample, draw, parse_sample
from claimx.review.stats import format_percent, measure
from claimx.review.store import ERROR_TYPES, Store
from claimx.review.verdicts import Verdicts, gather, unjudged
from claimx.review.view import show_claim

PAGES = Path(__file__).parent / "pages"
THEME = Path(__file__).parent.parent / "report" / "pages" / "theme.css"
STATIC = {
    "theme.css": (THEME, "text/css"),
    "review.css": (PAGES / "review.css", "text/css"),
    "review.js": (PAGES / "review.js", "text/javascript"),
    "select.js": (PAGES / "select.js", "text/javascript"),
    "stats.js": (PAGES / "stats.js", "text/javascript"),
}
LONGEST_NAME = 60
LARGEST_BODY = 200_000


class ReviewApp:
    """Handlers over one run and one store. The log is read anew for each page: another tab may have written."""

    def __init__(self, run: ReviewRun, store: Store, *, reviewer: str, data: DataFiles) -> None:
        self.run = run
        self.store = store
        self.reviewer = reviewer
        self.acts = Acts(run, store, data)
        self.pages = _environment()

    def verdicts(self) -> Verdicts:
        return gather(self.run, self.store.events())

    def name_of(self, request: Request) -> str:
        """The reviewer of a request: "as" in the address, or the name the app was started with."""
        return (request.query_params.get("as") or self.reviewer).strip()[:LONGEST_NAME] or self.reviewer

    def home(self, request: Request) -> Response:
        query = self.store.last_sample(self.name_of(request)) or Sample().query()
        rest = urlencode({"as": self.name_of(request)})
        return RedirectResponse(f"/review?{query}&{rest}", 303)

    def review(self, request: Request) -> Response:
        name, sample = self.name_of(request), parse_sample(request.query_params)
        self.store.keep_sample(name, sample.query())
        verdicts = self.verdicts()
        queue = draw(self.run.rows, sample)
        open_ones = unjudged(self.run, verdicts, queue, reviewer=name)
        asked = request.query_params.get("claim", "")
        chosen = asked if asked in self.run.by_id else (open_ones[0] if open_ones else "")
        after = request.query_params.get("after", "")
        if not asked and after in queue:
            later = [claim_id for claim_id in queue[queue.index(after) + 1 :] if claim_id in set(open_ones)]
            chosen = (later or open_ones or [""])[0]
        context = {
            "name": name,
            "sample": sample,
            "sample_query": sample.query(),
            "left": len(open_ones),
            "total": len(queue),
            "view": show_claim(self.run, verdicts, chosen, reviewer=name, data=self.acts.data) if chosen else None,
            "stats": measure(self.run, verdicts, reviewer=None),
            "run": self.run,
            "methods": METHODS,
            "error_types": ERROR_TYPES,
        }
        template = "claim.html.j2" if "part" in request.query_params else "review.html.j2"
        return HTMLResponse(self.pages.get_template(template).render(context))

    def stats(self, request: Request) -> Response:
        name = request.query_params.get("only") or None
        context = {
            "stats": measure(self.run, self.verdicts(), reviewer=name),
            "name": self.name_of(request),
            "only": name,
            "run": self.run,
        }
        return HTMLResponse(self.pages.get_template("stats.html.j2").render(context))

    async def act(self, request: Request) -> Response:
        """Carry out one act of a reviewer; a body that cannot be taken is answered with what is wrong with it."""
        body = await request.body()
        if len(body) > LARGEST_BODY:
            return JSONResponse({"problems": ["too much text"]}, 413)
        try:
            wanted = await request.json()
            if not isinstance(wanted, dict):
                raise Refused("expected an object")
            return JSONResponse(self.acts.take(request.path_params["act"], wanted, reviewer=self.name_of(request)))
        except Refused as refusal:
            return JSONResponse({"problems": refusal.problems}, 422)
        except ValueError:
            return JSONResponse({"problems": ["not valid JSON"]}, 400)

    def static(self, request: Request) -> Response:
        found = STATIC.get(request.path_params["name"])
        if found is None:
            return Response(status_code=404)
        path, kind = found
        return Response(path.read_bytes(), media_type=f"{kind}; charset=utf-8")

    def routes(self) -> list[Route]:
        return [
            Route("/", self.home),
            Route("/review", self.review),
            Route("/stats", self.stats),
            Route("/static/{name}", self.static),
            Route("/act/{act}", self.act, methods=["POST"]),
        ]


def create_app(
    run: ReviewRun, store: Store, *, token: str, port: int, reviewer: str = "reviewer", data: DataFiles | None = None
) -> Starlette:
    """The ASGI app, guarded; `port` is the one it is served on."""
    handlers = ReviewApp(run, store, reviewer=reviewer, data=data or DataFiles())
    return Starlette(routes=handlers.routes(), middleware=[Middleware(Guard, token=token, port=port)])


def listen(port: int) -> socket.socket:
    """A listening socket on 127.0.0.1 and no other interface; port 0 takes a free one."""
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    found.bind(("127.0.0.1", port))
    found.listen()
    return found


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("claimx.review", "pages"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: Mapping[str, Any] = {"show": show, "words": words_of, "percent": format_percent}
    made.filters.update(filters)
    return made
