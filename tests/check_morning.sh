#!/bin/bash
# check_morning.sh PROGRAM: a curator's morning as README.md and config/README.md tell it, by somebody who knows no more than they say. Of
# each step the words stand on one of the two pages, and the program answers as it is said there. How long it took is printed.
here=$(readlink -f "$(dirname "$0")")
# shellcheck source=tests/expect.sh
source "$here/expect.sh"
cd "$folder" || exit 2
export STATE_DIRECTORY=$folder/state PATH=$folder/bin:$PATH
mkdir bin && ln -s "$program" bin/vitrina
step() { # step WORDS CODE PATTERN COMMAND...: WORDS: what a page says of it
    local words=$1 from=${EPOCHREALTIME/[.,]/}
    shift
    tr -s '\n ' ' ' <"$here/../README.md" | cat - <(tr -s '\n ' ' ' <"$here/../config/README.md") | grep -qF -- "$words" || { echo "FAILED: no page says: $words"; failed=$((failed + 1)); }
    expect "$@"
    printf '%6d ms  %s\n' $(((${EPOCHREALTIME/[.,]/} - from) / 1000)) "$words"
}
table() { # table COLUMN CODE: rewrites texts.csv; CODE is python that sees each row, and may change it
    python3 - "$@" <<'PYTHON'
import csv, sys
rows = list(csv.DictReader(open("texts.csv", encoding="utf-8-sig")))
for row in rows:
    exec(sys.argv[1])
with open("texts.csv", "w", encoding="utf-8", newline="") as out:
    writer = csv.DictWriter(out, rows[0].keys(), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
PYTHON
}
# A first exhibit, and forty events out of a spreadsheet as TimelineJS has it.
step 'vitrina new exhibit museum --languages en,de --title "Salt and wool"' 0 'vitrina check museum' \
    vitrina new exhibit museum --languages en,de --title "Salt and wool"
step 'It says `0 errors, 0 warnings`.' 0 '^4 panels, 0 errors, 0 warnings$' vitrina check --strict museum
{
    echo 'Year,Month,Day,Headline,Text'
    for i in {1..40}; do echo "$((1850 + i)),$((i % 12 + 1)),$((i % 28 + 1)),Ship number $i,\"She came with salt, and went with wool.\""; done
} >ships.csv
step 'A sheet as TimelineJS has it (Year, Month, Day, Headline, Text, Media, Type, Group, ...) is taken as it is' 0 \
    '4[0-9] changes in 1 file; nothing is written' vitrina import ships.csv --dry-run museum
step 'takes it in again; --dry-run writes nothing' 0 '4[0-9] changes in 1 file$' vitrina import ships.csv museum
# A panel, its picture, an event.
step 'vitrina new panel salt --layout picture-right museum' 0 'panels/salt.yaml: made.*exhibit.yaml: changed' \
    vitrina new panel salt --layout picture-right museum
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9" fill="#1F3A5F"/><circle cx="8" cy="5" r="3" fill="#F3EBDD"/></svg>' \
    >museum/assets/illustrations/salt.svg
step 'Copy a photograph or a drawing into `museum/assets/illustrations`' 0 '' \
    sed -i 's/^  file: .*/  file: assets\/illustrations\/salt.svg/' museum/config/panels/salt.yaml
step 'vitrina new event salt-tax museum' 0 'timeline.yaml: changed' vitrina new event salt-tax museum
# A mistake, seen and mended.
sed -i 's/^title:/titel:/' museum/config/panels/salt.yaml
step 'it prints what is wrong in all files, with file, line and what to do, and a count.' 1 \
    'config/panels/salt.yaml:[0-9]+:1: error: titel: .*did you mean "title".*4 panels, [12] errors' vitrina check museum
sed -i 's/^titel:/title:/; s/$/\r/' museum/config/panels/salt.yaml
step 'mends what is certain first' 0 'salt.yaml: lines end as everywhere else.*5 panels, 0 errors' vitrina check --fix museum
# A language: out to the translator and in again; and the source changes behind the translation.
step 'in which every text is a copy until it is translated' 0 'texts in "fr" are to be translated' vitrina new language fr museum
step '--language CODE, --xliff, --xliff-2' 0 '^$' vitrina export texts --language fr -o texts.csv museum
expect 0 '^$' table 'if row["key"].endswith("salt.yaml:title"): row["target"] = "Le sel"'
step 'vitrina import FILE.csv [EXHIBIT]' 0 'salt.yaml:[0-9]*: title, fr: .*-> "Le sel".1 change in 1 file' vitrina import texts.csv museum
sed -i '/^title:/,/^[a-z]*:/s/^  en: .*/  en: "Salt of the sea"/' museum/config/panels/salt.yaml
expect 0 'salt.yaml:[0-9]+:[0-9]+: warning: title: the "en" text has changed' vitrina check museum
expect 0 'stale' vitrina export texts --language fr museum
step '--accept-translations' 0 'translations are right as they stand.*5 panels, 0 errors' vitrina check --accept-translations museum
# Approved, and shown.
step 'vitrina proof --panel salt -o proofs museum' 0 'pictures in proofs' vitrina proof --panel salt -o proofs --size 640x360 museum
step 'Beside them stands `index.html`' 0 'Salt of the sea' cat proofs/index.html
step 'or, straight from the stick, `vitrina accept /media/usb/exhibit`' 0 'accepted: museum, 5 panels, as copy 1' vitrina accept museum kiosk
sed -i 's/Salt of the sea/Salt of the earth/' museum/config/panels/salt.yaml
expect 0 'as copy 2: 1 files written' vitrina accept museum kiosk
sed -i 's/^title:/titel:/' museum/config/panels/salt.yaml
step 'With an error that the' 1 'refused: .*titel' vitrina accept museum kiosk
step '`vitrina status` tells which copy is shown, and what was refused and why' 1 'shown:   copy 2.*kept:    copy 1.*refused: museum.*titel' vitrina status kiosk
step 'The way back: `vitrina status --rollback`' 0 'rolled back to copy 1' vitrina status --rollback kiosk
expect 1 'shown:   copy 1' vitrina status kiosk

finish
