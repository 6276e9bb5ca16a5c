/* nftw(3), children first. */
#include "support/temporary.h"

#include "base/mem.h"

#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *temporary_create(void)
{
    char *folder = mem_text("/tmp/temporary-XXXXXX");

    ASSERT(mkdtemp(folder));
    return folder;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *where)
{
    (void)info, (void)kind, (void)where;
    return remove(path);
}

void temporary_destroy(char *folder)
{
    enum { FILES_OPEN = 8 };

    nftw(folder, remove_one, FILES_OPEN, FTW_DEPTH | FTW_PHYS);
    free(folder);
}

static bool is_counted(const char *name, const char *ending)
{
    size_t length = strlen(name), end = strlen(ending);

    return strcmp(name, ".") != 0 && strcmp(name, "..") != 0 && length >= end && strcmp(name + length - end, ending) == 0;
}

int temporary_count(const char *folder, const char *ending)
{
    DIR *directory = opendir(folder);
    int count = 0;

    if (!directory)
        return 0;
    for (struct dirent *entry; (entry = readdir(directory));)
        count += is_counted(entry->d_name, ending);
    closedir(directory);
    return count;
}
