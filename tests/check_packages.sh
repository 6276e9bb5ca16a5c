#!/bin/bash
# check_packages.sh BUILD: the Makefile's package list against what the build and the tests really use: every header outside the project
# that the compiler read, every tool that scripts call, every face of the theme, must come from a listed package or one that a listed one depends on.
set -u
cd "$(dirname "$0")/.." || exit 2
build=${1:?build folder}
command -v dpkg-query >/dev/null || { echo "1 passed, 0 failed"; exit 0; }
listed=$(make -s print-packages)
# What every Debian has, and what the listed packages bring along, however indirectly.
known=" $(dpkg-query -W -f '${Package}\t${Essential}\t${Priority}\t${Depends}, ${Pre-Depends}\n' | awk -F '\t' -v listed="$listed" '
    { gsub(/\([^)]*\)|:[a-z0-9]+/, "", $4); gsub(/[,|]/, " ", $4); depends[$1] = $4 }
    $2 == "yes" || $3 == "required" || $3 == "important" || $3 == "standard" { listed = listed " " $1 }
    END {
        count = split(listed " make", queue, " ")
        for (i = 1; i <= count; i++) {
            if (queue[i] in seen) continue
            seen[queue[i]] = 1
            printf "%s ", queue[i]
            more = split(depends[queue[i]], next_ones, " ")
            for (k = 1; k <= more; k++) queue[++count] = next_ones[k]
        }
    }') "
failed=0
need() { # need PATH WHAT
    local owner
    owner=$(dpkg-query -S "$(readlink -f "$1")" 2>/dev/null | head -n 1 | sed 's/[:,].*//')
    [[ -z $owner ]] && owner=$(dpkg-query -S "$1" 2>/dev/null | head -n 1 | sed 's/[:,].*//')
    [[ -z $owner || $known == *" $owner "* ]] && return
    echo "$2 comes from the package $owner, which the Makefile does not list"
    failed=1
}
headers=$(find "$build/src" "$build/tests" -type f -name '*.d' -print0 2>/dev/null | xargs -0 cat | tr ' \\' '\n\n' | grep '^/usr/include' | tr -d ':' | sort -u)
for directory in $(echo "$headers" | sed 's|/[^/]*$||' | sort -u); do
    need "$(echo "$headers" | grep -m 1 "^$directory/[^/]*$")" "$directory"
done
for tool in gcc pkg-config clang clang-format clang-tidy cppcheck python3 pkill Xorg setxkbmap setpriv udevadm systemd-analyze; do
    path=$(command -v "$tool") && [[ $path == /usr/* ]] && need "$path" "$tool"
done
for face in $(sed -n '/^faces:/,/^[a-z]*:$/s/.*\[\([^],]*\).*/\1/p' config/theme.yaml); do
    path=$(find /usr/share/fonts -name "$face" -print -quit)
    if [[ -n $path ]]; then
        need "$path" "$face"
    else
        echo "config/theme.yaml names $face, which no listed package brings"
        failed=1
    fi
done
if ((failed)); then echo "0 passed, 1 failed"; else echo "1 passed, 0 failed"; fi
exit $failed
