/* Draw lists: growing and hashing them. */
#include "layout/draw.h"

#include <string.h>

/* The arena keeps the outgrown arrays until it is reset: at most as much again as the list. */
static void add(struct pen pen, struct draw_command command)
{
    struct draw_list *list = pen.list;

    if (list->count == list->capacity) {
        int capacity = list->capacity ? list->capacity * 2 : 32;
        struct draw_command *larger = ARENA_ARRAY(pen.arena, struct draw_command, capacity);

        if (list->count > 0)
            memcpy(larger, list->commands, sizeof(*larger) * (size_t)list->count);
        list->commands = larger;
        list->capacity = capacity;
    }
    list->commands[list->count++] = command;
}

void draw_fill(struct pen pen, struct rect rect, struct colour colour)
{
    if (!rect_is_empty(rect) && colour.a > 0)
        add(pen, (struct draw_command){.kind = DRAW_FILL, .rect = rect, .colour = colour});
}

/* The fills do not overlap, so that a translucent frame is even. */
void draw_frame(struct pen pen, struct rect rect, int thickness_px, struct colour colour)
{
    int t = thickness_px;

    if (t <= 0)
        return;
    if (2 * t >= int_min(rect.w, rect.h)) {
        draw_fill(pen, rect, colour);
        return;
    }
    draw_fill(pen, (struct rect){rect.x, rect.y, rect.w, t}, colour);
    draw_fill(pen, (struct rect){rect.x, rect.y + t, t, rect.h - 2 * t}, colour);
    draw_fill(pen, (struct rect){rect.x + rect.w - t, rect.y + t, t, rect.h - 2 * t}, colour);
    draw_fill(pen, (struct rect){rect.x, rect.y + rect.h - t, rect.w, t}, colour);
}

void draw_text(struct pen pen, struct rect rect, struct draw_text text, struct colour colour)
{
    if (text.length > 0)
        add(pen, (struct draw_command){.kind = DRAW_TEXT, .rect = rect, .colour = colour, .text = text});
}

void draw_picture(struct pen pen, struct rect rect, struct draw_picture picture, struct colour until)
{
    if (!rect_is_empty(rect))
        add(pen, (struct draw_command){.kind = DRAW_PICTURE, .rect = rect, .colour = until, .picture = picture});
}

void draw_icon(struct pen pen, struct rect rect, const char *path, struct colour colour)
{
    if (!rect_is_empty(rect))
        add(pen, (struct draw_command){.kind = DRAW_ICON, .rect = rect, .colour = colour, .icon = path});
}

void draw_clip(struct pen pen, struct rect rect)
{
    add(pen, (struct draw_command){.kind = DRAW_CLIP, .rect = rect});
}

static const uint64_t hash_seed = 0xCBF29CE484222325u, hash_prime = 0x9E3779B97F4A7C15u;

/* Every frame that moves is hashed: eight bytes at once. */
static uint64_t hash_word(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * hash_prime;
    return hash ^ hash >> 32;
}

static uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t length)
{
    const unsigned char *at = bytes;
    uint64_t word;

    for (; length >= sizeof(word); length -= sizeof(word), at += sizeof(word)) {
        memcpy(&word, at, sizeof(word));
        hash = hash_word(hash, word);
    }
    word = 0;
    memcpy(&word, at, length);
    return hash_word(hash, word | (uint64_t)length << 56);
}

static uint64_t hash_int(uint64_t hash, int value)
{
    return hash_word(hash, (uint64_t)(unsigned)value);
}

static uint64_t hash_float(uint64_t hash, float value)
{
    return hash_bytes(hash, &value, sizeof(value));
}

/* The closing NUL keeps "ab","c" and "a","bc" apart; NULL differs from "". */
static uint64_t hash_string(uint64_t hash, const char *text)
{
    return text ? hash_bytes(hash, text, strlen(text) + 1) : hash_int(hash, -1);
}

static uint64_t hash_rect(uint64_t hash, struct rect rect)
{
    return hash_int(hash_int(hash_int(hash_int(hash, rect.x), rect.y), rect.w), rect.h);
}

static uint64_t hash_colour(uint64_t hash, struct colour colour)
{
    const uint8_t parts[] = {colour.r, colour.g, colour.b, colour.a};

    return hash_bytes(hash, parts, sizeof(parts));
}

static uint64_t hash_text(uint64_t hash, const struct draw_text *text)
{
    hash = hash_int(hash, (int)text->type.face);
    hash = hash_int(hash, text->type.size_px);
    hash = hash_int(hash, text->type.tracking_px);
    hash = hash_int(hash, text->type.language << 16 | text->type.order << 8 | text->type.font);
    hash = hash_int(hash, text->baseline_px);
    hash = hash_int(hash, text->length);
    return hash_bytes(hash, text->text, (size_t)text->length);
}

