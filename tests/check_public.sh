#!/bin/bash
# check_public.sh PROGRAM: what the program writes for others, opened with what others wrote (tests/public/look.mjs); those tools come from
# the npm registry, in the versions that tests/public/package-lock.json names.
set -e
here=$(readlink -f "$(dirname "$0")")
program=$(readlink -f "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cp "$here"/public/* .
npm ci --no-audit --no-fund --ignore-scripts --prefer-offline >npm.log 2>&1 || { cat npm.log; exit 1; }
"$program" new exhibit museum --languages en,ar >/dev/null
"$program" proof --size 640x360,360x640 --panel picture --text usual,large -o proofs museum
# What is said of every broken input that the plain tests have (tests/unit/test_bad.c tells how they lie).
mkdir findings
for told in "$here"/bad/*.findings; do
    name=$(basename "$told" .findings)
    rm -rf broken && cp -R "$here/bad/base" broken
    (cd "$here/bad/$name" && find . -type d) | while read -r path; do # a folder that stands where a file was
        [[ ! -f broken/$path ]] || rm "broken/$path"
    done
    cp -R "$here/bad/$name/." broken/
    [[ ! -e broken/removed.txt ]] || (cd broken && xargs -d '\n' rm -rf <removed.txt)
    "$program" check --format=sarif broken >"findings/$name.sarif" 2>/dev/null || (($? == 1))
done
node look.mjs "$program" museum proofs findings
