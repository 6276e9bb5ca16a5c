#!/bin/bash
# run.sh BUILD: runs every test of a build (unit, edge, command line, end to end) and prints `N passed, N failed` at the end.
# Each test program says how many of its tests passed and failed, in cmocka's words or in that same closing line.
set -u
cd "$(dirname "$0")/.." || exit 2
build=${1:?build folder}
export ASAN_OPTIONS=detect_leaks=1:abort_on_error=0:exitcode=99 UBSAN_OPTIONS=print_stacktrace=1
# What libraries keep for the life of the process is not ours to free.
export LSAN_OPTIONS=suppressions=$PWD/tests/leaks.txt:print_suppressions=0
passed=0 failed=0
output=$(mktemp) || exit 2
trap 'rm -f "$output"' EXIT

count() { # count NAME COMMAND...
    local name=$1 start=$SECONDS status good bad
    shift
    "$@" >"$output" 2>&1
    status=$?
    good=$(sed -n 's/^\[  PASSED  \] \([0-9]*\) test.*/\1/p; s/^\([0-9]*\) passed, [0-9]* failed.*/\1/p' "$output" | tail -n 1)
    bad=$(sed -n 's/^\[  FAILED  \] \([0-9]*\) test.*/\1/p; s/^[0-9]* passed, \([0-9]*\) failed.*/\1/p' "$output" | tail -n 1)
    : "${good:=0}" "${bad:=0}"
    ((status != 0 && bad == 0)) && bad=1
    ((status == 0 && good == 0 && bad == 0)) && bad=1 # a program that tests nothing is a fault
    passed=$((passed + good)) failed=$((failed + bad))
    if ((bad)); then
        cat "$output"
        echo "FAILED  $name"
    else
        echo "ok      $name ($good, $((SECONDS - start)) s)"
    fi
}

for program in "$build"/tests/unit/test_* "$build"/tests/edge/test_* "$build"/tests/decoder/test_*; do
    [[ -x $program && $program != *.[od] ]] && count "${program#"$build"/tests/}" "$program"
done
for program in "$build"/tests/fuzz/fuzz_*; do # what fuzzing began with and found
    [[ -x $program && $program != *.[od] ]] && count "${program#"$build"/tests/}" "$program" tests/fuzz/corpus/"${program##*/fuzz_}"/*
done
count house python3 tests/check_house.py
count content python3 tests/check_content.py
count make tests/check_make.sh
count packages tests/check_packages.sh "$build"
count install tests/check_install.sh "$build"
count "command line" tests/check_cli.sh "$build/vitrina"
count proofs tests/check_proof.sh "$build/vitrina"
count pictures tests/check_pictures.sh "$build/vitrina"
count "end to end" python3 tests/e2e/run.py --program "$build/vitrina"

echo "$passed passed, $failed failed"
((failed == 0))
