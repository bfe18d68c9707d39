# kaoju: `make run` on a fresh machine needs only python (3.11 or newer), make and git.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/installed.stamp
SOURCE ?= seeds/articles

.DEFAULT_GOAL := help
.PHONY: help setup run test check serve golden questions bench bench-peers soak test-ui lock clean

help: ## show what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(STAMP) ## make .venv from the lock file

# The lock file names every package with its hashes; --no-deps, because it is complete by itself.
$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "kaoju needs Python 3.11 or newer; say which: make setup PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) \
	  || { echo "python's venv is missing; on Debian: apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation -e .
	@touch $@

run: $(STAMP) ## extract the facts of seeds/articles (or SOURCE=folder) into warehouse/data/kaoju.duckdb
	@$(BIN)/kaoju run $(SOURCE)

serve: $(STAMP) ## do so every hour, with the Prefect UI
	@$(BIN)/kaoju serve $(SOURCE)

test: $(STAMP) ## run the tests (long trials: make soak; browsers: make test-ui)
	@$(BIN)/python -m pytest -m "not soak and not ui"

check: $(STAMP) ## format, lint, types, then the tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	@$(MAKE) --no-print-directory test

golden: $(STAMP) ## write tests/golden anew; read the difference before committing it
	@KAOJU_GOLDEN=write $(BIN)/python -m pytest tests/golden

questions: $(STAMP) ## answer docs/questions.md anew
	@KAOJU_QUESTIONS=write $(BIN)/python -m pytest tests/questions

bench: $(STAMP) ## time every stage beside the floor; writes docs/benchmarks.md (some ten minutes)
	@$(BIN)/python -m tests.benchmarks

# jionlp brings a package under the GPL, so it has an environment of its own and is imported by nothing of ours.
bench-peers: $(STAMP) .venv-peers/jionlp.stamp ## time our expressions beside jionlp's; writes docs/benchmarks.md
	@$(BIN)/python -m tests.benchmarks.peers

.venv-peers/jionlp.stamp:
	@test -x .venv-peers/bin/python || $(PYTHON) -m venv .venv-peers
	.venv-peers/bin/python -m pip install --disable-pip-version-check --quiet jionlp==1.5.31
	@touch $@

soak: $(STAMP) ## long trials: schedules, readers during a publication, no traffic but to loopback
	@$(BIN)/python -m pytest -m soak

test-ui: $(STAMP) ## the tests that need a browser (Debian: apt-get install chromium fonts-noto-cjk)
	@$(BIN)/python -m pytest -m ui || test $$? -eq 5

lock: $(STAMP) ## pin every dependency anew (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-header --no-annotate \
	  -o requirements.lock --python-version 3.11

clean: ## remove .venv and caches; the warehouse stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
