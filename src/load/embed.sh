#!/bin/sh
# embed.sh NAME FOLDER FILE...: writes C source with the bytes of these files of a folder, for load/builtin: NAME_list and NAME_count.
set -eu
name=$1 folder=$2
shift 2
echo '/* Made by embed.sh. */'
echo '#include "load/builtin.h"'
count=0
for file; do
    echo "static const unsigned char file_$count[] = {"
    od -An -v -tu1 "$folder/$file" | sed 's/  */,/g; s/^,//; s/$/,/'
    echo '0};'
    count=$((count + 1))
done
echo "const struct builtin_file ${name}_list[] = {"
count=0
for file; do
    echo "    {\"$file\", (const char *)file_$count, sizeof(file_$count) - 1},"
    count=$((count + 1))
done
echo '};'
echo "const int ${name}_count = $count;"
