# Two commands: `make serve` and `make test`. Each sets up what it needs by itself.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCKED := $(VENV)/locked
READY := $(VENV)/ready
OTHERS := .bench

# Notices of a later MkDocs are no news to a writer of notes.
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.DEFAULT_GOAL := help
.PHONY: help serve build new fix check test lint types layers unit bench bench-parts bench-search fuzz fuzz-notes kills walk commonmark format lock wheel clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

serve: $(READY) ## Serve the knowledge base at http://127.0.0.1:8000, each page as its note is
	$(BIN)/estiba serve

build: $(READY) ## Write the site to site/
	$(BIN)/estiba build --strict

new: $(READY) ## Make a note: make new NOTE=redes/wireguard
	$(BIN)/estiba new $(NOTE)

fix: $(READY) ## Mend in notes what is safe to mend
	$(BIN)/estiba fix

check: $(READY) ## Check the notes that differ from main, and what links to them
	$(BIN)/estiba check --strict --changed

test: lint types layers unit ## Run every test and check

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports --no-logo

unit: $(READY)
	$(BIN)/pytest -n 3 --dist worksteal

bench: $(READY) $(OTHERS)/ready ## Measure Estiba beside MkDocs + Material and Hugo (NOTES="200 1000" ONLY="cold check" RUNS=3)
	@$(BIN)/python benchmarks/run.py $(if $(NOTES),--notes $(NOTES)) $(if $(ONLY),--only $(ONLY)) $(if $(RUNS),--runs $(RUNS))

bench-parts: $(READY) ## Time the checks over 10,000 examples, and how much of a build is links
	$(BIN)/python benchmarks/examples.py
	PYTHONPATH=tests $(BIN)/python benchmarks/links.py

bench-search: $(READY) ## Measure the search at 5,000 notes: its index, what is sent, how fast it answers
	$(BIN)/python benchmarks/search.py

MINUTES ?= 5
fuzz: $(READY) ## Look for files that Docker Compose judges differently (MINUTES=5)
	$(BIN)/python tests/fuzz.py $(MINUTES)

TARGET ?= front_matter
fuzz-notes: $(READY) ## Look for input that a reader cannot bear (TARGET=links MINUTES=5; needs Linux on x86-64)
	PYTHONPATH=tests $(BIN)/python -m fuzzing.run $(TARGET) $(MINUTES)

KILLS ?= 200
kills: $(READY) ## Kill builds at random moments; the site must be whole each time (KILLS=200)
	$(BIN)/python tests/kills.py $(KILLS)

STEPS ?= 300
walk: $(READY) ## Edit a vault at random; each site must be that of a clean build (STEPS=300 SEED=7)
	PYTHONPATH=tests $(BIN)/python -m walking.run $(STEPS) $(SEED)

commonmark: $(READY) ## Compare CommonMark's examples with our extension and without (needs npm)
	$(BIN)/python benchmarks/commonmark.py

format: $(READY) ## Format the code
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

wheel: $(READY) ## Build a wheel into dist/
	$(BIN)/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

lock: $(READY) ## Look for newer versions and lock them, with hashes
	$(BIN)/python requirements/lock.py

clean: ## Remove what was built and set up
	rm -rf $(VENV) $(OTHERS) .cache site dist

$(LOCKED): requirements/dev.txt requirements/python.py
	@$(PYTHON) requirements/python.py
	@echo "Setting up $(VENV) (once) …"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements/dev.txt
	@touch $@

$(OTHERS)/ready: requirements/bench.txt
	@echo "Setting up $(OTHERS) (once) …"
	@$(PYTHON) -m venv --clear $(OTHERS)
	@$(OTHERS)/bin/python -m pip install -qq --require-hashes -r requirements/bench.txt
	@touch $@

$(READY): $(LOCKED) pyproject.toml
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .
	@touch $@