static uint64_t hash_movement(uint64_t hash, const struct movement *movement)
{
    const double numbers[] = {movement->across, movement->down, movement->degrees, movement->about[0], movement->about[1], movement->faint};
    const int more[] = {(int)movement->motion, (int)movement->way, movement->after_ms, movement->duration_ms};

    hash = hash_string(hash, movement->group);
    hash = hash_bytes(hash, numbers, sizeof(numbers));
    return hash_bytes(hash, more, sizeof(more));
}

static uint64_t hash_picture(uint64_t hash, const struct draw_picture *picture)
{
    const float numbers[] = {picture->focus_x,  picture->focus_y,  picture->window.x,
                             picture->window.y, picture->window.w, picture->window.h};
    const uint8_t ground[] = {picture->ground.r, picture->ground.g, picture->ground.b};

    hash = hash_string(hash, picture->path);
    hash = hash_string(hash, picture->fallback);
    hash = hash_bytes(hash, numbers, sizeof(numbers));
    hash = hash_bytes(hash, ground, sizeof(ground));
    for (int i = 0; i < picture->movement_count; i++)
        hash = hash_movement(hash, &picture->movements[i]);
    return hash_int(hash, picture->moving << 1 | picture->lives);
}

static uint64_t hash_command(uint64_t hash, const struct draw_command *command)
{
    hash = hash_int(hash, (int)command->kind);
    hash = hash_rect(hash, command->rect);
    hash = hash_colour(hash, command->colour);
    switch (command->kind) {
    case DRAW_FILL:
    case DRAW_CLIP:
        break;
    case DRAW_TEXT:
        return hash_text(hash, &command->text);
    case DRAW_PICTURE:
        return hash_picture(hash, &command->picture);
    case DRAW_ICON:
        return hash_string(hash, command->icon);
    }
    return hash;
}

static uint64_t hash_list(uint64_t hash, const struct draw_list *list)
{
    hash = hash_int(hash, list->count);
    for (int i = 0; i < list->count; i++)
        hash = hash_command(hash, &list->commands[i]);
    return hash;
}

uint64_t draw_hash(const struct draw_list *list)
{
    return hash_list(hash_seed, list);
}

uint64_t draw_command_hash(const struct draw_command *command, struct rect clip)
{
    uint64_t hash = hash_command(hash_rect(hash_seed, clip), command);

    return hash ? hash : 1;
}

struct rect draw_reach(enum draw_kind kind, struct rect rect)
{
    return kind == DRAW_TEXT ? (struct rect){rect.x - rect.h, rect.y - rect.h, int_max(rect.w, 1) + 2 * rect.h, 3 * rect.h} : rect;
}

int draw_movement_ms(const struct draw_list *list)
{
    int longest = 0;

    for (int i = 0; i < list->count; i++) {
        const struct draw_picture *picture = &list->commands[i].picture;

        for (int m = 0; list->commands[i].kind == DRAW_PICTURE && picture->lives && m < picture->movement_count; m++)
            longest = int_max(longest, picture->movements[m].after_ms + picture->movements[m].duration_ms);
    }
    return longest;
}

uint64_t frame_hash(const struct frame *frame)
{
    uint64_t hash = hash_int(hash_int(hash_seed, frame->size.w), frame->size.h);

    hash = hash_int(hash_rect(hash, frame->area), frame->mirrored);
    hash = hash_int(hash, frame->layer_count);
    for (int i = 0; i < frame->layer_count; i++) {
        const struct frame_layer *layer = &frame->layers[i];

        hash = hash_int(hash, layer->x_px);
        hash = hash_int(hash, layer->plays ? layer->played_ms : -1);
        hash = hash_list(hash, &layer->list);
    }
    hash = hash_colour(hash_int(hash_int(hash, frame->gutter.x_px), frame->gutter.w_px), frame->gutter.colour);
    for (int i = 0; i < frame->cover_count; i++)
        hash = hash_colour(hash_rect(hash, frame->covers[i].hidden), frame->cover);
    for (int i = 0; i < frame->over_count; i++)
        hash = hash_list(hash, &frame->over[i]);
    for (int i = 0; i < frame->ground_count; i++)
        hash = hash_colour(hash_rect(hash, frame->grounds[i].rect), frame->grounds[i].colour);
    if (!rect_is_empty(frame->growth.from)) {
        hash = hash_int(hash_rect(hash, frame->growth.from), frame->growth.edge_px);
        hash = hash_colour(hash_colour(hash, frame->growth.shade), frame->growth.edge);
    }
    hash = hash_float(hash, frame->fade_share);
    return hash_bytes(hash, &frame->fade_serial, sizeof(frame->fade_serial));
}
