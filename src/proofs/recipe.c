/* Contents count, not dates: a folder that was copied is no other. Of what the system adds behind the theme's fonts, the names count. */
#include "proofs/recipe.h"

#include "copies/hash.h"
#include "platform/fontfile.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PICTURE_BYTES_MAX = 64 * 1024 * 1024, FONT_NAME_BYTES = 256 };

/* path: in the arena. */
struct known_file {
    const char *path;
    uint64_t hash;
};

struct recipe {
    const struct files *files;
    struct arena *arena;
    struct known_file *known;
    int count, capacity;
    uint64_t common;
};

/* Order counts. */
static uint64_t joined(uint64_t one, uint64_t other)
{
    const uint64_t both[2] = {one, other};

    return hash_of(both, sizeof(both)).low;
}

static uint64_t hash_of_open(int fd)
{
    struct hash hash = {0};

    if (fd < 0)
        return 0;
    bool read = hash_file(fd, &hash);

    close(fd);
    return read ? hash.low : 0;
}

static uint64_t font_hash(const struct files *files, const char *name)
{
    char file[FONT_NAME_BYTES];
    struct fontfile fontfile;
    uint64_t hash = 0;
    size_t length = strcspn(name, "#");

    if (length >= sizeof(file))
        return 0;
    memcpy(file, name, length);
    file[length] = '\0';
    if (fontfile_find(&fontfile, files, file) && fontfile_read(&fontfile, files))
        hash = hash_of(fontfile.content.bytes, fontfile.content.length).low;
    fontfile_finish(&fontfile);
    return hash;
}

static uint64_t list_hash(const struct files *files, const char *const *names)
{
    uint64_t hash = 0;

    for (; names && *names; names++)
        hash = joined(hash, font_hash(files, *names));
    return hash;
}

/* Whatever their order in the folders is. */
static uint64_t system_fonts_hash(void)
{
    struct arena *arena = arena_create();
    const char **names;
    int count = fontfile_list(arena, &names);
    uint64_t hash = (uint64_t)count;

    for (int i = 0; i < count; i++)
        hash += hash_of(names[i], strlen(names[i])).low;
    arena_destroy(arena);
    return hash;
}

static uint64_t fonts_hash(const struct files *files, const struct theme *theme)
{
    uint64_t hash = system_fonts_hash();

    for (int face = 0; face < FACE_COUNT; face++)
        hash = joined(hash, list_hash(files, theme->faces[face]));
    for (int i = 0; i < theme->script_count; i++)
        for (int face = 0; face < FACE_COUNT; face++)
            hash = joined(hash, list_hash(files, theme->scripts[i].faces[face]));
    return hash;
}

struct recipe *recipe_create(const struct files *files, const struct exhibit *exhibit)
{
    struct recipe *recipe = mem_alloc(sizeof(*recipe));

    recipe->files = files;
    recipe->arena = arena_create();
    recipe->common = joined(hash_of_open(open("/proc/self/exe", O_RDONLY | O_CLOEXEC)), fonts_hash(files, &exhibit->theme));
    return recipe;
}

void recipe_destroy(struct recipe *recipe)
{
    if (!recipe)
        return;
    free(recipe->known);
    arena_destroy(recipe->arena);
    free(recipe);
}

/* 0 for one that cannot be read. */
static uint64_t file_hash(struct recipe *recipe, const char *path)
{
    int fd = -1;

    for (int i = 0; i < recipe->count; i++)
        if (strcmp(recipe->known[i].path, path) == 0)
            return recipe->known[i].hash;
    if (recipe->files->open(recipe->files->context, path, PICTURE_BYTES_MAX, &fd) != FILES_OK)
        fd = -1;
    recipe->known = mem_grow(recipe->known, recipe->count, &recipe->capacity, sizeof(*recipe->known));
    struct known_file *known = &recipe->known[recipe->count++];

    *known = (struct known_file){arena_text(recipe->arena, path, strlen(path)), hash_of_open(fd)};
    return known->hash;
}

static uint64_t command_hash(struct recipe *recipe, const struct draw_command *command)
{
    uint64_t hash = 0;

    if (command->kind == DRAW_ICON)
        return file_hash(recipe, command->icon);
    if (command->kind != DRAW_PICTURE)
        return 0;
    if (command->picture.path)
        hash = joined(hash, file_hash(recipe, command->picture.path));
    if (command->picture.fallback)
        hash = joined(hash, file_hash(recipe, command->picture.fallback));
    return hash;
}

static uint64_t files_hash(struct recipe *recipe, const struct draw_list *list)
{
    uint64_t hash = 0;

    for (int i = 0; i < list->count; i++)
        hash = joined(hash, command_hash(recipe, &list->commands[i]));
    return hash;
}

uint64_t recipe_of(struct recipe *recipe, const struct frame *frame)
{
    uint64_t hash = joined(recipe->common, frame_hash(frame));

    for (int i = 0; i < frame->layer_count; i++)
        hash = joined(hash, files_hash(recipe, &frame->layers[i].list));
    for (int i = 0; i < frame->over_count; i++)
        hash = joined(hash, files_hash(recipe, &frame->over[i]));
    return hash != 0 ? hash : 1;
}
