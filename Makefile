# Maatje from a fresh clone: needs Python 3.11 or newer, Node 20 or newer, and make. Nothing is installed outside
# this folder, save the browsers of the tests (tools/browser.sh says so before it does).

.DEFAULT_GOAL := help
SHELL := /bin/sh
PY := .venv/bin/python
VENV := .venv/.installed
NODE := pwa/node_modules/.installed
DIST := pwa/dist/index.html

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build  ## set everything up and serve the app with demo data at http://localhost:8000
	@$(PY) -m server migrate
	@$(PY) -m server demo --communities 4 --if-empty
	@$(PY) -m server serve

# Processes that test; most of the time each waits for a browser, a disk or another process.
AT_ONCE ?= 3
PYTEST := $(PY) -m pytest -n $(AT_ONCE) --dist worksteal
test: lint build  ## every check and every test
	cd pwa && npm run --silent test
	CHROMIUM="$$(sh tools/browser.sh chromium)" && FIREFOX="$$(sh tools/browser.sh firefox)" \
	&& POSTGRES="$$(sh tools/postgres.sh)" && export CHROMIUM FIREFOX POSTGRES && $(PYTEST)

lint: $(VENV) $(NODE)  ## style, types, and which way imports point
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports
	cd pwa && npm run --silent lint && npm run --silent check

build: $(VENV) $(DIST)  ## the page, into pwa/dist

prove: build  ## what takes too long for every run: the planted mistakes, and long looks by chance
	PROVE=1000 DEPTH=7 CROSSING_SEEDS=0-99 $(PYTEST) tests/simulation tests/crossing

SEEDS ?= 0-99
STEPS ?= 400
ENGINE ?= sqlite
simulate: $(VENV) $(NODE)  ## the real client against the real server under faults: SEEDS=0-999 STEPS=400 ENGINE=postgres
	CROSSING_ENGINE=$(ENGINE) CROSSING_SEEDS=$(SEEDS) CROSSING_STEPS=$(STEPS) $(PY) -m pytest tests/crossing/test_crossing.py

rows: $(VENV)  ## which rows of the feature register are proven by which tests
	@$(PY) tools/rows.py

bench: $(VENV) build  ## ratios against something measured in the same run
	@CHROMIUM="$$(sh tools/browser.sh)" && POSTGRES="$$(sh tools/postgres.sh)" && export CHROMIUM POSTGRES && $(PY) -m bench

clean:  ## all that can be made again; your data stays
	rm -rf .venv pwa/node_modules pwa/dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache test-results
	find server tests e2e bench tools -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

$(VENV): requirements/dev.txt
	@sh tools/venv.sh
	@touch $@

$(NODE): pwa/package-lock.json
	@node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null || { echo "make: Node 20 or newer is needed: https://nodejs.org" >&2; exit 1; }
	cd pwa && npm ci --no-audit --no-fund
	@touch $@

$(DIST): $(NODE) $(shell find pwa/src pwa/service-worker pwa/public pwa/build pwa/scripts shared -type f 2>/dev/null) pwa/index.html pwa/vite.config.ts
	cd pwa && npm run --silent build

.PHONY: help run test prove simulate lint build rows bench clean
