#!/bin/bash
# run.sh BUILD: runs every test of a build (unit, edge, command line, end to end) and prints `N passed, N failed` at the end.
# Each test program says how many of its tests passed and failed, in cmocka's words or in that same closing line.
set -u
cd "$(dirname "$0")/.." || exit 2
build=${1:?build folder}
# What was freed is held back 32 MB long, not 256: a quarter less to compute.
export ASAN_OPTIONS=detect_leaks=1:abort_on_error=0:exitcode=99:quarantine_size_mb=32:allocator_release_to_os_interval_ms=-1 UBSAN_OPTIONS=print_stacktrace=1
# What libraries keep for the life of the process is not ours to free.
export LSAN_OPTIONS=suppressions=$PWD/tests/leaks.txt:print_suppressions=0
results=$(mktemp -d) || exit 2
trap 'rm -rf "$results"' EXIT

count() { # count NAME COMMAND...
    local name=$1 start=$SECONDS output status good bad
    output=$(mktemp -p "$results") || exit 2
    shift
    env --default-signal=INT,QUIT,HUP "$@" >"$output" 2>&1 # which the shell has what runs beside it ignore
    status=$?
    good=$(sed -n 's/^\[  PASSED  \] \([0-9]*\) test.*/\1/p; s/^\([0-9]*\) passed, [0-9]* failed.*/\1/p' "$output" | tail -n 1)
    bad=$(sed -n 's/^\[  FAILED  \] \([0-9]*\) test.*/\1/p; s/^[0-9]* passed, \([0-9]*\) failed.*/\1/p' "$output" | tail -n 1)
    : "${good:=0}" "${bad:=0}"
    ((status != 0 && bad == 0)) && bad=1
    ((status == 0 && good == 0 && bad == 0)) && bad=1 # a program that tests nothing is a fault
    echo "$good $bad" >"$output.count"
    if ((bad)); then
        echo "$(cat "$output")"$'\n'"FAILED  $name"
    else
        echo "ok      $name ($good, $((SECONDS - start)) s)"
    fi
}

started=0
beside() { # beside NAME COMMAND...: two at once, whatever the machine; what measures time is counted by itself
    while (($(jobs -rp | wc -l) >= 2)); do wait -n; done
    started=$((started + 1))
    count "$@" &
}

# Those that give threads and processes a time to end in, beside each other alone. Then the longest: what is short fills what they leave.
for program in "$build"/tests/edge/test_* "$build"/tests/decoder/test_*; do
    [[ -x $program && $program != *.[od] ]] && beside "${program#"$build"/tests/}" "$program"
done
beside "command line" tests/check_cli.sh "$build/vitrina"
beside proofs tests/check_proof.sh "$build/vitrina"
beside pictures tests/check_pictures.sh "$build/vitrina"
beside install tests/check_install.sh "$build"
for program in "$build"/tests/unit/test_*; do
    [[ -x $program && $program != *.[od] ]] && beside "${program#"$build"/tests/}" "$program"
done
for program in "$build"/tests/fuzz/fuzz_*; do # what fuzzing began with and found
    [[ -x $program && $program != *.[od] ]] && beside "${program#"$build"/tests/}" "$program" tests/fuzz/corpus/"${program##*/fuzz_}"/*
done
beside house python3 tests/check_house.py
beside content python3 tests/check_content.py
beside accessibility python3 tests/check_accessibility.py
beside maps python3 tests/check_maps.py
beside make tests/check_make.sh
beside packages tests/check_packages.sh "$build"
wait
count "end to end" python3 tests/e2e/run.py --program "$build/vitrina"

read -r counted passed failed < <(cat "$results"/*.count | awk '{ good += $1; bad += $2 } END { print NR, good + 0, bad + 0 }')
((counted == started + 1)) || failed=$((failed + 1)) # one was cut off before it said anything
echo "$passed passed, $failed failed"
((failed == 0))
