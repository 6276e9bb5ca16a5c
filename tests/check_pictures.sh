#!/bin/bash
# check_pictures.sh PROGRAM: what check and proof make of pictures that cannot be drawn, and that the program itself decodes none.
here=$(dirname "$0")
# shellcheck source=tests/expect.sh
source "$here/expect.sh"
cd "$here/.." || exit 2
decoders='libavif|librsvg|libSDL2_image|libturbojpeg|libjpeg|libpng|libcairo|libfontconfig'
no_decoder() { ! readelf -d "$1" | grep NEEDED | grep -E "$decoders"; }
expect 0 '^$' no_decoder "$program"
expect 1 'librsvg' no_decoder "$program-decoder"

rmdir "$folder" && "$program" new exhibit "$folder" --languages en >/dev/null 2>&1 && cp -R assets/icons "$folder/assets/" || exit 2
sed -i -E '/^(title|subtitle|poster|body|more|credit):/{n;s/"$/ of ours"/}' "$folder"/config/exhibit.yaml "$folder"/config/panels/*.yaml # written
panel=$(grep -l '^ *file: assets' "$folder"/config/panels/*.yaml | head -n 1)
picture=$(sed -n 's/^ *file: //p' "$panel" | head -n 1)
line=$(grep -n '^ *file: assets' "$panel" | head -n 1 | cut -d: -f1)
named="config/panels/${panel##*/}:$line:[0-9]*: error: file: \"$picture\": "
expect 0 ' 0 errors' "$program" check "$folder"

