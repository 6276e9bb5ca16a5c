# For tests of the command line, which source it with the program as their argument: expect, a folder of their own, and finish. What the
# program keeps for itself lies elsewhere, and is its own from test to test.
# shellcheck shell=bash disable=SC2034
set -u
program=$(readlink -f "${1:?program}")
unset DISPLAY WAYLAND_DISPLAY STATE_DIRECTORY
folder=$(mktemp -d) || exit 2
XDG_STATE_HOME=$(mktemp -d) || exit 2
export XDG_STATE_HOME
trap 'rm -rf "$folder" "$XDG_STATE_HOME"' EXIT
passed=0 failed=0
expect() { # expect CODE PATTERN COMMAND...: exit code, and what must stand in the output
    local code=$1 pattern=$2 output status
    shift 2
    output=$("$@" 2>&1)
    status=$?
    if [[ $status == "$code" && $output =~ $pattern ]]; then
        passed=$((passed + 1))
    else
        echo "FAILED: $* : exit $status instead of $code, or no '$pattern' in:"
        echo "$output"
        failed=$((failed + 1))
    fi
}
finish() {
    echo "$passed passed, $failed failed"
    ((failed == 0))
}
