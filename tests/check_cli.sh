#!/bin/bash
# check_cli.sh PROGRAM: the command line's promises: exit codes, findings on standard output, what becomes of output.
here=$(dirname "$0")
# shellcheck source=tests/expect.sh
source "$here/expect.sh"
cd "$here/.." || exit 2
expect 0 'Usage: vitrina' "$program" --help
expect 0 '^vitrina [0-9]' "$program" --version
for row in "--nonsense --nonsense" "--strict=3 check --strict=3" "-x -x" "-y check --strict -yo a" "--foo check . --foo" "--s check --s" \
    $'--.x1B.2J --\e[2J' $'-.x07 -\a'; do
    # shellcheck disable=SC2086
    expect 2 "^vitrina: ${row%% *}: there is no such option.*Try 'vitrina --help'" "$program" ${row#* }
done
for row in "--start --start" "--size check --size" "-o -o" "-o --output" "--start a b --start"; do
    # shellcheck disable=SC2086
    expect 2 "^vitrina: ${row%% *} needs a value" "$program" ${row#* }
done
expect 2 'too many' "$program" check one two
expect 2 'No such file' "$program" check "$folder/nowhere"
for size in big 1920 1920x 319x1080 1920x319 -1x1080 1920x1080x3 "1920x1080 " 0x0 9999999999x9999999999; do
    expect 2 '--size takes' "$program" proof --size "$size" .
done
for command in check proof; do
    for size in 60000x60000 16385x1000 1000x16385 8192x8192 16384x16384 999999999x999999999; do
        expect 2 "^vitrina: --size $size is too large: at most 16384 pixels a side" "$program" $command --size $size .
    done
done
# An option that does nothing is refused, wherever it stands.
for row in "run --strict" "run --size 640x480" "check --replay x" "proof --record x" "check --start home" "check --allow-quit" "check -o x" "proof --else-proof x" \
    "proof --strict" "proof --start home" "proof --allow-quit" "--start home check" "--strict" "prepare --strict" "prepare -o x"; do
    # shellcheck disable=SC2086
    expect 2 'does nothing for (run|check|proof|prepare); it is for ' "$program" $row
done
for row in "run -o x" "run --output=x" "-o x"; do
    # shellcheck disable=SC2086
    expect 2 'does nothing for run without --replay' "$program" $row
done
# Nor does one stand beside another that does away with it, or for what it is not for; nothing is written then.
for row in "start|run --replay x --start home" "record|run --replay x --record y" "allow-quit|run --allow-quit --replay x" \
    "xliff|export texts --xliff-2 --xliff" "quiet|check --quiet --format json" "quiet|check --fix --quiet"; do
    # shellcheck disable=SC2086
    expect 2 "takes --${row%|*} or --.*, and not both" "$program" ${row#*|}
done
for row in "language|export events --language es" "xliff|export events --xliff" "title|new panel p --title t" "languages|new event e --languages en" \
    "layout|new language fr --layout picture-left" "layout|new exhibit $folder/e --layout l"; do
    # shellcheck disable=SC2086
    expect 2 "^vitrina: --${row%|*} does nothing for .*; it is for (export texts|new (exhibit|panel layout))" "$program" ${row#*|}
done
expect 2 '--title does nothing for new ; it is for new exhibit' "$program" new '' n --title t
expect 2 'the exhibit has no "zz"' "$program" export texts --language zz tests/exhibit
expect 2 '--language en: that is the language which the others' "$program" export texts --language en tests/exhibit
expect 2 'add --xliff' "$program" export texts -o "$folder/t.xlf" tests/exhibit
expect 2 'XLIFF is written; name it FILE.xlf' "$program" export texts --xliff --language es -o "$folder/t.csv" tests/exhibit
for place in config config/new/deeper assets/../config/texts.csv; do
    for command in "export texts" proof texts; do
        # shellcheck disable=SC2086
        expect 2 'config holds what the exhibit is made of; write it elsewhere' "$program" $command -o "tests/exhibit/$place" tests/exhibit
    done
done
expect 0 '^$' ls -A "$folder"
expect 2 "one exhibit at most: 'two.x1B.2J' is too many" "$program" check one $'two\e[2J'
expect 2 'since and --until take a day' "$program" visits --since yesterday
expect 0 '^no visits$' env STATE_DIRECTORY="$folder/nobody" "$program" visits
# What a kiosk has left when it ended is added once, and what was cut off in it is nobody's.
mkdir "$folder/left"
printf 'keep 9\nscene 5 home\nvisit 2026-11-29 9 5 en usual usual\n\nkeep 9\nscene 7 cut\nvis\nkeep 9\nscene 6 timeline\nvisit 2026-11-30 9 6 es usual usual\n' >"$folder/left/visits.left"
for _ in 1 2; do
    expect 0 '^$' env STATE_DIRECTORY="$folder/left" "$program" visits --add <<<'keep 9'
    expect 0 '1,2026-11-29,9,en,0,0,5,1,home,5.*2,2026-11-30,9,es,0,0,6,1,timeline,6.$' env STATE_DIRECTORY="$folder/left" "$program" visits --csv
done
expect 0 '^visits.db$' ls "$folder/left"
# The shipped exhibit fits in both text sizes and languages, nothing stands over anything else, and no letter is lacking in its faces.
for size in 1920x1080 1080x1920; do
    expect 0 '^[0-9]+ panels, 0 errors, 0 warnings$' "$program" check --strict --size $size .
done
expect 0 '^[0-9]+ panels, 0 errors, 0 warnings$' "$program" check --strict --size 1080x1920 tests/exhibit # its months are long in one language
expect 3 'display' "$program" run --start home .
# A tape that cannot be played is told, with its line; one that can says what it came to, and draws what stayed.
printf 'vitrina tape 1\nscreen 640 480\nstart home\n2500 touch panel 2\n3000 touch nothing\n' >"$folder/tape"
expect 1 '0:02.560 scene panel/[a-z]* lang=en via=touch.*0:05.500 nothing to touch: nothing 1$' "$program" run --replay "$folder/tape" tests/exhibit
sed '$d' "$folder/tape" >"$folder/short"
expect 0 '0:00.000 [^ ]*drawn/0001-home.en.png.*drawn/0002-panel-[a-z]*.en.png$' "$program" run --replay "$folder/short" -o "$folder/drawn" tests/exhibit
expect 0 '^0001-home.en.png.0002-panel-[a-z]*.en.png$' ls "$folder/drawn"
sed 's/^start.*/program 0.0.1\nexhibit 1234/' "$folder/short" >"$folder/other"
expect 1 'recorded with vitrina 0.0.1, and this is.*recorded on another exhibit' "$program" run --replay "$folder/other" tests/exhibit
sed 's/home/panel\/nowhere/' "$folder/short" >"$folder/other"
expect 2 'other: it begins with a scene that this exhibit has not: panel/nowhere' "$program" run --replay "$folder/other" tests/exhibit
sed 's/touch panel/punch panel/' "$folder/short" >"$folder/other"
expect 2 "other:4: 'punch' is no word of a tape" "$program" run --replay "$folder/other" tests/exhibit
expect 2 'nowhere: cannot be read: No such file' "$program" run --replay "$folder/nowhere" tests/exhibit
expect 3 'cannot be made: Not a directory' "$program" run --replay "$folder/short" -o "$folder/tape/x" tests/exhibit
rm -r "$folder"/*

cp -R tests/exhibit/config tests/exhibit/assets "$folder/"
sed -i 's/^title:/titel:/' "$folder/config/panels/strike.yaml"
expect 1 'config/panels/strike.yaml:[0-9]*:1: error: titel: .*did you mean "title"' "$program" check "$folder"
# For programs, for one person, and for scripts that want no words.
"$program" new exhibit "$folder/slip" --languages en >/dev/null 2>&1 && sed -i 's/^title:/titel:/' "$folder/slip/config/panels/time.yaml"
expect 1 '^.."key-unknown", "error"..$' bash -c '"$@" 2>/dev/null | python3 -c "import json, sys; print([(f[\"code\"], f[\"severity\"]) for f in json.load(sys.stdin)[\"findings\"] if f[\"severity\"] == \"error\"])" | tr "\047" "\042"; exit "${PIPESTATUS[0]}"' - "$program" check --format=json "$folder/slip"
expect 1 '^key-unknown config/panels/time.yaml$' bash -c '"$@" 2>/dev/null | python3 -c "import json, sys; r = next(r for r in json.load(sys.stdin)[\"runs\"][0][\"results\"] if r[\"level\"] == \"error\"); print(r[\"ruleId\"], r[\"locations\"][0][\"physicalLocation\"][\"artifactLocation\"][\"uri\"])"; exit "${PIPESTATUS[0]}"' - "$program" check --format=sarif "$folder/slip"
expect 0 '^[0-9]* panels, 0 errors' "$program" check --for picture "$folder/slip"
expect 1 '^$' "$program" check --quiet "$folder/slip"
expect 2 '--format takes text, json or sarif' "$program" check --format xml "$folder/slip"
expect 2 '--for takes text, picture or layout' "$program" check --for me "$folder/slip"
# What could not be written is told, and is the machine's fault; nothing dies of it.
mkfifo "$folder/pipe"
to_nobody() { # to_nobody COMMAND...: its output into a pipe whose reader has gone
    local reader writer
    # shellcheck disable=SC2094
    exec {reader}<>"$folder/pipe" {writer}>"$folder/pipe" {reader}<&-
    "$@" >&$writer
    local status=$?
    exec {writer}>&-
    return $status
}
lost='could be written: (No space left on device|Broken pipe|Bad file descriptor)'
for arguments in "check $folder/slip" --help --version; do
    # shellcheck disable=SC2086,SC2016
    {
        expect 3 "$lost" bash -c '"$@" 2>&1 >/dev/full' - "$program" $arguments
        expect 3 "$lost" bash -c '"$@" 2>&1 >&-' - "$program" $arguments
        expect 3 "$lost" bash -c 'exec 2>&1 >&- <&-; "$@"' - "$program" $arguments
        expect 3 "$lost" to_nobody "$program" $arguments
        expect 3 '^$' bash -c 'exec 2>/dev/full >/dev/full; "$@"' - "$program" $arguments
        expect 3 '^$' bash -c 'exec 2>&- >&- <&-; "$@"' - "$program" $arguments
    }
done
sed -i 's/^titel:/title:/' "$folder/config/panels/strike.yaml"
sed -i '/^helpline:/,+4s/".*"/""/' "$folder/config/exhibit.yaml"
expect 1 'helpline: it is empty' "$program" check --strict "$folder"
# A further language is data only.
sed -i 's/^languages: .*/languages: [en, es, ar, th, pt]/' "$folder/config/exhibit.yaml"
awk '/^[a-z]/ {on = $1 == "es:"} on' tests/exhibit/config/words.yaml | sed 's/^es:/pt:/; s/language_name: .*/language_name: Português/' >>"$folder/config/words.yaml"
expect 0 'no text in "pt"|"pt"' "$program" check "$folder"
# Also where both outputs go to one place, it ends with how many there are.
expect 0 '10 panels, 0 errors, [0-9]+ warnings(, [0-9]+ hints?)?$' "$program" check "$folder"
sed -i 's/^  text: .*/  text: [OpenSans-Regulr.ttf]/' "$folder/config/theme.yaml"
expect 1 'config/theme.yaml:[0-9]*:10: error: text: .*did you mean "OpenSans-Regular.ttf"' "$program" check "$folder"
rm -rf "$folder/config/theme.yaml" "$folder/config/words.yaml" "$folder/config/layouts" "$folder/assets/icons"
expect 0 '0 errors' "$program" check "$folder"
# Photographs are decoded ahead once, and not again and again where their copies cannot be kept.
expect 0 'the exhibit shows none' "$program" prepare "$folder/slip"
cp tests/pictures/large.jpg "$folder/slip/assets/illustrations/"
sed -i '0,/^  file: .*/s//  file: assets\/illustrations\/large.jpg/' "$folder/slip/config/panels/picture.yaml"
for new in '[1-9][0-9]*' 0; do
    expect 0 "^copies of photographs: all [1-9][0-9]* views are there, $new of them new" env XDG_STATE_HOME="$folder/state" "$program" prepare "$folder/slip"
done
touch "$folder/file"
expect 3 "cannot be kept: Not a directory.*more views" env XDG_STATE_HOME="$folder/file" "$program" prepare "$folder/slip"
# A first exhibit is right as it is, in every language asked for, also where neither it nor the program knows them; and nothing is written over.
expect 0 '13 files; look at it with' "$program" new exhibit "$folder/first" --languages en,ar --title 'Salt and "wool"'
# That its words are not the museum's own yet is all that is to be said of it.
expect 0 '4 panels, 0 errors, 5 warnings' "$program" check "$folder/first"
expect 1 'config/panels/time.yaml:4:7: warning: title, body: .*write your own' "$program" check --strict "$folder/first"
expect 0 "run --allow-quit '$folder/n 6'.*vitrina check '$folder/n 6'" "$program" new exhibit "$folder/n 6"
expect 2 'assets/illustrations/daylight.svg is there already.*nothing was written' "$program" new exhibit "$folder/first"
expect 0 '14 files;' "$program" new exhibit "$folder/untranslated" --languages tlh
"$program" new exhibit "$folder/spoken" --languages en,arn >/dev/null 2>&1 && sed -i 's/^screen:/speech: key\n&/' "$folder/spoken/config/exhibit.yaml"
expect 0 'config/exhibit.yaml:16:1: warning: speech: no voice of this machine speaks "arn"' "$program" check "$folder/spoken"
sed -i 's/^speech:/phrases: [{text: Museum, language: en}, {text: in the, language: xal}, {text: the, language: arn}]\n&/' "$folder/spoken/config/exhibit.yaml"
expect 0 '^config/exhibit.yaml:16:41: warning: language: [^
]*"xal", so.*config/exhibit.yaml:17:1: warning: speech: [^
]*"arn"' bash -c '"$@" 2>/dev/null | grep "no voice"' - "$program" check "$folder/spoken"
expect 0 '^2$' bash -c '"$@" 2>/dev/null | grep -c "no voice"' - "$program" check "$folder/spoken"
expect 0 '4 panels, 0 errors, 5 warnings' "$program" check --size 1080x1920 "$folder/untranslated"
for languages in english en,en , en,,es ''; do
    expect 2 '--languages takes codes' "$program" new exhibit "$folder/none" --languages "$languages"
done
expect 0 'panels/wool.yaml: made.*exhibit.yaml: changed' "$program" new panel wool --layout picture-chart "$folder/first"
expect 0 'timeline.yaml: changed' "$program" new event rain "$folder/first"
expect 0 '5 panels, 0 errors, 7 warnings' "$program" check "$folder/first"
expect 0 'texts in .fr. are to be translated' "$program" new language fr "$folder/first"
expect 0 '5 panels, 0 errors, 7 warnings, [1-9][0-9]* hints' "$program" check "$folder/first"
expect 2 'has the language .fr. already' "$program" new language fr "$folder/first"
expect 2 'panels/wool.yaml is there already' "$program" new panel wool "$folder/first"
expect 2 'new needs KIND NAME' "$program" new exhibit
expect 2 'new makes an exhibit, a panel' "$program" new museum "$folder/none"
expect 3 'Not a directory; nothing was written' "$program" new exhibit "$folder/file"
# Tables: what went out changes nothing, one text changes its line alone, and a disk without room leaves all as it was.
mkdir "$folder/tables" && cp -R tests/exhibit/{config,assets} "$folder/tables/"
cp -R "$folder/tables" "$folder/before"
same() { diff -r "$folder/before" "$folder/tables"; }
expect 0 '^$' "$program" export texts -o "$folder/texts.csv" "$folder/tables"
expect 3 'File too large' bash -c 'ulimit -f 4; "$@"' - "$program" export texts -o "$folder/texts.csv" "$folder/tables"
expect 0 '^0 changes in 0 files$' "$program" import "$folder/texts.csv" "$folder/tables"
expect 0 '^$' same
sed -i 's/Diecinueve días,/Días: 19,/; s/El último tren,/El tren final,/' "$folder/texts.csv"
expect 0 '^config/panels/strike.yaml:5: title, es: "Diecinueve.*2 changes in 2 files; nothing' "$program" import "$folder/texts.csv" --dry-run "$folder/tables"
expect 0 '^$' same
expect 3 'nothing is changed' bash -c 'ulimit -f 4; "$@"' - "$program" import "$folder/texts.csv" "$folder/tables"
expect 0 '^$' same
# Half of a change, which the power has cut: whatever command comes first puts back what was.
half() {
    { echo 'What stood in these files before a change; "vitrina check" puts it back.'
        printf '1 %d af63dc4c8601ec8c config/glossary.yaml\n' "$(stat -c %s "$folder/before/config/glossary.yaml")"
        cat "$folder/before/config/glossary.yaml"
        echo end; } >"$folder/tables/.vitrina-undo"
    printf 'a' >"$folder/tables/config/glossary.yaml"
}
half
mv "$folder/tables/config/glossary.yaml" "$folder/elsewhere.yaml" && ln -s "$folder/elsewhere.yaml" "$folder/tables/config/glossary.yaml"
expect 3 'cut short, and what they were cannot be put back' "$program" check --fix "$folder/tables"
expect 0 '^-rw' stat -c %A "$folder/tables/.vitrina-undo"
mv "$folder/elsewhere.yaml" "$folder/tables/config/glossary.yaml"
expect 0 'tables: a change of several files was cut short; they are as they were before it.*10 panels, 0 errors' "$program" check "$folder/tables"
expect 0 '^$' same
chmod 640 "$folder/tables/config/timeline.yaml"
expect 0 '2 changes in 2 files$' "$program" import "$folder/texts.csv" "$folder/tables"
expect 0 '^-rw-r-----' stat -c %A "$folder/tables/config/timeline.yaml"
expect 1 '^Only in .*: .translations.*[^0-9]5c5[^0-9].*"Diecinueve días".*"Días: 19".*[^0-9]143c143[^0-9].*"El último tren".*"El tren final"' same
sed -i 's/"Nineteen days"/"Twenty days"/' "$folder/tables/config/panels/strike.yaml"
expect 0 'strike.yaml:5:7: warning: title: the "en" text has changed.*"Twenty days" now, and this "Días: 19"' "$program" check "$folder/tables"
expect 0 'Twenty days,es,Días: 19,.*,stale' "$program" export texts --language es "$folder/tables"
expect 0 '^[0-9]{3,} translations are right.*0 errors, 0 warnings' "$program" check --accept-translations "$folder/tables"
expect 0 '^$' "$program" export events -o "$folder/events.tsv" "$folder/tables"
expect 0 '^0 changes in 0 files$' "$program" import "$folder/events.tsv" "$folder/tables"
printf 'id;date;title en;title es;title ar;title th\n;1899;One: new;Uno;a;b\nclosing;31.12.1933;;;;\n' >"$folder/events.csv"
expect 0 '2 changes in 1 file$' "$program" import "$folder/events.csv" "$folder/tables"
expect 0 '^  - id: one-new.*date: 1899.*title: .en: "One: new", es: "Uno", ar: "a", th: "b".' grep -A 2 one-new "$folder/tables/config/timeline.yaml"
for version in xliff xliff-2; do
    expect 0 '^$' "$program" export texts --$version --language es -o "$folder/texts.xlf" "$folder/before"
    expect 0 '^0 changes in 0 files$' "$program" import "$folder/texts.xlf" "$folder/before"
    sed -i 's/>El último tren</>El tren final \&amp; más</' "$folder/texts.xlf"
    expect 0 'events.closing..title, es: "El último tren" -> "El tren final & más".1 change in 1 file' "$program" import --dry-run "$folder/texts.xlf" "$folder/before"
done
expect 1 'one language at a time; say which: --language es' "$program" export texts --xliff "$folder/before"
expect 2 'texts or events' "$program" export people "$folder/tables"
sed -i 's/:title,/:titel,/' "$folder/texts.csv"
expect 1 'texts.csv:[0-9]+:1: error: there is no text.*nothing is changed' "$program" import "$folder/texts.csv" "$folder/tables"
expect 2 'No such file' "$program" import "$folder/nowhere.csv" "$folder/tables"
expect 2 'needs FILE' "$program" import
expect 3 'No such file' "$program" export texts -o "$folder/nowhere/texts.csv" "$folder/tables"
# What is certain is mended, told, and done once.
sed -i 's/^  - id:/\t- id:/; s/$/\r/' "$folder/first/config/glossary.yaml"
expect 0 'glossary.yaml: lines end as everywhere else.*5 panels, 0 errors' "$program" check --fix "$folder/first"
expect 0 '^5 panels, 0 errors' bash -c '"$@" 2>&1 >/dev/null' - "$program" check --fix "$folder/first"
# Two kiosks of one exhibit may take it into their copies at the same time.
both() (
    export STATE_DIRECTORY=$folder/state
    "$program" accept "$folder/first" "$folder/first" &
    "$program" accept "$folder/first" "$folder/first" && wait $!
)
expect 0 '^accepted: [^:]*, 5 panels, as copy 1: [^:]*( as copy 2: [^:]*)?$' both
# What it ended with again and again, as the kiosk counts it: one start that may be well yet is nothing to tell.
for row in "1 0 copy.1" "2 0 crashed:.2.starts.in.a.row.did.not.last.5.minutes.*with.program.9.9./some.folder;.after.10.*.after.20" "10 1 crashed:.10.starts"; do
    read -r count code pattern <<<"$row"
    printf '%4d %-4090s\n' "$count" "9.9 /some folder" >"$folder/state/falls"
    expect "$code" "$pattern" env STATE_DIRECTORY="$folder/state" "$program" status "$folder/first"
done
# Photographs that come with a change are decoded before it is shown: nothing is left to be decoded then.
cp tests/pictures/grey.jpg "$folder/first/assets/illustrations/"
sed -i '0,/^  file: .*/s//  file: assets\/illustrations\/grey.jpg/' "$folder/first/config/panels/picture.yaml"
for row in "accept $folder/first|[1-9][0-9]*.of.them.new.*accepted: " "prepare|0.of.them.new"; do
    # shellcheck disable=SC2086
    expect 0 "views are there, ${row#*|}" env STATE_DIRECTORY="$folder/state" "$program" ${row%|*} "$folder/first"
done
# What the curators' page says is done as it stands there, and every schema is one.
walk() (
    vitrina() { "$program" "$@"; }
    cd "$folder" && eval "$(sed '/^## What stands where/q' "$1" | sed -n '/^ *```sh/,/^ *```/{/```/!p}' | sed 's/^ *\(.*\)/\1 || exit/')"
)
expect 0 '5 panels, 0 errors, 7 warnings.*pictures' walk "$PWD/config/README.md"
for kind in exhibit panel timeline glossary people layout theme words map; do
    expect 0 '^[1-9][0-9]* keys$' bash -c '"$@" | python3 -c "import json, sys; print(sum(len(d[\"properties\"]) for d in json.load(sys.stdin)[chr(36) + \"defs\"].values()), \"keys\")"' - "$program" schema $kind
done
expect 2 'schema takes exhibit, panel' "$program" schema museum
rm -r "$folder/config/panels"
expect 1 'nothing to show' "$program" check "$folder"

finish
