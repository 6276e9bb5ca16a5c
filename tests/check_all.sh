#!/bin/bash
# check_all.sh: what `make test` has no time for: both compilers with warnings as errors, the thread sanitizer over the image workers,
# slips in every line of files, a visit under strace, some fuzzing, clang-format, clang-tidy, cppcheck, the Debian packages; where OTHER_RELEASE names a Debian,
# `make test` in that one, too. Prints `N passed, N failed` at the end.
set -u
cd "$(dirname "$0")/.." || exit 2
passed=0 failed=0
output=$(mktemp) || exit 2
trap 'rm -f "$output"' EXIT
check() { # check NAME COMMAND...
    local name=$1 start=$SECONDS
    shift
    if "$@" >"$output" 2>&1; then
        echo "ok      $name ($((SECONDS - start)) s)"
        passed=$((passed + 1))
    else
        cat "$output"
        echo "FAILED  $name"
        failed=$((failed + 1))
    fi
}
jobs=$(nproc)
sources=(src/*/*.c)
edge_flags=$(pkg-config --cflags sdl2 SDL2_ttf SDL2_image librsvg-2.0 libxml-2.0 fontconfig libseccomp)
thread_sanitizer() {
    make -s -j "$jobs" build/vitrina-decoder && make -s -j "$jobs" MODE=tsan build/tsan/tests/{edge/test_{images,decoders,copies},unit/test_load} || return
    for test in edge/test_{images,decoders,copies} unit/test_load; do
        TSAN_OPTIONS="halt_on_error=1 ignore_noninstrumented_modules=1" "build/tsan/tests/$test" || return
    done
}
tidy() {
    printf '%s\n' "${sources[@]}" | xargs -P "$jobs" -n 4 sh -c 'clang-tidy --quiet "$@" -- -std=c11 -D_GNU_SOURCE \
        -DVITRINA_VERSION=\"0\" -DVITRINA_PREFIX=\"/usr\" -DAVIF_LIBRARY=\"libavif.so\" -DXML_LIBRARY=\"libxml2.so\" -DSQLITE_LIBRARY=\"libsqlite3.so\" -Isrc '"$edge_flags" tidy
}
# A slip in one of three lines of the test exhibit, all nine kinds of them in turn (49 has no divisor with 9), and one in a few of the
# shipped one's; a half to a core. All of
# them take three quarters of an hour of computing.
mutations() {
    local program=build/asan/tests/unit/test_mutations
    make -s -j "$jobs" MODE=asan "$program" || return 1
    export ASAN_OPTIONS=detect_leaks=1:quarantine_size_mb=32:allocator_release_to_os_interval_ms=-1 LSAN_OPTIONS=suppressions=$PWD/tests/leaks.txt:print_suppressions=0
    printf '%s\n' "tests/exhibit 49 0" "tests/exhibit 49 24" ". 140 0" ". 280 70" | xargs -P "$jobs" -L 1 "$program"
}
# A month of a museum, some forty visits a day.
month() {
    make -s -j "$jobs" build/tests/unit/test_days && build/tests/unit/test_days 1300
}
# Each once, and by lot for a moment; by hand for an hour: --seconds 3600.
torment() {
    make -s -j "$jobs" build && tests/torment.py --seconds 60
}
confined() {
    make -s -j "$jobs" build && tests/check_confined.py
}
fuzzing() {
    make -s -j "$jobs" MODE=asan build/asan/vitrina-decoder && make -s -j "$jobs" CC=clang MODE=fuzz fuzzers && tests/fuzz.sh build/fuzz 10
}
# make test looks at two more.
screens() {
    make -s -j "$jobs" build || return
    local size
    for size in 1280x800 800x1280 3840x2160 2160x3840; do
        build/vitrina check --strict --size $size . || return
    done
}
packages() {
    make -s deb && lintian --fail-on error,warning build/deb/*.deb
}
check "gcc, warnings as errors" make -B -s -j "$jobs" CC=gcc WERROR=-Werror build compiled # what follows runs these
check "clang, warnings as errors" make -s -j "$jobs" CC=clang WERROR=-Werror BUILD=build/clang build compiled
check "Debian packages" packages
check "the exhibit on other screens" screens
check "thread sanitizer" thread_sanitizer
check "mutations" mutations
check "a month of visits" month
check "what a kiosk stands on, taken away" torment
check "it speaks to nobody, and writes only what is its own" confined
check "fuzzing" fuzzing
check "alerts of many kiosks" promtool test rules tests/rules.yml
check "clang-format" clang-format --dry-run -Werror src/*/*.[ch] tests/*/*.[ch]
check "clang-tidy" tidy
check "cppcheck" cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 -Isrc -j "$jobs" \
    --suppress=missingIncludeSystem --suppress=normalCheckLevelMaxBranches src
if [[ ${OTHER_RELEASE:-} ]]; then
    check "Debian $OTHER_RELEASE" tests/other_release.sh "$OTHER_RELEASE"
fi
echo "$passed passed, $failed failed"
((failed == 0))
