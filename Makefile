# make setup   everything the app needs, into .venv (quick when nothing changed)
# make run     open the app
# make demo    teach a lesson by itself; writes to demo-out/
# make test    every check and the whole test suite
# make check   linters, types, layers, lessons, translations, curriculum page
# make bench   measure; writes bench/results.md
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run demo test check bench
BIN := .venv/bin
export PYTHONUTF8 := 1

help:
	@sed -n 's/^# //p' Makefile

setup:
	@tools/setup.sh

setup-dev:
	@tools/setup.sh --dev

run: setup
	@$(BIN)/lessonapp

demo: setup
	$(BIN)/lessonapp demo --out demo-out

test: check
	$(BIN)/python -m pytest -n 2

check: setup-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/lessonapp check lessons --strict
	$(BIN)/python -m tools.catalogue check
	$(BIN)/python -m tools.curriculum check

bench: setup-dev
	$(BIN)/python -m bench
