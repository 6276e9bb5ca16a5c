#!/bin/bash
# check_install.sh BUILD: what `make install` lays down and `make uninstall` takes away, the unit that starts the kiosk,
# and the recipe of README's "Put it on a kiosk", which is typed as it stands.
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
    root=$folder/${prefix//\//-} unit=$folder/${prefix//\//-}$prefix/lib/systemd/system/vitrina.service
    mkdir -p "$root/etc" "$root$prefix" "$root/srv"
    # An installer's umask does not lock the kiosk's user out.
    holds "$prefix: installs" eval "umask 077; installing install '$root' $prefix"
    holds "$prefix: the program starts" "$root$prefix/bin/vitrina" --version
    holds "$prefix: the pristine exhibit" test -s "$root$prefix/share/vitrina/config/exhibit.yaml"
    holds "$prefix: the unit names installed files" every_file_named_is_there "$root" $prefix "$unit"
    holds "$prefix: no mark is left in the unit" lacks '@[A-Z]+@' "$unit"
    holds "$prefix: everyone may read" is_empty "$(find "$root" ! -perm -o=r -o -type d ! -perm -o=x)"
    echo ours >"$root/srv/vitrina/config/exhibit.yaml"
    holds "$prefix: installs again" installing install "$root" $prefix
    holds "$prefix: the museum's copy stays" grep -qx ours "$root/srv/vitrina/config/exhibit.yaml"
    holds "$prefix: uninstalls" installing uninstall "$root" $prefix
    holds "$prefix: only the museum's copy is left" is_empty "$(find "$root" -type f ! -path "$root/srv/vitrina/*")"
done

# ---- the unit and its X server ----

holds "unit: installs" installing install "$folder/unit" /usr/local
unit=$folder/unit/usr/local/lib/systemd/system/vitrina.service
server=$folder/unit/usr/local/share/vitrina/assets/system/xorg.conf
if command -v systemd-analyze >/dev/null; then
    holds "systemd accepts the unit without a word" is_empty "$(systemd-analyze --man=no verify "$unit" 2>&1 | grep -F vitrina)"
fi
starts=$(sed -e ':a; /\\$/N; s/\\\n//; ta' "$unit" | sed -n 's/^ExecStart=//p')
while IFS=$'\t' read -r what pattern; do
    holds "unit: $what" grep -qE -- "$pattern" "$unit"
done <<'TABLE'
starts again whatever ends it	^Restart=always$
starts again however often	^StartLimitIntervalSec=0$
the login prompt leaves the screen	^Conflicts=.*getty@tty1\.service
has a folder of its own to write to	^ExecStartPre=-/usr/bin/install -d -o vitrina -g vitrina /var/lib/vitrina$
knows that folder	^Environment=STATE_DIRECTORY=/var/lib/vitrina$
is started by the machine	^WantedBy=multi-user\.target$
TABLE
holds "unit: waits for no network" lacks '^(After|Wants|Requires)=.*(network|user-sessions)' "$unit"
# It would move the program into a session's scope, out of the unit's journal and out of its reach.
holds "unit: opens no session" lacks '^PAMName=' "$unit"
holds "unit: starts within half of the five seconds" grep -qE '^RestartSec=([0-9]{1,3}ms|[01])$' "$unit"
holds "unit: the program is not root" grep -qE -- '--reuid=vitrina .*--no-new-privs .*/bin/vitrina run /srv/vitrina' <<<"$starts"
while read -r option value; do
    holds "X server: $option $value" grep -qE "^ *Option +\"$option\" +\"$value\"" "$server"
done <<'TABLE'
DontVTSwitch true
DontZap true
BlankTime 0
StandbyTime 0
SuspendTime 0
OffTime 0
DPMS Disable
TABLE

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

recipe=$(awk '/^## / { inside = /kiosk/ } inside && /^```/ { code = !code; next } inside && code' README.md)
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
holds "recipe: makes the user of the unit" grep -qE 'adduser .*vitrina$' <<<"$recipe"
holds "recipe: enables the unit" grep -qE 'systemctl enable .*vitrina$' <<<"$recipe"

echo "$passed passed, $failed failed"
((failed == 0))
