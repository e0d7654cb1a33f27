#!/bin/sh
# Prints the path of a browser for the tests that drive one, `chromium` or `firefox`, and installs one where there is none.
set -eu

browser=${1:-chromium}
case $browser in
    chromium) names="chromium chromium-browser google-chrome-stable google-chrome" package=chromium ;;
    firefox) names="firefox-esr firefox" package=firefox-esr ;;
    *) echo "browser.sh: chromium or firefox" >&2; exit 2 ;;
esac

at_hand() {
    for name in $names; do
        # --version, because on some systems the name is only a note that says how to install it.
        if command -v "$name" >/dev/null && "$name" --version >/dev/null 2>&1; then
            command -v "$name"
            return
        fi
    done
    .venv/bin/python - "$browser" <<'PYTHON'
import sys
from pathlib import Path
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    path = getattr(playwright, sys.argv[1]).executable_path
if not Path(path).is_file():
    sys.exit(1)
sys.stdout.write(path + "\n")
PYTHON
}

install_one() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "No $browser was found: installing Debian's with apt-get" >&2
        { apt-get update && apt-get install -y --no-install-recommends "$package"; } >&2
    else
        echo "No $browser was found: installing Playwright's into your cache folder" >&2
        .venv/bin/python -m playwright install "$browser" >&2
    fi
}

at_hand && exit
install_one || true
at_hand && exit
echo "make: the tests need $browser and it could not be installed. Install $names (any of these) and try again." >&2
exit 1
