# Every target sets up what it needs: a fresh machine has Python 3.11 or newer and make, nothing else.
.DEFAULT_GOAL := help
.SUFFIXES:
.PHONY: help setup demo up test check audit fault-runs train vocabulary lock clean

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
UV_VERSION := 0.13.9
LOCK_OPTIONS := --no-config --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header
BENCHMARKS := accuracy scans mutants hostile hostile-crowd parser-speed latency throughput load growth
# EXIT=1 makes `make demo` end by itself; PYTEST_ARGS goes to `make test`.
EXIT ?=
PYTEST_ARGS ?=

help:
	@echo "make demo    start everything, send the samples, show the candidates (EXIT=1: end by itself)"
	@echo "make up      start everything"
	@echo "make test    run all tests (PYTEST_ARGS='-k name')"
	@echo "make check   format, lint, types and import contracts"
	@echo "make audit   known vulnerabilities, weaknesses of the code, licences, bill of materials"
	@echo "make fault-runs  kills, freezes and full disks while resumes flow in (RUNS=25 UPLOADS=300 SEED=1)"
	@echo "make train   train the entity model"
	@echo "make vocabulary  write the gazetteer and the other lists that come from libraries"
	@echo "make lock    resolve the dependencies again"
	@echo "make clean   remove the environment and caches; the data folder stays"
	@for name in $(BENCHMARKS); do echo "make bench-$$name"; done

setup: $(STAMP)

demo: $(STAMP)
	@exec $(BIN)/intake demo $(if $(filter-out 0,$(EXIT)),--exit)

up: $(STAMP)
	@exec $(BIN)/intake up

test: $(STAMP)
	$(BIN)/python -m pytest $(PYTEST_ARGS)

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

audit: $(STAMP)
	@$(BIN)/python -m audit

.PHONY: $(addprefix bench-,$(BENCHMARKS))
$(addprefix bench-,$(BENCHMARKS)): bench-%: $(STAMP)
	@exec $(BIN)/python -m benchmarks.$(subst -,_,$*)

# RUNS, UPLOADS and SEED choose another extent.
fault-runs: $(STAMP)
	@exec $(BIN)/python -m tests.faults --runs $(or $(RUNS),1) --uploads $(or $(UPLOADS),300) --seed $(or $(SEED),1)

train: $(STAMP)
	$(BIN)/python -m training

vocabulary: $(STAMP)
	$(BIN)/python -m training.knowledge

lock: $(BIN)/uv
	$(BIN)/uv pip compile $(LOCK_OPTIONS) pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile $(LOCK_OPTIONS) --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .schemathesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A launcher may be on the path and still not run (pyenv's do), so each is tried.
$(BIN)/python:
	@for python in $(PYTHON) python3.13 python3.12 python3.11 python3; do \
	  if $$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then \
	    echo "Making $(VENV) with $$($$python --version)"; \
	    $$python -m venv $(VENV) && exit 0; \
	    rm -rf $(VENV); \
	    echo "This Python cannot make virtual environments: install its venv module (Debian and Ubuntu: python3-venv)." >&2; \
	    exit 1; \
	  fi; \
	done; \
	echo "Python 3.11, 3.12 or 3.13 is needed and none was found. Install one, or name it: make PYTHON=/path/to/python3.11" >&2; \
	exit 1

$(BIN)/uv: | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

$(STAMP): requirements-dev.txt pyproject.toml | $(BIN)/uv
	@echo "Installing the locked dependencies"
	@VIRTUAL_ENV=$(VENV) $(BIN)/uv pip install --quiet --compile-bytecode --require-hashes -r requirements-dev.txt
	@VIRTUAL_ENV=$(VENV) $(BIN)/uv pip install --quiet --no-build-isolation --no-deps -e .
	@touch $@
