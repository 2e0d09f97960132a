# What you can do here: `make help`. Needs Python 3.11 or later and make, nothing else.
#   another Python:       make test PYTHON=python3.13 VENV=.venv-3.13
#   arguments to pytest:  make test ARGS="-k roster -x"   (one process: ARGS="-n 0")

PYTHON ?= python3
VENV ?= .venv
ARGS ?=

BIN = $(VENV)/bin
LOCK = requirements/dev.lock
METADATA = pyproject.toml src/scio_transcripts/_version.py
PIP = $(BIN)/python -m pip --disable-pip-version-check --no-input -qq
# Comparison partner of the benchmark only; no other target installs it.
BENCH_REQUIREMENTS = turnchunk==0.4.1
# A process for each core; one that has nothing left to do takes tests from another.
PYTEST = $(BIN)/python -m pytest -n auto --dist worksteal
# Tests start many programs; without stored bytecode each would compile the package anew.
export PYTHONDONTWRITEBYTECODE =

.DEFAULT_GOAL := help
# Two installs into one environment must never run at once, whatever -j says.
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help demo test test-rest test-all lint format types imports check golden weights mutations bench docs lock clean

help: ## show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

demo: $(VENV)/.stamp-package ## install the package and show what it does
	@$(BIN)/scio-transcripts demo

test: $(VENV)/.stamp-dev ## run the tests: all but the slow ones (ARGS="..." goes to pytest)
	@$(PYTEST) -m "not slow" $(ARGS)

test-rest: $(VENV)/.stamp-dev ## run what `make test` leaves out: slow tests, and all examples of the laws
	@HYPOTHESIS_PROFILE=full $(PYTEST) -m "slow or hypothesis" $(ARGS)

test-all: $(VENV)/.stamp-dev ## run every test at full depth
	@HYPOTHESIS_PROFILE=full $(PYTEST) $(ARGS)

lint: $(VENV)/.stamp-dev ## check style, layout and complexity of the code
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/python .ci/size.py

format: $(VENV)/.stamp-dev ## put the code into the layout that lint wants
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

types: $(VENV)/.stamp-dev ## check types
	@$(BIN)/mypy

imports: $(VENV)/.stamp-dev ## check that imports run downwards only
	@$(BIN)/lint-imports --no-logo

check: lint types imports test ## all of lint, types, imports and test

golden: $(VENV)/.stamp-dev ## check that no input gives another document (ARGS="--against HEAD" shows values)
	@$(BIN)/python bench/golden.py $(ARGS)

weights: $(VENV)/.stamp-dev ## switch patterns and rules off one at a time: who misses them? (ARGS="--only greets --all")
	@$(BIN)/python bench/weights.py $(ARGS)

mutations: $(VENV)/.stamp-dev ## count what outlives a change of form (ARGS="--mutator stamp --show")
	@$(BIN)/python -m tests.mutations $(ARGS)

bench: $(VENV)/.stamp-bench ## measure speed, beside neighbouring tools
	@$(BIN)/python bench/parse.py $(ARGS)
	@$(BIN)/python bench/startup.py
	@$(BIN)/python bench/people.py
	@$(BIN)/python bench/archive.py
	@$(BIN)/python bench/registry.py $(ARGS)
	@$(BIN)/python bench/tables.py

docs: $(VENV)/.stamp-dev ## write the generated pages of docs/ anew
	@$(BIN)/python docs/generate.py $(ARGS)

# Made with the oldest supported Python, so that every version in it also has a release for that one.
lock: ## renew requirements/dev.lock (use the oldest supported Python: PYTHON=python3.11)
	@echo "Resolving the newest versions that fit pyproject.toml ..."
	@set -e; scratch=$$(mktemp -d); trap 'rm -rf "$$scratch"' EXIT; \
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || \
	    echo "Note: $(PYTHON) is not 3.11; some versions may have no release for 3.11."; \
	$(PYTHON) -m venv "$$scratch/venv"; \
	"$$scratch/venv/bin/python" -m pip --disable-pip-version-check --no-input -qq install ".[dev]"; \
	{ \
	    echo '# Versions that development and CI use: a pip constraints file.'; \
	    echo '# Written by `make lock PYTHON=python3.11`; never by hand. Why it is plain: docs/decisions/0002-dependencies.md'; \
	    "$$scratch/venv/bin/python" -m pip --disable-pip-version-check -qq freeze --exclude scio-transcripts | LC_ALL=C sort -f; \
	} > "$$scratch/dev.lock"; \
	cp "$$scratch/dev.lock" $(LOCK); \
	echo "Wrote $(LOCK)."

clean: ## remove everything that the other targets made
	@rm -rf .venv .venv-* .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist
	@find src tests docs -name __pycache__ -type d -prune -exec rm -rf {} +

# --- environments: each stamp says "this is installed"; newer metadata or lock installs again ---

$(VENV)/.stamp-venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo "This needs Python 3.11 or later as '$(PYTHON)'. Name another: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	    echo "'$(PYTHON)' cannot make virtual environments (no ensurepip). On Debian and Ubuntu, install the" >&2; \
	    echo "package python3-venv; or name another Python: make PYTHON=python3.12" >&2; exit 1; }
	@echo "Making $(VENV) ..."
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/.stamp-package: $(VENV)/.stamp-venv $(METADATA) $(LOCK)
	@echo "Installing the package ..."
	@$(PIP) install -c $(LOCK) -e .
	@touch $@

$(VENV)/.stamp-dev: $(VENV)/.stamp-venv $(METADATA) $(LOCK)
	@echo "Installing the package and the tools of development ..."
	@$(PIP) install -c $(LOCK) -e ".[dev]"
	@touch $(VENV)/.stamp-package $@

$(VENV)/.stamp-bench: $(VENV)/.stamp-dev Makefile
	@echo "Installing what the benchmark compares with ..."
	@$(PIP) install $(BENCH_REQUIREMENTS)
	@touch $@
