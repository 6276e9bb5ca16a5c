#!/bin/sh
# Writes the sounds beside it: half a second of a tone in each kind of file that a recording may be. By hand, with sox, libsox-fmt-mp3 and
# opus-tools; tests play what it wrote.
set -e
cd "$(dirname "$0")"
tone=$(mktemp --suffix=.wav)
trap 'rm "$tone"' EXIT
sox -R -n -r 24000 -c 1 -b 16 "$tone" synth 0.5 sine 440 gain -6
opusenc --quiet --serial 1 --bitrate 24 "$tone" tone.opus
sox -R "$tone" -C 0 tone.ogg
sox -R "$tone" -C 8 tone.flac
sox -R "$tone" -C 32 tone.mp3
