#!/bin/bash
# install_packages.sh PACKAGE...: installs those of the Debian packages that are missing, asking through sudo unless root.
set -u
if ! command -v dpkg-query >/dev/null; then
    echo "This is not Debian: please see to it yourself that these are installed: $*"
    exit 0
fi
missing=()
for package in "$@"; do
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
done
((${#missing[@]})) || exit 0
echo "Installing: ${missing[*]}"
# Nothing asks, through sudo neither, which hands no variables on.
as_root=(env DEBIAN_FRONTEND=noninteractive)
if ((EUID != 0)); then
    command -v sudo >/dev/null || { echo "There is no sudo here: as root, apt-get install --no-install-recommends ${missing[*]}"; exit 1; }
    as_root=(sudo "${as_root[@]}")
fi
install() { "${as_root[@]}" apt-get install -y --no-install-recommends "${missing[@]}"; }
# A fresh machine has no lists yet, an old one has old ones.
install >/dev/null 2>&1 || { "${as_root[@]}" apt-get update && install; }
