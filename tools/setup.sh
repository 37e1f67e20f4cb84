#!/usr/bin/env bash
# Makes .venv with the locked packages, the system libraries that Qt needs, and the compiled translations.
#   tools/setup.sh [--dev]      --dev adds what the tests and checks need (on Debian, as root, chromium too)
# Does nothing where nothing changed. PYTHON=/path/to/python3 chooses the interpreter.
set -euo pipefail
cd "$(dirname "$0")/.."
export PYTHONUTF8=1 PIP_DISABLE_PIP_VERSION_CHECK=1

kind=run lock=requirements.lock
[ "${1:-}" != --dev ] || { kind=dev lock=requirements-dev.lock; }
py=.venv/bin/python

say() { printf 'setup: %s\n' "$*"; }
die() { say "$*" >&2; exit 1; }

in_range='import sys; raise SystemExit(not (3, 11) <= sys.version_info[:2] <= (3, 14))'

find_python() {
    local candidate found=none
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.14 python3.11}; do
        if "$candidate" -c "$in_range" 2>/dev/null; then
            "$candidate" -c 'import ensurepip, venv' 2>/dev/null ||
                die "$candidate has no venv module: install it (on Debian: apt-get install python3-venv)"
            echo "$candidate"
            return
        fi
        [ "$found" != none ] || found=$("$candidate" -V 2>/dev/null || echo none)
    done
    die "needs Python 3.11 to 3.14 (found: $found); install one, or name it: PYTHON=/path/to/python3 make setup"
}

key() { "$py" -c '
import hashlib, pathlib, sys
parts = [pathlib.Path(name).read_bytes() for name in sys.argv[1:]]
print(hashlib.sha256(b"\0".join([sys.version.encode(), *parts])).hexdigest())' \
    "$1" pyproject.toml tools/setup.sh; }

current() { [ -f ".venv/stamp-$1" ] && [ "$(cat ".venv/stamp-$1")" = "$2" ]; }

# The program is found from .venv on, not by the name of this folder: Python cannot read "lớp" in the C locale.
find_from_there() {
    local file
    for file in .venv/lib/python3.*/site-packages/__editable__.lessonapp-*.pth; do echo ../../../.. >"$file"; done
}

# Debian's package of a shared library: libxcb-cursor.so.0 is in libxcb-cursor0.
package_of() {
    case $1 in
        libEGL.so.1) echo libegl1 ;;
        libGL.so.1) echo libgl1 ;;
        libX11.so.6) echo libx11-6 ;;
        libX11-xcb.so.1) echo libx11-xcb1 ;;
        libXext.so.6) echo libxext6 ;;
        libXrandr.so.2) echo libxrandr2 ;;
        libglib-2.0.so.0 | libgthread-2.0.so.0) echo libglib2.0-0 ;;
        libgssapi_krb5.so.2) echo libgssapi-krb5-2 ;;
        libdbus-1.so.3) echo libdbus-1-3 ;;
        libxkbcommon-x11.so.0) echo libxkbcommon-x11-0 ;;
        libz.so.1) echo zlib1g ;;
        libbrotli*.so.1) echo libbrotli1 ;;
        *.so.*) echo "${1%%.so.*}${1##*.so.}" ;;
    esac
}

# Libraries that the named parts of Qt ask for and the system lacks.
missing_for() {
    local qt part
    qt=$(echo .venv/lib/python3.*/site-packages/PySide6/Qt)
    for part in "$@"; do ldd "$qt/$part" 2>/dev/null || true; done | awk '/not found/ { print $1 }' | sort -u
}
essential() {
    missing_for lib/libQt6{Core,Gui,Widgets,Svg,SvgWidgets,Pdf,PdfWidgets,PrintSupport}.so.6 \
        plugins/platforms/libqoffscreen.so
}
wanted() {
    missing_for plugins/platforms/libq{xcb,wayland}.so plugins/xcbglintegrations/libqxcb-glx-integration.so \
        lib/libQt6{DBus,Multimedia,MultimediaWidgets}.so.6 plugins/multimedia/libffmpegmediaplugin.so
}

system_libraries() {
    [ "$(uname -s)" = Linux ] && command -v ldd >/dev/null || return 0
    local lacking packages
    lacking=$(essential; wanted)
    [ -n "$lacking" ] || return 0
    packages=$(for name in $lacking; do package_of "$name"; done | sort -u | tr '\n' ' ')
    if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
        say "installing the system libraries that Qt needs: $packages"
        export DEBIAN_FRONTEND=noninteractive
        { apt-get -qq update || true; apt-get -qq install -y --no-install-recommends $packages; } \
            >.venv/apt.log 2>&1 || { tail -n 5 .venv/apt.log >&2; say "apt-get failed, see .venv/apt.log" >&2; }
        lacking=$(essential; wanted)
        [ -n "$lacking" ] || return 0
    fi
    if command -v apt-get >/dev/null; then
        say "Qt lacks system libraries; install them with: sudo apt-get install -y $packages" >&2
    else
        say "Qt lacks system libraries; install the packages that hold:" $lacking >&2
    fi
    [ -z "$(essential)" ] || die "the window cannot open without them"
}

# What the tests of the phone pages drive a browser with; where it cannot be had they are skipped.
browser() {
    [ "$kind" = dev ] && [ "$(id -u)" = 0 ] && grep -qs '^ID=debian$' /etc/os-release || return 0
    local driver packages
    driver=$(echo .venv/lib/python3.*/site-packages/playwright/driver/node)
    packages=$({ ldd "$driver" 2>/dev/null || true; } | awk '/not found/ { print $1 }' | sort -u |
        while read -r name; do package_of "$name"; done | tr '\n' ' ')
    command -v chromium >/dev/null || packages="chromium $packages"
    [ -n "$packages" ] || return 0
    say "installing, for the tests of the phone pages: $packages"
    export DEBIAN_FRONTEND=noninteractive
    { apt-get -qq update || true; apt-get -qq install -y --no-install-recommends $packages; } \
        >.venv/apt-browser.log 2>&1 || say "apt-get failed, see .venv/apt-browser.log; those tests will be skipped" >&2
}

if [ -x "$py" ] && { ! "$py" -c "$in_range" 2>/dev/null || [ "$(cat .venv/place 2>/dev/null || pwd -P)" != "$(pwd -P)" ]; }; then
    say "making .venv anew: its Python went away, or the folder moved"
    rm -rf .venv
fi
if [ ! -x "$py" ] || [ ! -x .venv/bin/pip ]; then
    python=$(find_python)
    say "making .venv with $("$python" -V)"
    "$python" -m venv --clear .venv
fi

stamp=$(key "$lock")
if ! current "$kind" "$stamp" && ! { [ "$kind" = run ] && current dev "$(key requirements-dev.lock)"; }; then
    say "installing the packages of $lock (some minutes the first time)"
    "$py" -m pip install -qq --require-hashes -r "$lock"
    # Where the locale knows ASCII only, a folder with diacritics could not be written down.
    LC_ALL=C.UTF-8 "$py" -m pip install -qq --no-deps --no-build-isolation --editable .
    find_from_there
    system_libraries
    browser
    pwd -P >.venv/place
    rm -f .venv/stamp-*
    echo "$stamp" >".venv/stamp-$kind"
fi
words=resources/translations/vi/LC_MESSAGES/lessonapp
[ "$words.json" -nt "$words.po" ] || "$py" -m tools.catalogue compile
