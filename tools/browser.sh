#!/bin/sh
# Prints the path of a Chromium for the tests that drive a browser, and installs one where there is none.
set -eu

at_hand() {
    for name in chromium chromium-browser google-chrome-stable google-chrome; do
        # --version, because on some systems the name is only a note that says how to install it.
        if command -v "$name" >/dev/null && "$name" --version >/dev/null 2>&1; then
            command -v "$name"
            return
        fi
    done
    .venv/bin/python - <<'PYTHON'
import sys
from pathlib import Path
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    path = playwright.chromium.executable_path
if not Path(path).is_file():
    sys.exit(1)
sys.stdout.write(path + "\n")
PYTHON
}

install_one() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "No Chromium was found: installing Debian's with apt-get" >&2
        { apt-get update && apt-get install -y --no-install-recommends chromium; } >&2
    else
        echo "No Chromium was found: installing Playwright's into your cache folder" >&2
        .venv/bin/python -m playwright install chromium >&2
    fi
}

at_hand && exit
install_one || true
at_hand && exit
echo "make: the tests need Chromium and it could not be installed. Install chromium or google-chrome and try again." >&2
exit 1
