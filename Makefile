# `make run` opens the dashboard; `make test` checks everything. Both install into .venv first.
PYTHON ?= python3
PLAN ?= sample_configs/midsize.toml
BIN := .venv/bin
RUN_READY := .venv/.run-ready
TEST_READY := .venv/.test-ready

.PHONY: run test static suite pure pilot terminal bench soak docs screenshots lock clean

run: $(RUN_READY)
	@$(BIN)/medv-tui "$(PLAN)"

test: static suite

# All layers in one run: terminal tests mostly wait, so three workers keep two cores busy.
suite: $(TEST_READY)
	$(BIN)/pytest -n 3

static: $(TEST_READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

pure: $(TEST_READY)
	$(BIN)/pytest -n 2 --ignore=tests/tui --ignore=tests/e2e

pilot: $(TEST_READY)
	$(BIN)/pytest -n 2 tests/tui

terminal: $(TEST_READY)
	$(BIN)/pytest -n 2 tests/e2e

bench: $(TEST_READY)
	$(BIN)/python -m benchmarks

# Reads many thousand damaged texts, kills saves, makes their system calls fail, and lets random
# keys and signals pass over the dashboard, for some minutes, and then makes a hundred thousand
# edits at random, for some hours; not part of the tests.
soak: $(TEST_READY)
	$(BIN)/pytest -n 2 tests/soak/reading.py
	$(BIN)/python -m tests.soak.kills
	$(BIN)/python -m tests.soak.faults
	$(BIN)/python -m tests.soak.storms
	$(BIN)/python -m tests.soak

# Rewrites what docs/ holds of generated pages, schemas and examples.
docs: $(TEST_READY)
	$(BIN)/python -m tests.generated

# Draws the pictures of the README with the program itself.
screenshots: $(TEST_READY)
	$(BIN)/python -m tests.screenshots

# Rewrites the locked dependencies with hashes; needs uv.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
		requirements/build.in -o requirements/build.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
		pyproject.toml -o requirements/run.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
		pyproject.toml --group dev -o requirements/test.txt

clean:
	rm -rf .venv

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "medv-tui needs Python 3.11 or newer, and $(PYTHON) is not; set PYTHON=..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "Python's venv module is missing; install it (on Debian: python3-venv)." >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

$(RUN_READY): .venv/bin/python requirements/build.txt requirements/run.txt pyproject.toml
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt -r requirements/run.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(TEST_READY): $(RUN_READY) requirements/test.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@
