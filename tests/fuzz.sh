#!/bin/bash
# fuzz.sh BUILD SECONDS: every fuzz target of a build for so many seconds, from the kept corpus and what earlier runs of this folder found
# interesting. What makes one die, hang or swell is kept in BUILD/found. Prints `N passed, N failed` at the end.
set -u
cd "$(dirname "$0")/.." || exit 2
build=${1:?build folder} seconds=${2:?seconds}
export ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 UBSAN_OPTIONS=print_stacktrace=1
passed=0 failed=0
mkdir -p "$build/found"
for program in "$build"/tests/fuzz/fuzz_*; do
    [[ -x $program && $program != *.[od] ]] || continue
    name=${program##*/fuzz_} dictionary=()
    [[ -e tests/fuzz/dict/$name.dict ]] && dictionary=("-dict=tests/fuzz/dict/$name.dict")
    mkdir -p "$build/corpus/$name"
    if "$program" -max_total_time="$seconds" -timeout=30 -report_slow_units=30 -rss_limit_mb=1024 -max_len=16384 -close_fd_mask=1 "${dictionary[@]}" \
        -artifact_prefix="$build/found/$name-" "$build/corpus/$name" "tests/fuzz/corpus/$name" 2>"$build/$name.log"; then
        echo "ok      fuzz $name ($(sed -n 's/^Done \([0-9]*\) runs.*/\1/p' "$build/$name.log" | tail -n 1) inputs)"
        passed=$((passed + 1))
    else
        grep -vE '^#[0-9]+[[:space:]]+(NEW|REDUCE|pulse|INITED|RELOAD)|^ *NEW_FUNC' "$build/$name.log" | tail -n 40
        echo "FAILED  fuzz $name"
        failed=$((failed + 1))
    fi
done
echo "$passed passed, $failed failed"
((failed == 0 && passed > 0))
