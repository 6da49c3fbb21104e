# One command for each job; `make help` lists them. Nothing needs to be set up by hand first.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.set-up
# One more than there are processors: a test that waits for a browser leaves its own idle.
JOBS := $(shell expr $$(nproc 2>/dev/null || echo 2) + 1)
.DEFAULT_GOAL := help
.PHONY: help setup run browser test check format bench lock catalogues schemas migration openapi clean

help: ## List the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

setup: $(STAMP) ## Make .venv with everything in it

PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
# Only what is imported is compiled, when it is, and kept: half a minute of waiting for files that nobody reads.
unexport PYTHONDONTWRITEBYTECODE
# One dependency comes as source only: what builds it is locked as well, and nothing else is fetched to build.
LOCKED := --require-hashes --no-build-isolation --use-pep517

$(STAMP): requirements/build.txt requirements/dev.txt requirements/run.txt pyproject.toml scripts/system-libraries
	@scripts/system-libraries
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes -r requirements/build.txt
	@$(PIP) install --no-compile $(LOCKED) -r requirements/dev.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@rm -rf $(VENV)/wheelhouse && mkdir -p $(VENV)/wheelhouse
	@$(PIP) wheel $(LOCKED) --wheel-dir $(VENV)/wheelhouse -r requirements/run.txt
	@touch $@

run: setup ## Serve the pages with an example municipality, and print its address and sign-in
	@$(BIN)/maturity serve --demo

browser: # What the tests need beside the rest: a browser, and an office that opens our papers
	@scripts/system-libraries --tests

test: setup browser ## Run every test, in a browser too
	@$(BIN)/python -m pytest -n $(JOBS) --dist worksteal

check: setup browser ## Everything that must hold: format, lint, types, architecture, catalogues, schemas, questionnaires, tests
	@scripts/check

format: setup ## Put the code in its standard form
	@$(BIN)/ruff format src tests benchmarks scripts
	@$(BIN)/ruff check --fix --quiet src tests benchmarks scripts

bench: setup ## Measure, and print the table of docs/performance.md
	@$(BIN)/python -m benchmarks

lock: setup ## Lock the dependencies again, with hashes
	@printf 'setuptools\nwheel\n' | $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header - --output-file requirements/build.txt
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml --output-file requirements/run.txt
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --extra dev pyproject.toml --output-file requirements/dev.txt

catalogues: setup ## Bring the catalogues up to date with the texts in the code and the templates
	@$(BIN)/python scripts/catalogues.py

schemas: setup ## Write the JSON Schemas that editors use
	@$(BIN)/python scripts/schemas.py

migration: setup ## Write the migration that a change of the tables needs: make migration NAME="what changes"
	@$(BIN)/python scripts/migration.py "$(NAME)"

openapi: setup ## Pin the API's document again, after a change that was meant
	@$(BIN)/python scripts/openapi.py

clean: ## Remove what was made
	@rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
