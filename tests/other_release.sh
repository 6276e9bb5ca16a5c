#!/bin/bash
# other_release.sh SUITE [GOAL...]: makes the goals (default: test) in a Debian of that name (trixie, bookworm), which debootstrap puts
# into build/SUITE the first time: some 3 GB, and what it lacks is fetched from MIRROR. Root's, because it changes roots. Whatever is mounted there
# is seen by this script alone and goes with it; the machine's own /dev is never reached.
set -eu
cd "$(dirname "$0")/.."
suite=${1:?a suite of Debian: trixie, bookworm}
root=$PWD/build/$suite
shift
(($#)) || set -- test
cannot() { echo "The tests cannot be run in Debian $suite here: $*"; exit 2; }
((EUID == 0)) || cannot "changing roots is for root"
command -v debootstrap >/dev/null || cannot "there is no debootstrap (apt-get install debootstrap)"
[[ ${ALONE:-} ]] || {
    unshare --mount --pid --fork true 2>/dev/null || cannot "this machine grants root no mounts of its own"
    ALONE=1 exec unshare --mount --pid --fork --kill-child "$BASH" "tests/${0##*/}" "$suite" "$@"
}
# Whole, or not there: what was cut off is made anew.
if [[ ! -e $root/complete ]]; then
    rm -rf --one-file-system "$root"
    mkdir -p "$root"
    debootstrap --variant=minbase --include=ca-certificates,make "$suite" "$root" "${MIRROR:-http://deb.debian.org/debian}" >"$root.log" 2>&1 ||
        { tail -n 20 "$root.log"; cannot "debootstrap failed"; }
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" # nothing is started there
    chmod 755 "$root/usr/sbin/policy-rc.d"
    [[ -c $root/dev/null ]] || cannot "no devices can be made in $root"
    touch "$root/complete"
fi
cp /etc/resolv.conf "$root/etc/resolv.conf"
# The tree as it stands; what was built there before stays, so that only what changed is built.
mkdir -p "$root/vitrina"
find "$root/vitrina" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
tar --exclude=./build --exclude=./.git -cf - . | tar -xf - -C "$root/vitrina"
findmnt "$root/proc" >/dev/null || mount -t proc proc "$root/proc"
mount -t sysfs -o ro sysfs "$root/sys"
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts "$root/dev/pts"
mount -t tmpfs tmpfs "$root/dev/shm"
# shellcheck disable=SC2016
exec env -i HOME=/root LANG=C.UTF-8 TERM="${TERM:-dumb}" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    chroot "$root" sh -euc 'cd /vitrina; apt-get update -qq; make -s packages-test; make -s packages-deb; exec make "$@"' sh "$@"
