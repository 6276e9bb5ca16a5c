#!/bin/bash
# check_install.sh BUILD: what `make install` lays down and `make uninstall` takes away, the manual page and the completion, the units that
# make a kiosk, and the recipe of README's "Put it on a kiosk", which is typed as it stands.
set -u
cd "$(dirname "$0")/.." || exit 2
build=${1:?build folder}
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0
holds() { # holds WHAT COMMAND...
    local what=$1 output
    shift
    if output=$("$@" 2>&1); then
        passed=$((passed + 1))
    else
        echo "FAILED: $what"
        [[ -z $output ]] || echo "$output"
        failed=$((failed + 1))
    fi
}
lacks() { ! grep -nE -- "$@"; }
is_empty() { [[ -z $* ]] || { echo "$*"; return 1; }; }
installing() { # installing TARGET DESTDIR PREFIX
    local mode=${build##*/}
    [[ $mode =~ ^(debug|asan|tsan|fuzz)$ ]] || mode=release
    make -s MODE="$mode" "$1" DESTDIR="$2" PREFIX="$3"
}

# ---- install and uninstall ----

every_file_named_is_there() { # every_file_named_is_there DESTDIR PREFIX UNIT: those of the installation that the unit names
    local missing
    missing=$(grep -oE "$2/[^ ]*vitrina[^ ]*" "$3" | while read -r file; do [[ -e $1$file ]] || echo "$file"; done)
    grep -q "$2/" "$3" && is_empty "$missing"
}
for prefix in /usr/local /usr /opt/museum; do
    root=$folder/${prefix//\//-} units=$folder/${prefix//\//-}$prefix/lib/systemd/system
    mkdir -p "$root/etc" "$root$prefix" "$root/srv"
    # An installer's umask does not lock the kiosk's user out.
    holds "$prefix: installs" eval "umask 077; installing install '$root' $prefix"
    holds "$prefix: the program starts" "$root$prefix/bin/vitrina" --version
    holds "$prefix: the pristine exhibit" test -s "$root$prefix/share/vitrina/config/exhibit.yaml"
    for unit in vitrina.service vitrina-display.service vitrina-do@.service; do
        holds "$prefix: $unit names installed files" every_file_named_is_there "$root" $prefix "$units/$unit"
    done
    for switch in kmsdrm.conf cage.conf; do
        holds "$prefix: $switch names installed files" every_file_named_is_there "$root" $prefix "$root$prefix/lib/vitrina/$switch"
    done
    holds "$prefix: no mark is left in a unit" lacks '@[A-Z]+@' "$units"/* "$root$prefix/lib/vitrina"/*
    holds "$prefix: the exhibit has nothing of the machine's" test ! -e "$root$prefix/share/vitrina/assets/system"
    holds "$prefix: makes a kiosk of the machine" installing install-kiosk "$root" $prefix
    holds "$prefix: everyone may read" is_empty "$(find "$root" ! -type l ! -perm -o=r -o -type d ! -perm -o=x)"
    echo ours >"$root/srv/vitrina/config/exhibit.yaml"
    holds "$prefix: installs again" installing install "$root" $prefix
    holds "$prefix: the museum's copy stays" grep -qx ours "$root/srv/vitrina/config/exhibit.yaml"
    holds "$prefix: uninstalls" installing uninstall "$root" $prefix
    holds "$prefix: only the museum's copy is left" is_empty "$(find "$root" ! -type d ! -path "$root/srv/vitrina/*")"
done

# ---- the manual page and the completion ----

holds "manual: installs" installing install "$folder/unit" /usr/local
manual=$folder/unit/usr/local/share/man/man1/vitrina.1
help=$("$build/vitrina" --help)
commands=$(sed -n '/^Commands:/,/^$/p' <<<"$help" | grep -oE '^  [a-z]+' | tr -d ' ')
options=$(sed -n '/^Options:/,/^EXHIBIT/p' <<<"$help" | grep -oE '^  [^ ].*' | grep -oE -- '--[a-z0-9-]+')
completed() { # completed WORD...: what the completion offers for the last one
    PATH=$build:$PATH bash --norc -c 'source "$0"; COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); _vitrina; printf "%s\n" "${COMPREPLY[@]}"' \
        "$folder/unit/usr/local/share/bash-completion/completions/vitrina" vitrina "$@" | sort -u
}
in_manual() { grep -qE -- "^\.B (\\\\-[a-z], )?${1//-/\\\\-}( |$)" "$manual"; }
holds "there are commands and options" test -n "$commands" -a -n "$options"
for name in $commands $options; do
    holds "manual: $name" in_manual "$name"
done
holds "completion: all commands" diff <(sort -u <<<"$commands") <(completed '')
holds "completion: all options" diff <(sort -u <<<"$options") <(completed --)
holds "completion: those of a command alone" diff <(printf -- '--%s\n' help version rollback | sort) <(completed status --)

# ---- the units and the X server ----

units=$folder/unit/usr/local/lib/systemd/system
switches=$folder/unit/usr/local/lib/vitrina
server=$switches/xorg.conf speech=$switches/speech.conf cage=$switches/cage.conf
if command -v systemd-analyze >/dev/null; then
    holds "systemd accepts the units without a word" is_empty \
        "$(systemd-analyze --man=no verify "$units"/vitrina*.service "$units/vitrina-do@off.path" 2>&1 | grep -F vitrina | grep -v 'is not executable')"
    # 20 of 100 is what systemd calls 2.0.
    holds "what the program may do is little" systemd-analyze --no-pager --offline=yes --threshold=20 security "$units/vitrina.service"
fi
while IFS=$'\t' read -r unit what pattern; do
    holds "$unit: $what" grep -qE -- "$pattern" "$units/$unit"
done <<'TABLE'
vitrina.service	starts again whatever ends it	^Restart=always$
vitrina.service	starts again however often	^StartLimitIntervalSec=0$
vitrina.service	starts within a second	^RestartSec=[0-9]{1,3}ms$
vitrina.service	a hang is healed within fifteen seconds	^WatchdogSec=[2-6]$
vitrina.service	a start that hangs is healed within a minute	^TimeoutStartSec=[1-6][0-9]$
vitrina.service	outlives a decoder that finds no memory	^OOMPolicy=continue$
vitrina.service	the program is not root	^User=vitrina$
vitrina.service	has a folder of its own to write to	^ExecStartPre=-\+/usr/bin/install -d -o vitrina -g vitrina /var/lib/vitrina$
vitrina.service	knows that folder	^Environment=STATE_DIRECTORY=/var/lib/vitrina$
vitrina.service	brings its screen	^Wants=vitrina-display\.service
vitrina.service	a screen that fails is tried again, too	^After=vitrina-display\.service$
vitrina.service	is started by the machine	^WantedBy=multi-user\.target$
vitrina-display.service	the login prompt leaves the screen	^Conflicts=.*getty@tty1\.service
vitrina-display.service	goes when the program is stopped	^StopWhenUnneeded=yes$
vitrina-display.service	outlives the program	-noreset
vitrina-display.service	listens to nobody else	-nolisten tcp -nolisten local
vitrina-do@.service	is answered however often	^StartLimitIntervalSec=0$
vitrina-do@.path	what is asked for is a file of that name	^PathExists=/run/vitrina/%i$
TABLE
for unit in vitrina.service vitrina-display.service; do
    holds "$unit: waits for no network" lacks '^(After|Wants|Requires)=.*(network|user-sessions)' "$units/$unit"
    # It would move the program into a session's scope, out of the unit's journal and out of its reach.
    holds "$unit: opens no session" lacks '^PAMName=' "$units/$unit"
done
holds "vitrina.service: no sound card unless it is asked for" lacks 'alsa|audio' "$units/vitrina.service"
# An empty DISPLAY is one that is looked for.
for switch in kmsdrm.conf cage.conf; do
    holds "$switch: no display is named" grep -qE '^UnsetEnvironment=DISPLAY$' "$switches/$switch"
done
# systemd starts cage, not the program: told that number the program would not feed the watchdog, and it would not be heard.
holds "cage.conf: the program feeds the watchdog" grep -qE '^ExecStart=.* -u WATCHDOG_PID ' "$cage"
holds "cage.conf: the program is heard" grep -qx NotifyAccess=all "$cage"
holds "speech.conf: lets the program reach it" grep -qE '^DeviceAllow=char-alsa rw$' "$speech"
holds "vitrina.service: leaves the program openat2" lacks '^RestrictSUIDSGID=' "$units/vitrina.service"
for wish in $(grep -oE 'vitrina-do@[a-z-]+\.path' "$units/vitrina.service" | sed 's/.*@//; s/\.path//'); do
    holds "vitrina-do: knows $wish" grep -qE "^    $wish\) " assets/system/vitrina-do
done
holds "vitrina-do: knows nothing else" eval '! assets/system/vitrina-do else 2>"$folder/said" && grep -q "off|restart-machine" "$folder/said"'
# awaits UDEV BOOT_VGA [CARD]: whether it lets the X server begin at once, on a machine with such a card and such a udev (idle, busy, between)
awaits() {
    local device=$folder/cards/0000:00:02.0
    rm -rf "$folder/cards" "$folder/udev" && mkdir -p "$device" "$folder/udev"
    [[ $2 == - ]] || echo "$2" >"$device/boot_vga"
    [[ ! ${3:-} ]] || mkdir -p "$device/drm/$3"
    # One that is between two devices says once that it is idle. Nobody waits here: where it would look again, it ends.
    printf '#!/bin/sh\n[ %s != busy ] && { [ %s = idle ] || mkdir "%s/asked" 2>/dev/null; }\n' "$1" "$1" "$folder/udev" >"$folder/udev/udevadm"
    printf '#!/bin/sh\n[ "$1" = 0.1 ] || kill $PPID\n' >"$folder/udev/sleep"
    chmod +x "$folder/udev/"*
    PATH=$folder/udev:$PATH assets/system/vitrina-await-card "$folder/cards" 2>/dev/null && echo at once || echo later
}
while IFS=$'\t' read -r what when udev first card; do
    holds "vitrina-await-card: $what" diff <(echo "$when") <(awaits "$udev" "$first" "$card")
done <<'TABLE'
the card is driven, and udev is at something else	at once	busy	1	card0
it is driven as the second one, after the firmware's picture	at once	busy	1	card1
its driver is still loading	later	busy	1	
it can draw, and does not show yet	later	busy	1	renderD128
a card is driven that the machine did not start on	later	busy	0	card0
no card is known, and udev is at work	later	busy	-	
its driver is still loading, and udev is between two devices	later	between	1	
no driver has come for it, and none will	at once	idle	1	
there is no card	at once	idle	-	
TABLE
while read -r option value; do
    holds "X server: $option $value" grep -qE "^ *Option +\"$option\" +\"$value\"" "$server"
done <<'TABLE'
DontVTSwitch true
DontZap true
BlankTime 0
StandbyTime 0
SuspendTime 0
OffTime 0
TABLE
holds "X server: the screen can be switched off at night" lacks '"DPMS"' "$server"

# ---- the boot menu ----

mkdir -p "$folder/grub/multi-user.target.wants"
sed "s|/etc/systemd/system|$folder/grub|" assets/system/grub-entry >"$folder/grub/09_vitrina"
sed "s|/etc/systemd/system|$folder/grub|" assets/system/grub.cfg >"$folder/grub/vitrina.cfg"
chmod +x "$folder/grub/09_vitrina"
words() { sh -c ". $folder/grub/vitrina.cfg; echo \"\$GRUB_CMDLINE_LINUX_DEFAULT\"" 2>&1; }
holds "boot menu: nothing where there is none of Debian's" is_empty "$("$folder/grub/09_vitrina" 2>&1)"
cat >"$folder/grub/10_linux" <<'END'
#!/bin/sh
echo "Found linux image: /boot/vmlinuz-6" >&2
printf '%s\n' 'set linux_gfx_mode=keep' "menuentry 'Debian' {" '	if true; then' "	echo	'Loading Linux 6 ...'" '	linux	/vmlinuz-6 quiet echo' '	fi' '}' \
    "submenu 'Advanced' {" "	menuentry 'Debian, 6' {" "		echo	'Loading'" '	}' '}'
END
chmod +x "$folder/grub/10_linux"
holds "boot menu: nothing once it is no kiosk any more" is_empty "$("$folder/grub/09_vitrina" 2>&1; words)"
touch "$folder/grub/multi-user.target.wants/vitrina.service"
holds "boot menu: the kernel is told to be quiet" grep -q 'quiet loglevel=1 .* vt.global_cursor_default=0' <(words)
holds "boot menu: one entry, which says nothing" diff <(printf '%s\n' clear 'set linux_gfx_mode=keep' "menuentry 'Debian' {" '	if true; then' \
    '	linux	/vmlinuz-6 quiet echo' '	fi' '}') <("$folder/grub/09_vitrina" 2>&1)

# ---- packages ----

as_user() { # as_user COMMAND...: who finds no command but those of $folder/commands
    local -a user=()
    ((EUID != 0)) || user=(setpriv --reuid=65534 --clear-groups)
    "${user[@]}" env -i PATH="$folder/commands" "$@"
}
without_sudo() { # it says what root should type
    local output
    output=$(as_user bash tests/install_packages.sh first second) && return 1
    grep -q 'apt-get install .*first second$' <<<"$output" || { echo "$output"; return 1; }
}
with_sudo() { # which hands no variables on
    as_user bash tests/install_packages.sh first && grep -q 'DEBIAN_FRONTEND=noninteractive apt-get install -y .*first$' "$folder/asked"
}
chmod a+rx "$folder"
mkdir "$folder/commands"
touch "$folder/asked"
chmod a+w "$folder/asked"
ln -s "$(command -v bash)" "$folder/commands/"
printf '#!/bin/sh\nexit 1\n' >"$folder/commands/dpkg-query"
chmod a+x "$folder/commands/dpkg-query"
holds "packages: no sudo" without_sudo
printf '#!/bin/sh\necho "$*" >>%s\n' "$folder/asked" >"$folder/commands/sudo"
chmod a+x "$folder/commands/sudo"
holds "packages: nothing asks" with_sudo

# ---- the recipe ----

recipe=$(awk '/^##/ { inside = /Put it on a kiosk/ } inside && /^```/ { code = !code; next } inside && code' README.md)
known_targets=$(sed -n 's/^\([a-z][a-z -]*\):.*/\1/p' Makefile)
check_step() { # check_step WORD...: one command, on a machine that has only what every Debian has, and nobody to answer
    local target
    case $1 in
        apt-get) [[ $2 == update || " $* " == *" -y "* ]] || { echo "it asks"; return 1; } ;;
        git | make) grep -qE "^apt-get install .* $1( |$)" <<<"$recipe" || { echo "$1 is not there"; return 1; } ;;&
        make) for target in "${@:2}"; do grep -qw -- "$target" <<<"$known_targets" || { echo "no target $target"; return 1; }; done ;;
        git | cd | adduser | usermod | systemctl) ;;
        *) echo "a bare machine has no $1"; return 1 ;;
    esac
}
holds "recipe: README has one" test -n "$recipe"
while read -r -a step; do
    holds "recipe: ${step[*]}" check_step "${step[@]}"
done < <(sed 's/ *&& */\n/g; s/<[^>]*>/repository/g' <<<"$recipe")
holds "recipe: the packages make the user" grep -q '^u vitrina ' "$folder/unit/usr/local/lib/sysusers.d/vitrina.conf"
holds "recipe: the packages enable the unit" grep -q 'deb-systemd-helper enable vitrina.service' assets/system/debian/vitrina-kiosk.postinst
holds "recipe: the packages have the program's version" grep -q "^vitrina ($("$build/vitrina" --version | sed 's/.* //'))" assets/system/debian/changelog
# libc6-dev is build-essential.
libraries() { grep -oE 'lib[a-z0-9.-]+-dev' | grep -v '^libc6-dev$' | sort -u; }
same_libraries() { diff <(make -s print-packages | tr ' ' '\n' | grep -vE 'cmocka|clang' | libraries) <(sed -n '/^Build-Depends:/,/^[A-Z][a-z-]*:/p' assets/system/debian/control | libraries); }
holds "recipe: the packages are built with the libraries that the Makefile lists" same_libraries

echo "$passed passed, $failed failed"
((failed == 0))
