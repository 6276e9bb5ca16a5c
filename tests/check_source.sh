#!/bin/bash
# Checks what no compiler checks: which layer includes which, where third parties may be included, banned functions,
# length of files and functions. Prints each breach and a closing line; exits 1 if there was one.
set -u
cd "$(dirname "$0")/.." || exit 2
failed=0
breach() { echo "$1"; failed=1; }

# What curators wrote: "exhibit" is the model that everybody reads, the other three make it.
made="base text exhibit yaml schema load"
declare -A may=(
    [base]="base" [text]="base text" [exhibit]="base text exhibit" [yaml]="base text yaml" [schema]="base text exhibit yaml schema" [load]="$made"
    [layout]="base text layout" [page]="base text exhibit layout page" [blocks]="base text exhibit layout page blocks"
    [timeline]="base text exhibit layout page timeline" [scene]="base text exhibit layout page blocks timeline scene"
    [stage]="base text exhibit layout page blocks timeline scene stage" [audit]="base text exhibit yaml layout page blocks timeline scene audit"
    [platform]="base text layout platform" [decoder]="base platform decoder"
    [app]="$made layout page blocks timeline scene stage audit platform app"
)
for file in src/*/*.[ch]; do
    layer=${file#src/} layer=${layer%%/*}
    for used in $(sed -n 's/^ *# *include "\([a-z]*\)\/.*/\1/p' "$file" | sort -u); do
        [[ " ${may[$layer]:-} " == *" $used "* ]] || breach "$file: layer $layer must not include $used"
    done
done

# third party header : the only files that may include it
while read -r header places; do
    for file in $(grep -lE "^ *# *include <$header" src/*/*.[ch]); do
        ok=
        for place in $places; do [[ $file == $place ]] && ok=1; done
        [ $ok ] || breach "$file: <$header...> belongs in $places"
    done
done <<'TABLE'
SDL.h src/platform/* src/decoder/* src/app/run.c src/app/events.*
SDL_ttf src/platform/*
SDL_image src/decoder/*
png.h src/decoder/*
yaml.h src/yaml/yaml.c
md4c src/schema/markdown.c
linebreak.h src/text/linebreak.c
librsvg src/decoder/*
X11/ src/platform/x11.c
cairo src/decoder/*
fontconfig src/decoder/*
libxml src/decoder/*
glib src/decoder/*
turbojpeg src/decoder/*
seccomp src/decoder/*
pthread.h src/platform/*
TABLE

banned='\b(strcpy|strcat|sprintf|vsprintf|gets|atoi|atol|atof|strtok|alloca|system|popen|setjmp|longjmp)\('
grep -nE "$banned" src/*/*.[ch] tests/*/*.[ch] && breach "banned functions, see above"
grep -nE '(/home/|/root/|/tmp/)' src/*/*.[ch] && breach "paths of one machine, see above"

# The icons of the program are compiled in from here.
for icon in $(grep -o 'assets/icons/[a-z-]*\.svg' src/page/icon.c); do
    [ -f "$icon" ] || breach "src/page/icon.c: there is no $icon"
done

for file in src/*/*.[ch] tests/*/*.[ch]; do
    lines=$(wc -l <"$file")
    ((lines <= 600)) || breach "$file: $lines lines, 600 at most"
done
# A function runs from a line "{" in the first column to the next "}" there.
for file in src/*/*.c tests/*/*.c; do
    awk -v file="$file" '
        /^{/ { start = NR }
        /^}/ && start { if (NR - start > 60) { print file ":" start ": function of " NR - start " lines, 60 at most"; bad = 1 } start = 0 }
        END { exit bad }' "$file" || failed=1
done

if ((failed)); then echo "0 passed, 1 failed"; else echo "1 passed, 0 failed"; fi
exit $failed
