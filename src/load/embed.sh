#!/bin/sh
# embed.sh FOLDER FILE...: writes C source with the bytes of these files of an exhibit, for load/builtin.
set -eu
folder=$1
shift
echo '/* Made by embed.sh. */'
echo '#include "load/builtin.h"'
count=0
for file; do
    echo "static const unsigned char file_$count[] = {"
    od -An -v -tu1 "$folder/$file" | sed 's/  */,/g; s/^,//; s/$/,/'
    echo '0};'
    count=$((count + 1))
done
echo 'const struct builtin_file builtin_list[] = {'
count=0
for file; do
    echo "    {\"$file\", (const char *)file_$count, sizeof(file_$count) - 1},"
    count=$((count + 1))
done
echo '};'
echo "const int builtin_count = $count;"
