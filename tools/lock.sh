#!/usr/bin/env bash
# Writes the two lock files from pyproject.toml, for Python 3.11 to 3.14 on every platform.
# Needs uv: python3 -m pip install uv. With --upgrade every package moves to its newest fitting version.
set -euo pipefail
cd "$(dirname "$0")/.."

compile() {
    uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --quiet \
        --no-emit-index-url --no-emit-find-links --no-config "$@" >/dev/null
}

compile --extra build --output-file requirements.lock "${@}"
compile --extra build --extra dev --constraint requirements.lock --output-file requirements-dev.lock "${@}"
