#!/bin/bash
# other_release.sh SUITE [GOAL...]: makes the goals (default: test) in a Debian of that name (trixie, bookworm), which debootstrap puts
# into build/SUITE the first time. Root's, because it changes roots; what it mounts there goes with it.
set -eu
cd "$(dirname "$0")/.."
suite=${1:?a suite of Debian: trixie, bookworm} root=$PWD/build/$1
shift
(($#)) || set -- test
((EUID == 0)) || { echo "changing roots is for root"; exit 2; }
command -v debootstrap >/dev/null || { echo "needs debootstrap (apt-get install debootstrap)"; exit 2; }
# Whole, or not there: what was cut off is made anew.
if [[ ! -e $root/complete ]]; then
    rm -rf "$root"
    mkdir -p "$root"
    debootstrap --variant=minbase --include=ca-certificates,make,git "$suite" "$root" "${MIRROR:-http://deb.debian.org/debian}"
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" # nothing is started there
    chmod 755 "$root/usr/sbin/policy-rc.d"
    touch "$root/complete"
fi
cp /etc/resolv.conf "$root/etc/resolv.conf"
# The tree as it stands; what was built there before stays, so that only what changed is built.
mkdir -p "$root/vitrina"
find "$root/vitrina" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
tar --exclude=./build -cf - . | tar -xf - -C "$root/vitrina"
# shellcheck disable=SC2016
unshare --mount --pid --fork -- sh -euc 'mount -t proc proc "$0/proc"; mount --rbind /dev "$0/dev"
    exec chroot "$0" sh -euc "cd /vitrina; apt-get update -qq; make -s packages-check; exec make \"\$@\"" sh "$@"' "$root" "$@"
