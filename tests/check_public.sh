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
node look.mjs "$program" museum proofs
