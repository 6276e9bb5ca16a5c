#!/bin/bash
# check_make.sh: make builds on all cores, unless it is told otherwise or is to remove what it builds, and reads no rules but the build's.
set -u
cd "$(dirname "$0")/.." || exit 2
unset MAKEFLAGS MAKELEVEL
passed=0 failed=0
jobs() { # jobs ARGUMENT...: the -j that make comes to, which it prints with its database
    make -n -p "$@" 2>/dev/null | sed -n 's/^MAKEFLAGS = \([^-]*\)\(-j[0-9]*\)\?.*/\2/p' | head -n 1
}
while read -r wanted arguments; do
    # shellcheck disable=SC2086
    got=$(jobs $arguments)
    if [[ ${got:-none} == "$wanted" ]]; then
        passed=$((passed + 1))
    else
        echo "FAILED: make $arguments: ${got:-none} instead of $wanted"
        failed=$((failed + 1))
    fi
done <<TABLE
-j$(nproc)
-j$(nproc) build
-j$(nproc) -k units MODE=asan
-j1 -j1
-j1 build -j 1
-j3 -j3 build
none clean
none clean build
TABLE
# What lies there and is not of the build (a Debian of tests/other_release.sh) has files of such names.
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/trixie/etc/rc0.d" && echo "no rule" >"$folder/trixie/etc/rc0.d/words.d"
if said=$(make -n BUILD="$folder" help 2>&1); then
    passed=$((passed + 1))
else
    echo "FAILED: make beside another Debian: $said"
    failed=$((failed + 1))
fi
echo "$passed passed, $failed failed"
((failed == 0))
