#!/bin/bash
# check_proof.sh PROGRAM: proof draws every scene, in every language, once and whole; and touches no file but its own.
here=$(dirname "$0")
# shellcheck source=tests/expect.sh
source "$here/expect.sh"
cd "$here/.." || exit 2
size=640x480
exhibit=$folder/exhibit proofs=$folder/proofs
fresh() { rm -rf "$exhibit" "$proofs" && cp -R tests/exhibit "$exhibit"; }
panel() { # panel NAME [NOTICE]: a panel of few words
    printf 'layout: text-first\nvoice: record\ntitle: {en: "About %s", es: "Sobre %s", de: "Von %s", pt: "De %s"}\nbody: "Words."\n%s\n' "$1" "$1" "$1" "$1" "${2:+notice: [$2]}" >"$exhibit/config/panels/$1.yaml"
}
small() { # small PANEL...: an exhibit of these alone, in English
    fresh
    rm "$exhibit"/config/{timeline,glossary,people}.yaml "$exhibit"/config/panels/*
    local name list
    for name; do
        panel "$name"
        list+="${list:+, }$name"
    done
    cat >"$exhibit/config/exhibit.yaml" <<YAML
title: "Small"
languages: [en]
screen: {diagonal_inches: 32, width: 1920, height: 1080}
opening: {file: assets/illustrations/opening.svg, alternative: "Rails."}
neutral: {file: assets/illustrations/neutral.svg, alternative: "Hills."}
notices:
  - id: accident
    text: "What follows speaks of a fire."
chapters:
  - id: all
    title: "All"
    panels: [$list]
YAML
}
texts=usual,large
proof() { "$program" proof --size $size --text $texts "$@" -o "$proofs" "$exhibit"; }
names() { (cd "$proofs" && find . -type f | sed 's|^\./||' | sort); }
whole() { # every picture begins and ends as a PNG does, and nothing is left beside them but the list
    local file
    for file in "$proofs"/*.png; do
        [[ $(head -c 4 "$file" | tail -c 3) == PNG && $(tail -c 8 "$file" | head -c 4) == IEND ]] || { echo "$file is cut off"; return 1; }
    done
    ! find "$proofs" -name '.*' ! -name .vitrina-proofs -type f | grep .
}
indexed() { # the page shows every picture, and no other
    diff <(grep -o 'src="[^"]*"' "$proofs/index.html" | cut -d '"' -f 2 | sort) <(names | grep 'png$')
}
all_differ() { # all_differ NAME...: no two of these pictures are the same
    (cd "$proofs" && sha256sum "$@") | cut -d ' ' -f 1 | sort | uniq -d | { ! grep .; }
}

# Every scene, and no other.
fresh
sed -i 's/^languages: .*/languages: [en, ar]/' "$exhibit/config/exhibit.yaml"
expect 0 '[0-9]+ pictures in ' proof
panels=$(sed -n 's/^ *panels: \[\(.*\)\]/\1/p' "$exhibit/config/exhibit.yaml" | tr -d ' ' | tr ',' '\n' | sort -u | tr '\n' ',')
scenes="attract attract-timeline card-ledgers-voice card-pamphlet-voice card-tokens-end-description picture-tokens-end card-settings end home timeline events-fire colophon countdown notice-fire notice-fire-event notice-burial-event"
for panel in ${panels//,/ }; do
    scenes+=" panel-$panel picture-$panel card-$panel-description"
    grep -q '^notice:' "$exhibit/config/panels/$panel.yaml" || scenes+=" attract-$panel poster-$panel"
    grep -q '^more:' "$exhibit/config/panels/$panel.yaml" && scenes+=" card-$panel-more"
    grep -q '^difference:' "$exhibit/config/panels/$panel.yaml" && scenes+=" card-$panel-difference"
    grep -q '^sound:' "$exhibit/config/panels/$panel.yaml" && scenes+=" card-$panel-sound"
    grep -q '^sources:' "$exhibit/config/panels/$panel.yaml" && scenes+=" card-$panel-sources"
    grep -qE '^(chart|map):' "$exhibit/config/panels/$panel.yaml" && scenes+=" card-$panel-data"
done
scenes+=$(sed -n 's/^ *- id: */ card-/p' "$exhibit/config/timeline.yaml" "$exhibit/config/glossary.yaml" | tr -d '\n')
scenes+=$(sed -n 's/^ *- id: */ person-/p' "$exhibit/config/people.yaml" | tr -d '\n')
wanted() { # wanted LANGUAGE...
    local scene language
    echo .vitrina-proofs
    echo index.html
    for scene in $scenes; do
        for language; do
            echo "$scene.$language.png"
            [[ $scene == attract* || $scene == poster-* || $scene == picture-* ]] || echo "$scene.$language.large.png"
        done
    done
}
expect 0 '^$' diff <(wanted en ar | sort) <(names)
expect 0 '^$' whole
expect 0 '^$' indexed
expect 0 '^$' all_differ {home,panel-fire,panel-camp,notice-fire,colophon,countdown,timeline,card-comet}.{en,ar}{,.large}.png
expect 0 '^$' all_differ {attract,attract-{charter,strike,timeline},notice-{fire,burial}-event,card-charter-{description,difference}}.{en,ar}.png

# All texts in one file, or in a language; the guide in large print, a file a language.
texts() { "$program" texts "$@" "$exhibit"; }
expect 0 'all.html$' texts -o "$folder/all.html"
expect 0 '^[1-9][0-9]{2}$' grep -c 'lang="ar" dir="rtl"' "$folder/all.html"
expect 0 'en.html$' texts --language en -o "$folder/en.html"
expect 1 '^0$' grep -c 'lang="ar"' "$folder/en.html"
expect 0 'large-print.en.html.*large-print.ar.html$' texts --large-print -o "$folder/guide"
expect 0 '^$' diff <(printf 'large-print.%s.html\n' ar en) <(ls "$folder/guide")
expect 2 '--language: the exhibit has no "arr"; did you mean "ar"' texts --language arr
for place in "$folder/nowhere/texts.html" /dev/full/texts.html "$folder"; do
    expect 3 'error: .*: cannot be written: ' texts -o "$place"
done
expect 3 'error: .*: cannot be made: Not a directory' texts --large-print -o "$folder/all.html/guide"

# Of several pictures of a panel each has its view.
small one several
printf 'pictures:\n' >>"$exhibit/config/panels/several.yaml"
for picture in opening neutral opening; do
    printf '  - {file: assets/illustrations/%s.svg, alternative: "A picture."}\n' "$picture" >>"$exhibit/config/panels/several.yaml"
done
expect 0 'pictures in' proof
scenes="attract attract-one attract-several poster-one poster-several card-settings end home countdown panel-one panel-several picture-several picture-several-2 picture-several-3"
scenes+=" card-several-description"
expect 0 '^$' diff <(wanted en | sort) <(names)
expect 0 '^$' all_differ picture-several{,-2,-3}.en.png

# Each size of text, on several screens; of all but the first the name says so. A size is asked for alone, or a screen left out.
small one
expect 0 '36 pictures in' "$program" proof --size $size,480x640 -o "$proofs" "$exhibit"
expect 0 '^$' diff <(for text in '' .large .largest; do printf 'panel-one.en%s.png\n' "$text"{,.480x640}; done | sort) <(names | grep ^panel)
expect 0 '^$' all_differ panel-one.en{,.large,.largest}{,.480x640}.png
expect 0 '^$' whole
expect 0 '^$' indexed
expect 0 '^3 3$' eval 'for one in "640 × 480" "480 × 640"; do sed -n "/data-name=.panel-one.en/,/article>/p" "$proofs/index.html" | grep -c "data-screen=.$one"; done | xargs'
expect 0 '^36$' eval 'grep -c "^<figure data-text" "$proofs/index.html"'
expect 0 '; 18 of scenes that are gone removed' proof
expect 0 '5 pictures in .*no picture has changed' proof --text largest
expect 2 'takes usual, large and largest' proof --text huge
expect 2 'check takes one screen' "$program" check --size $size,480x640 "$exhibit"
expect 2 '--size names .* twice' "$program" proof --size $size,$size "$exhibit"
sed -i 's/^languages:/for_me: [contrast]\n&/' "$exhibit/config/exhibit.yaml"
expect 0 'removed$' proof
expect 1 '^$' grep large <(names)

# Of three languages and more each has its pages, and their choice is a scene.
small one two
panel two accident
sed -i 's/^languages: .*/languages: [en, es, de, pt]/' "$exhibit/config/exhibit.yaml"
for language in de pt; do
    awk '/^[a-z]/ {on = $1 == "es:"} on' tests/exhibit/config/words.yaml |
        sed "s/^es:/$language:/; s/^\( *[a-z_]*: *\)\"\(.*\)\"/\1\"\2 $language\"/" >>"$exhibit/config/words.yaml"
done
expect 0 'pictures in' proof
scenes="attract attract-one poster-one card-settings end home countdown panel-one panel-two notice-two card-languages"
expect 0 '^$' diff <(wanted en es de pt | sort) <(names)
expect 0 '^$' all_differ {panel-one,card-languages}.{en,es,de,pt}.png

# What is of no scene any more goes; nothing else does.
sed -i 's/^languages: .*/languages: [en]/; s/\[one, two\]/[one]/' "$exhibit/config/exhibit.yaml"
rm "$exhibit/config/panels/two.yaml"
echo mine | tee "$proofs/holiday.png" "$proofs/panel-mine.en.png" "$proofs/.hidden.png" "$proofs/.vitrina-mine.part" "$folder/outside.png" >"$proofs/notes.txt"
mkdir "$proofs/folder.png"
printf '%s\n' ../outside.png "$folder/outside.png" .hidden.png notes.txt folder.png '' . >>"$proofs/.vitrina-proofs"
: >"$proofs/.vitrina-2147483647.part" # of a program that ended in the middle
: >"$proofs/.vitrina-$$.part"
expect 0 'pictures in .*; 63 of scenes that are gone removed' proof
expect 1 '^$' grep -E 'two|languages|\.(es|de|pt)\.' <(names)
expect 0 '^$' test ! -e "$proofs/.vitrina-2147483647.part"
for kept in holiday.png panel-mine.en.png .hidden.png .vitrina-mine.part notes.txt ../outside.png folder.png .vitrina-$$.part; do
    expect 0 '^$' test -e "$proofs/$kept"
done
rm -r "$proofs"
mkdir "$proofs"
echo mine >"$proofs/list.png"
printf 'A text of somebody else:\nlist.png\n' >"$proofs/.vitrina-proofs"
expect 0 'pictures in' proof
expect 0 mine cat "$proofs/list.png"

# Only what has changed is drawn: a text, a picture, a page that somebody took away or that was never finished.
small one two
fonts=$exhibit/assets/fonts
expect 0 '17 pictures in [^;]*$' proof
expect 0 '17 pictures in .*; no picture has changed$' proof
times() { stat -c '%n %y' "$proofs"/*.png; }
before=$(times)
expect 0 'no picture has changed' proof
expect 0 '^$' test "$before" = "$(times)"
sed -i 's/Words\./Other words./' "$exhibit/config/panels/two.yaml"
expect 0 '; [1-4] drawn anew' proof
expect 0 '^$' test "$(diff <(echo "$before") <(times) | sed -n 's/^> .*proofs.\([a-z]*-[a-z]*\)\..*/\1/p' | sort -u | tr '\n' ' ')" = 'attract-two panel-two '
sed -i 's/<svg /<svg opacity="0.5" /' "$exhibit/assets/illustrations/opening.svg"
expect 0 '; [1-9] drawn anew' proof
rm "$proofs/home.en.png"
: >"$proofs/end.en.png"
expect 0 '; 2 drawn anew' proof
expect 0 '^$' whole
mkdir -p "$fonts" && cp "$(find /usr/share/fonts -name OpenSans-Bold.ttf | head -n 1)" "$fonts/OpenSans-Regular.ttf"
expect 0 '17 pictures in .*; 17 drawn anew, 1[0-9] of them changed$' proof

# A program that was built anew draws all again. Changed is what shows something else, and no tick is lost but of that.
small one two
printf 'picture: {file: assets/illustrations/opening.svg, alternative: "Rails."}\n' >>"$exhibit/config/panels/one.yaml"
expect 0 'pictures in' proof
prints() { sed -n 's/.*data-print="\([^"]*\)" data-name="\([^"]*\)".*/\2 \1/p' "$proofs/index.html"; }
before=$(prints) count=$(names | grep -c 'png$')
mkdir "$folder/rebuilt" && cp "$(dirname "$program")"/vitrina{,-decoder} "$folder/rebuilt/" && echo >>"$folder/rebuilt/vitrina"
rebuilt() { "$folder/rebuilt/vitrina" proof --size $size --text $texts -o "$proofs" "$exhibit"; }
expect 0 "; $count drawn anew, 0 of them changed$" rebuilt
expect 1 '^0$' grep -c data-changed "$proofs/index.html"
expect 0 '^$' test "$before" = "$(prints)"
sed -i 's/Words\./Other words./' "$exhibit/config/panels/two.yaml"
expect 0 "; $count drawn anew, [1-4] of them changed$" proof
expect 0 '^attract-two.en.panel-two.en$' eval 'sed -n "s/.*data-name=\"\([^\"]*\)\".* data-changed.*/\1/p" "$proofs/index.html" | sort'
expect 0 'no picture has changed$' proof
expect 1 '^0$' grep -c data-changed "$proofs/index.html"
# Words that no picture shows are approved with it.
before=$(prints)
sed -i 's/Rails\./Two rails./' "$exhibit/config/panels/one.yaml"
expect 0 'drawn anew' proof
expect 0 '^attract-one.en.card-one-description.en.panel-one.en' eval 'diff <(echo "$before") <(prints) | sed -n "s/^> \([^ ]*\) .*/\1/p" | sort'
changed() { sed -n 's/.*data-name="\([^"]*\)".* data-changed.*/\1/p' "$proofs/index.html" | sort | tr '\n' ' '; }
expect 0 '^attract-one.en card-one-description.en panel-one.en picture-one.en poster-one.en $' changed
expect 0 'no picture has changed$' proof
expect 0 '^$' changed
small one two
sed -i 's/Words\./Other words./' "$exhibit/config/panels/two.yaml"
expect 0 '17 pictures in' proof

# Beside those of another folder stand those that differ, and those that are gone; the next run without it takes them away.
mv "$proofs" "$folder/earlier"
sed -i 's/Other words\./Third words./' "$exhibit/config/panels/two.yaml"
expect 0 '17 pictures in' proof --against "$folder/earlier"
expect 0 '^attract-two.en.before.png panel-two.en.before.png panel-two.en.large.before.png $' eval 'names | grep before | tr "\n" " "'
expect 0 '^$' indexed
expect 0 '^$' cmp "$proofs/panel-two.en.before.png" "$folder/earlier/panel-two.en.png"
expect 0 '^2$' grep -c 'data-changed' "$proofs/index.html"
rm "$exhibit/config/panels/one.yaml"
sed -i 's/\[one, two\]/[two]/' "$exhibit/config/exhibit.yaml"
expect 0 'pictures in' proof --against "$folder/earlier"
expect 0 'panel-one.en.before.png' grep 'No longer there' -A 9 "$proofs/index.html"
expect 0 '^$' indexed
expect 0 'no picture has changed$' proof
expect 1 '^$' grep before <(names)
expect 2 '--against: .*nowhere: there are no proofs in it' proof --against "$folder/nowhere"
expect 2 '--against: the proofs are drawn into that folder' proof --against "$proofs/../proofs"
echo '<p>mine</p>' >"$proofs/index.html"
expect 3 'index.html: was not written by vitrina' proof
expect 0 mine cat "$proofs/index.html"
rm "$proofs/index.html"
small one two
expect 0 '17 pictures in' proof

# What is asked for alone; all else stays as it is.
touch -d '2001-01-01' "$proofs"/*.png
expect 0 '4 pictures in .*; no picture has changed' proof --panel one
sed -i 's/About one/Of one/; s/About two/Of two/' "$exhibit"/config/panels/*.yaml
expect 0 '4 pictures in [^;]*$' proof --panel one
expect 0 '^$' test "$(find "$proofs" -newermt 2002-01-01 -name '*.png' | grep -vc 'one')" = 0
expect 0 'drawn anew' proof --language en
expect 0 'no picture has changed' proof
expect 2 '--language: the exhibit has no "eng"; did you mean "en"' proof --language eng
expect 2 '--panel: the exhibit has no "onne"; did you mean "one"' proof --panel onne

# Names: long, alike but for capitals, and with what no terminal should get.
long=$(printf 'a%.0s' {1..249})
small one Two two "${long}b" "${long}c"
panel $'o\e[2J\a: "d"\nd'
expect 1 'pictures in' proof
expect 0 '^$' whole
expect 0 '^$' test "$(names | grep -c '^panel-a\{100,\}.*\.en\.png$')" = 2
expect 0 '^$' test "$(names | tr '[:upper:]' '[:lower:]' | sort | uniq -d)" = ''
expect 0 '^$' test "$(names | grep -ic '^panel-two.*\.en\.large\.png$')" = 2
expect 1 '^$' grep -aP '[\x01-\x09\x0b-\x1f\x7f]' <(names; proof 2>&1)

# A disk that is full: what was there stays, or is new and whole, and each that fails is named.
small one two
expect 0 'pictures in' proof
before=$(names)
on_small_disk() { # on_small_disk KB COMMAND...: with $proofs on a disk of so much, which holds the pictures there were
    unshare --user --map-root-user --mount bash -c 'mount -t tmpfs -o size="$1"k none "$2" && cp "$2.old"/*.en.png "$2" 2>/dev/null; shift 2; "$@"' - "$1" "$proofs" "${@:2}"
}
if unshare --user --map-root-user --mount mount -t tmpfs none "$proofs" 2>/dev/null; then
    mkdir "$proofs.old"
    cp "$proofs/home.en.png" "$proofs.old"
    export -f proof whole
    export program proofs exhibit size texts
    for room in 24 48; do
        expect 3 'home.*png: cannot be written: No space left on device.*of 17 pictures in' on_small_disk $room proof
        # shellcheck disable=SC2016
        expect 0 '^$' on_small_disk $room bash -c 'proof >/dev/null 2>&1; whole && [ -s "$proofs/home.en.png" ]'
    done
    expect 3 'proofs: cannot be written to: No space left on device' on_small_disk 4 proof
fi
narrow() { ulimit -f "$1" && size=648x480 proof; } # narrow KB: no file of more; another size, so that all is drawn anew
deaf() { trap '' XFSZ && narrow "$1"; }
for blocks in 0 1 6; do
    expect 3 '(cannot be written( to)?|no memory for pictures of 648x480): File too large' narrow $blocks
    expect 3 '(cannot be written( to)?|no memory for pictures of 648x480): File too large' deaf $blocks
    expect 0 '^$' whole
    expect 0 '^$' test "$before" = "$(names)"
done
# shellcheck disable=SC2016
expect 3 'could be written' bash -c '"$@" 2>&1 >/dev/full' - "$program" proof --size 320x320 -o "$proofs" "$exhibit"

# A signal for all of a terminal or a service is no picture's fault.
interrupted() {
    "$program" proof --size $size --text $texts -o "$proofs" "$exhibit" &
    for signal in TERM INT HUP TERM INT; do
        sleep 0.1
        pkill -$signal -P $! && echo reached
    done
    wait $!
}
expect 0 'reached.*17 pictures in' interrupted
[[ $(interrupted 2>&1) != *breaks* ]]
expect 0 '' test $? = 0

# Without a display run draws them where it is told to, and nothing is said before that.
for display in '' :4242 nowhere:0; do
    rm -rf "$proofs"
    expect 0 "^There is no display here: drawing the proofs to $proofs instead\..*23 pictures in" env DISPLAY=$display WAYLAND_DISPLAY=$display \
        "$program" run --else-proof "$proofs" --allow-quit "$exhibit"
done

# A folder that cannot be made, or is none.
echo >"$folder/file"
for place in "$folder/nowhere/proofs" "$folder/file" "$folder/file/proofs" "" /proc/self/proofs /dev/null $'/nowhere/\e[2J'; do
    expect 3 'error: .*: cannot be (made|written to): [A-Z]' "$program" proof --size 320x320 -o "$place" "$exhibit"
done

# A broken panel costs its own pictures; and a declared screen may be too large to be drawn.
sed -i 's/^title:/titel:/' "$exhibit/config/panels/two.yaml"
expect 1 'pictures in' proof
expect 1 '^$' grep two <(names)
sed -i 's/width: 1920, height: 1080/width: 16384, height: 16384/' "$exhibit/config/exhibit.yaml"
expect 3 '16384x16384 is too large to be drawn; take --size' "$program" proof -o "$proofs" "$exhibit"
rm -r "$exhibit/config/panels"
expect 1 'no pictures: there is nothing to show' proof

finish
