#!/bin/sh
# Makes .venv with the newest Python that is at hand and installs the pinned, hashed requirements.
set -eu

for python in python3.13 python3.12 python3.11 python3 python; do
    if "$python" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        found=$python
        break
    fi
done
if [ -z "${found:-}" ]; then
    echo "make: Python 3.11 or newer with its venv module is needed (on Debian: apt-get install python3-venv)" >&2
    exit 1
fi

if [ ! -x .venv/bin/python ]; then
    echo "Making .venv with $("$found" --version)"
    "$found" -m venv .venv
fi
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