svg() { # svg BODY: the picture, with its third line
    printf '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 16 12" width="16" height="12">\n\n%s</svg>' "$1" \
        >"$folder/$picture"
}
# What every librsvg dies of, and what none has an end of.
svg "<style>$(printf ':not(%.0s' {1..20000})</style><path d=\"M0 0h16v12z\"/>"
expect 1 "${named}drawing it breaks the renderer" "$program" check "$folder"
expect 0 "warning: $picture: drawing it breaks the renderer" "$program" proof --size 640x480 -o "$folder/proofs" "$folder"
svg '<title>caf&eacute;</title>'
expect 1 "${named}line 3: .*eacute" "$program" check "$folder"
endless='<filter id="f"><feTurbulence baseFrequency="9" numOctaves="9"/></filter><path id="a" filter="url(#f)" d="M0 0h16v12z"/>'
for pair in ba cb dc ed ge hg; do endless+="<g id=\"${pair:0:1}\">$(printf "<use xlink:href=\"#${pair:1}\"/>%.0s" {1..6})</g>"; done
svg "$endless"
expect 1 "${named}drawing it takes longer than" timeout 10 "$program" check "$folder"
: >"$folder/$picture"
expect 1 "${named}the file is empty" "$program" check "$folder"
rm "$folder/$picture"
ln -s /etc/passwd "$folder/$picture"
expect 1 "${named}.*leads out of the exhibit" "$program" check "$folder"
rm "$folder/$picture"
mkfifo "$folder/$picture"
expect 1 "${named}.*cannot be read" timeout 10 "$program" check "$folder"
rm "$folder/$picture"
svg '<path d="M0 0h16v12z"/>'
expect 0 ' 0 errors' "$program" check "$folder"
# What is drawn, but not as its author saw it, is said at its own line.
svg '<image width="9" height="9" xlink:href="photo.jpg"/>'
expect 0 "$picture:3:1: warning: \"photo.jpg\": pictures that lie beside a drawing" "$program" check "$folder"
expect 1 ', 1 warning$' "$program" check --strict "$folder"
# A photograph under a drawing's name, in printing colours.
cp tests/pictures/cmyk.jpg "$folder/$picture"
expect 0 "$picture: warning: it is in printing colours .CMYK." "$program" check "$folder"
expect 1 ' 0 errors' "$program" check --strict "$folder"
cp tests/pictures/lossy.webp "$folder/$picture"
expect 0 ' 0 errors' "$program" check "$folder"
cp tests/pictures/moving.webp "$folder/$picture"
expect 1 "${named}this WebP moves" "$program" check "$folder"
cp tests/pictures/quarters.avif "$folder/$picture"
expect 0 ' 0 errors' "$program" check "$folder"
head -c -1 tests/pictures/quarters.avif >"$folder/$picture"
expect 1 "${named}the picture is damaged or was not copied to its end" "$program" check "$folder"
{ head -c 284 tests/pictures/quarters.avif && head -c 55 /dev/zero; } >"$folder/$picture" # as long as before, but without pixels
expect 1 "${named}it is damaged and cannot be read" "$program" check "$folder"
# A photograph smaller than it is shown warns, one larger than can be seen is a hint, which is no warning.
cp tests/pictures/large.jpg "$folder/$picture"
expect 0 ', 1 hint$' "$program" check --strict --size 900x506 "$folder"
expect 0 "hint: file: \"$picture\" has [0-9]+ x [0-9]+ pixels, more than can be seen" "$program" check --size 900x506 "$folder"
cp tests/pictures/grey.jpg "$folder/$picture"
expect 0 "warning: file: \"$picture\" has 40 x 20 pixels and is shown in" "$program" check "$folder"
svg '<path d="M0 0h16v12z"/>'
# What was drawn without a word is not drawn again, unless it, or what draws it, is another; and nothing that is kept hides a fault.
mkdir "$folder/bin"
cp "$program" "$folder/bin/vitrina"
counting() { # counting REMARK [decoder|speaker]: one that counts how often it is started
    local name=vitrina-${2:-decoder}
    printf '#!/bin/sh\necho %s >>"%s/started"\nexec "%s-%s" "$@"\n' "$1" "$folder" "$program" "${2:-decoder}" >"$folder/bin/$name"
    chmod +x "$folder/bin/$name"
}
starts() { # of these in a check: "some" or "none"
    rm -f "$folder/started"
    "$folder/bin/vitrina" check "$folder"
    local code=$?
    [[ -e $folder/started ]] && echo "some" || echo "none"
    return $code
}
counting once
expect 0 ' 0 errors.*some$' starts
expect 0 ' 0 errors.*none$' starts
counting again
expect 0 ' 0 errors.*some$' starts
expect 0 ' 0 errors.*none$' starts
# A folder of fonts that settings of one's own name counts as the usual ones do.
mkdir -p "$folder/own/fontconfig" "$folder/type"
echo "<fontconfig><dir>$folder/type</dir></fontconfig>" >"$folder/own/fontconfig/fonts.conf"
export XDG_CONFIG_HOME=$folder/own
expect 0 ' 0 errors.*some$' starts
expect 0 ' 0 errors.*none$' starts
: >"$folder/type/new.ttf"
expect 0 ' 0 errors.*some$' starts
unset XDG_CONFIG_HOME
expect 0 ' 0 errors.*none$' starts # as it was before
cp -p "$folder/$picture" "$folder/sound.svg"
sed -i 's/<path/<pa h/' "$folder/$picture"
touch -r "$folder/sound.svg" "$folder/$picture"
expect 1 "${named}line 3: .*some$" starts
expect 1 "${named}line 3: .*some$" starts
head -c 4096 /dev/urandom >"$XDG_STATE_HOME/vitrina/proven"
expect 1 "${named}line 3: .*some$" starts
cp -p "$folder/sound.svg" "$folder/$picture"
expect 0 ' 0 errors.*some$' starts
expect 0 ' 0 errors.*none$' starts
: >"$XDG_STATE_HOME/vitrina/proven"
expect 0 ' 0 errors.*some$' starts
rm -r "$XDG_STATE_HOME/vitrina"
touch "$XDG_STATE_HOME/vitrina"
expect 0 ' 0 errors.*some$' starts
rm "$XDG_STATE_HOME/vitrina"
# So it is with sounds: one that was heard without a word is not decoded again.
expect 0 ' 0 errors.*some$' starts
expect 0 ' 0 errors.*none$' starts
counting once speaker
mkdir -p "$folder/assets/sounds" && cp tests/edge/sounds/tone.opus "$folder/assets/sounds/tone.opus"
printf 'sound:\n  file: assets/sounds/tone.opus\n  title: {en: "A tone"}\n  transcript: {en: "A tone."}\n  credit: {en: "Us"}\n' >>"$folder/config/panels/picture.yaml"
expect 0 ' 0 errors.*some$' starts
expect 0 ' 0 errors.*none$' starts
counting again speaker
expect 0 ' 0 errors.*some$' starts
expect 0 ' 0 errors.*none$' starts
head -c 400 tests/edge/sounds/tone.opus >"$folder/assets/sounds/tone.opus" # which begins as it should
expect 1 'tone.opus" cannot be played.*some$' starts
expect 1 'tone.opus" cannot be played.*some$' starts
cp tests/edge/sounds/tone.flac "$folder/assets/sounds/tone.opus"
expect 0 ' 0 errors.*some$' starts
expect 0 ' 0 errors.*none$' starts
# An icon is named by nobody but the program.
echo '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>' >"$folder/assets/icons/home.svg"
expect 1 'assets/icons/home.svg:[0-9]+:1: error: it is not a well-formed SVG' "$program" check "$folder"

finish
