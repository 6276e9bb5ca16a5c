#!/bin/bash
# power_cuts_vm.sh PROGRAM ONE OTHER: all that the machine of power_cuts_vm.py does. It looks at what the last cut has left on its disk and
# tells (@ good NUMBER, @ BAD WHY), and then changes, accepts and goes back until it is cut off: "@ told NUMBER" when a copy was told as
# accepted, "@ back" before it goes back. By its own clock it says "@ tenth" ten times a second.
set -u
[[ $$ == 1 && ${LOT:-} ]] || { echo "${0##*/} is for the machine of power_cuts_vm.py: it takes the disk /dev/vda"; exit 2; }
RANDOM=$LOT # a word of the kernel's line
program=$1 sources=("$2" "$3") place=/run/kiosk
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/run TMPDIR=/run SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy STATE_DIRECTORY=$place/state
exhibit=$place/exhibit

bad() {
    echo "@ BAD $*"
    sleep infinity
}

rest() { # at most so many tenths of a second
    local tenths=$((RANDOM % ($1 + 1)))
    sleep "$((tenths / 10)).$((tenths % 10))"
}

hear() {
    local line
    while IFS= read -r line; do
        [[ $line == *"scene attract"* ]] && touch /run/shown
        [[ $line == *"instead"*"copy"* ]] && touch /run/instead
        [[ $line =~ accepted:\ .*\ as\ copy\ ([0-9]+) ]] && echo "@ told ${BASH_REMATCH[1]}"
        echo "$line" >>/run/log
    done
}

keep_running() {
    while :; do "$program" run "$exhibit" 2>&1 >/dev/null | hear; done
}

tick() {
    while sleep 0.1; do echo "@ tenth"; done
}

is_whole() { # FOLDER: it is one of the two exhibits
    local source
    for source in "${sources[@]}"; do
        diff -rq "$source/config" "$1/config" >/dev/null && diff -rq "$source/assets" "$1/assets" >/dev/null && return 0
    done
    return 1
}

mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t tmpfs tmpfs /run
mkdir "$place"
tick &
fsck.ext4 -p /dev/vda >/run/fsck 2>&1
(($? < 4)) || bad "the file system: $(</run/fsck)"
mount -t ext4 /dev/vda "$place" || bad "the disk is not mounted"
if [[ -e $place/accepted ]]; then
    copies=("$place"/state/exhibits/*/current)
    number=$(readlink "${copies[0]}") || bad "no copy is current: $(find "$place/state" -maxdepth 3)"
    is_whole "${copies[0]%/current}/$number" || bad "copy $number is none of the two exhibits"
    "$program" status "$exhibit" >/run/status 2>&1
    (($? < 2)) || bad "status: $(</run/status)"
    [[ $(</run/status) == *"shown:   copy $number "* ]] || bad "status tells of another copy than $number: $(</run/status)"
else
    "$program" accept "$exhibit" "$exhibit" >/run/status 2>&1 || bad "the first exhibit is not accepted: $(</run/status)"
    number=1
    touch "$place/accepted"
    sync
fi
: >/run/log
keep_running &
for ((i = 0; i < 1200; i++)); do
    [[ -e /run/shown ]] && break
    sleep 0.1
done
[[ -e /run/shown ]] || bad "it is not shown: $(</run/log)"
[[ ! -e /run/instead ]] || bad "another copy is shown: $(</run/log)"
echo "@ good $number"
while :; do
    source=${sources[RANDOM % 2]}
    case $((RANDOM % 5)) in
        0 | 1)
            "$program" accept "$source" "$exhibit" 2>&1 >/dev/null | hear
            rest 1
            ;;
        2)
            cp -RT "$source" "$exhibit"
            rest 60
            ;;
        3)
            rm -rf "$exhibit-new" "$exhibit-old"
            cp -R "$source" "$exhibit-new" && mv "$exhibit" "$exhibit-old" && mv "$exhibit-new" "$exhibit"
            rest 60
            ;;
        4)
            echo "@ back"
            "$program" status "$exhibit" --rollback >/dev/null 2>&1
            rest 1
            ;;
    esac
done
