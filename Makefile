# make chat   sets everything up and opens the page        make test   sets everything up and runs the tests
# make lint   style and types                          make eval   the evaluation suite, with eval-report.html
# make floors the suite's floors, as CI runs them      make clean  removes what these made

PYTHON ?= python3.11
BIN := .venv/bin
SOURCES := $(shell find app corpus eval index pyproject.toml -type f -not -name '*.pyc' -not -path '*/training/*' | sed 's/ /\\ /g')
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: chat test lint eval floors browser clean

chat: .venv/clipfile
	@echo "Opening the chat page (Ctrl+C ends it)"
	@$(BIN)/clipfile chat

test: .venv/clipfile .venv/tools browser
	@echo "Running the tests"
	@$(BIN)/python -m pytest -q

lint: .venv/clipfile .venv/tools
	@echo "Checking style and types"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@mkdir -p .venv/source/clipfile
	@for folder in app corpus eval index; do ln -sfn ../../../$$folder .venv/source/clipfile/$$folder; done
	@$(BIN)/mypy

eval: .venv/clipfile .venv/tools
	@$(BIN)/clipfile eval --report eval-report.html

floors: .venv/clipfile .venv/tools
	@echo "Running the development half; a measure below its floor fails"
	@$(BIN)/clipfile eval --half development --quick --fail-under verbatim=1 --fail-under leaks=0 --fail-under claim_leaks=0 \
		--fail-under hit@3=0.80 --fail-under right=0.80 --fail-under refusal_recall=0.80 --fail-under gold_recall@10=0.84

browser: .venv/tools
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	ls $${HOME}/.cache/ms-playwright/chromium-* >/dev/null 2>&1 || \
	{ echo "Installing a browser for the page's tests"; [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq chromium; } || \
	$(BIN)/python -m playwright install chromium

.venv/bin/python:
	@echo "Making a virtual environment in .venv"
	@$(PYTHON) -m venv .venv

.venv/dependencies: constraints.txt pyproject.toml | .venv/bin/python
	@echo "Installing the packages that Clipfile needs, pinned in constraints.txt (some minutes, once)"
	@$(BIN)/python -m pip install -q -c constraints.txt torch==2.13.0
	@$(BIN)/python -m pip install -q -c constraints.txt .
	@touch $@

.venv/tools: .venv/dependencies
	@echo "Installing the tools for tests, lint and evaluation"
	@$(BIN)/python -m pip install -q -c constraints.txt '.[eval,test,lint]'
	@touch $@

.venv/clipfile: .venv/dependencies $(SOURCES)
	@echo "Installing Clipfile"
	@rm -rf build *.egg-info
	@$(BIN)/python -m pip install -q --no-deps --force-reinstall .
	@rm -rf build *.egg-info
	@touch $@

clean:
	@rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis eval-report.html
