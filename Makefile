# The two commands are `make run` and `make test`; CONTRIBUTING.md tells of the others.
PYTHON := .venv/bin/python
ARGS ?=
export PYTHONDONTWRITEBYTECODE ?= 1

.PHONY: help run reset test coverage check format css messages lock bench
help:
	@echo "make run       the portal with demo data at http://127.0.0.1:8000 (PORT=… for another port)"
	@echo "make reset     throw the demo's data away"
	@echo "make test      the whole suite on SQLite and PostgreSQL, with a real browser (ARGS=… goes to pytest)"
	@echo "make coverage  which branches of the rooms that hold the promises no test takes"
	@echo "make check     style, types, settings, migrations, texts;  make format mends the style"
	@echo "make bench     the figures of the README, measured anew"
	@echo "make css       join the style sheet;  make messages  collect the texts;  make lock  renew the pins"

# A stamp is newer than the pins it was made from, so packages are installed only when the pins change.
.venv/base.stamp: requirements/base.txt
	@scripts/venv base
.venv/dev.stamp: requirements/dev.txt
	@scripts/venv dev

run: .venv/base.stamp
	@DEMO=1 $(PYTHON) manage.py demo
	@DEMO=1 exec $(PYTHON) manage.py serve

reset: .venv/base.stamp
	@DEMO=1 $(PYTHON) manage.py reset

test: .venv/dev.stamp
	@$(PYTHON) -m tests.run $(ARGS)

coverage: .venv/dev.stamp
	@$(PYTHON) -m scripts.coverage $(ARGS)

check: .venv/dev.stamp
	@$(PYTHON) -m scripts.check

format: .venv/dev.stamp
	@$(PYTHON) -m ruff check --fix .
	@$(PYTHON) -m ruff format .
	@git ls-files --cached --others --exclude-standard 'templates/*.html' | xargs .venv/bin/djade --target-version 6.1
	@$(PYTHON) -m all_portal.look.stylesheet

css:
	@$(or $(wildcard $(PYTHON)),python3) -m all_portal.look.stylesheet

# Needs Chromium; Lighthouse too where npm is there (ARGS=--no-lighthouse leaves it out, ARGS=--write tells the README)
bench: .venv/dev.stamp
	@$(PYTHON) -m bench.pages $(ARGS)

messages: .venv/dev.stamp
	@$(PYTHON) -m scripts.messages

# Newest versions within the bounds of pyproject.toml. Without --upgrade what is pinned stays: LOCK="" make lock
LOCK ?= --upgrade
COMPILE = uv pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-header --no-emit-index-url \
	--no-emit-find-links $(LOCK) pyproject.toml
lock:
	@$(COMPILE) --output-file requirements/base.txt
	@$(COMPILE) --group dev --constraint requirements/base.txt --output-file requirements/dev.txt
