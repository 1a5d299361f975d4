# Everything a person runs here. `make help` lists it.

ARTICLES ?= corpus/articles
# folders of texts, each with its gold beside it (news/ and news.jsonl), for `make gate` and `make confidence`
GOLD ?= ../shared/gold/medquad
# the same, of texts that no rule was written over
UNREAD ?= corpus/passages-unread
OUT ?= out
# where the files that models/sources.toml names are
SOURCES ?= ../shared/data/treebanks ../shared/data/articles-medquad ../shared/data/articles-nhs
JOBS ?= $(shell nproc 2>/dev/null || echo 1)
FORMAT ?= csv,parquet,jsonl
VENV := .venv
BIN := $(VENV)/bin
# how a matrix product is cut up must not depend on the number of cores
export OMP_NUM_THREADS := 1
export OPENBLAS_NUM_THREADS := 1

.DEFAULT_GOAL := extract
.PHONY: extract setup review test browser lint format bench gate confidence golden docs model lock wheel clean help

extract: setup ## extract ARTICLES (corpus/articles) into OUT (out): the default
	@$(BIN)/claimx extract "$(ARTICLES)" --out "$(OUT)" --format $(FORMAT) --jobs $(JOBS) --report

setup: $(VENV)/locked $(VENV)/installed ## create .venv and install from requirements.lock

$(VENV)/locked: requirements.lock
	@PYTHON="$(PYTHON)" sh .ci/make-venv $(VENV)
	@echo "installing from requirements.lock ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	@touch $@

$(VENV)/installed: pyproject.toml $(VENV)/locked
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

review: setup ## judge the claims of OUT in a browser
	@$(BIN)/claimx review "$(OUT)"

test: setup ## run all tests
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadscope $(ARGS)

browser: ## install Debian's Chromium, without which the browser tests are skipped
	@sh .ci/install-chromium

lint: setup ## style, types, layers
	@status=0; for step in "ruff check" "ruff format --check" mypy lint-imports; do \
		echo "$$step"; $(BIN)/$$step || status=1; done; exit $$status

format: setup ## rewrite the code in the project's style
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: setup ## words a second beside a stock-shaped spaCy; F1 and speed of each language model: make bench ARGS=MODEL
	@$(BIN)/python benchmarks/speed.py
	@$(BIN)/python benchmarks/parsers.py $(ARGS)

gate: setup ## score the corpus (and GOLD) against gold, hold the floors, group the errors: make gate ARGS=--raise
	@$(BIN)/python -m claimx.quality corpus --also corpus/passages-read $(UNREAD:%=--also %) $(GOLD:%=--also %) \
		--errors out/gate --blind test $(foreach folder,$(UNREAD),--blind $(notdir $(folder))) $(ARGS)
	@$(BIN)/python docs/generate.py

confidence: setup ## fit the confidence of rows anew on the corpus (and GOLD); see docs/quality.md
	@$(BIN)/python models/fit_confidence.py corpus --also corpus/passages-read $(GOLD:%=--also %) $(UNREAD:%=--unread %) $(ARGS)

golden: setup ## rewrite the goldens and show what changed
	@$(BIN)/python -m pytest tests/test_goldens.py --force-regen >/dev/null || true
	@git --no-pager diff -- tests/test_goldens
	@git status --short -- tests/test_goldens
	@$(BIN)/python -m pytest tests/test_goldens.py

docs: setup ## rewrite the generated parts of README.md and docs/
	@$(BIN)/python docs/generate.py

model: setup ## build models/en_claimx anew: make model SOURCES="folders of models/sources.toml"
	@$(BIN)/python models/build.py --sources $(SOURCES) $(ARGS)

lock: setup ## resolve requirements.lock anew
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --no-emit-index-url \
		--no-annotate --no-header --quiet --output-file requirements.lock $(ARGS)

wheel: setup ## build dist/*.whl, model and data inside
	@$(BIN)/python -m build --wheel --no-isolation

clean: ## remove what was made here, .venv included
	rm -rf $(VENV) $(OUT) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

help: ## this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /\1\t/' | awk -F'\t' '{ printf "make %-10s %s\n", $$1, $$2 }'
