/* What a page draws is compared with the text, letter by letter: lines are broken, blanks and soft hyphens gone, but words stand in their
 * order in both. */
#include "speech/mark.h"

#include "base/utf8.h"

#include <string.h>

enum { TINT = 36 /* of 255: letters keep their contrast below it */ };

/* Of what a command draws, the bytes that belong to the sentence. */
struct said_piece {
    int command, from, to;
};

struct mark_search {
    const struct page *page;
    struct bytes text; /* of the block */
    const struct utterance *sentence;
    struct said_piece *pieces; /* as many as the page has commands */
    int count;
};

/* What is not drawn, or may stand between two lines. */
static bool is_nothing(uint32_t code)
{
    return code <= ' ' || code == 0xA0 || code == 0xAD || (code >= 0x2000 && code <= 0x200F) || code == 0x202F || code == 0x2060 ||
           code == 0xFEFF;
}

static const char *past_nothing(const char *at, const char *end)
{
    for (const char *next = at; at < end; at = next)
        if (!is_nothing(utf8_next(&next, end)))
            break;
    return at;
}

static void add_piece(struct mark_search *search, struct said_piece piece)
{
    if (piece.from < piece.to)
        search->pieces[search->count++] = piece;
}

/* Whether the command goes on with the text from *at, which moves behind it. A hyphen where a word is broken stands in no text. */
static bool matches(struct mark_search *search, int command, const char **at)
{
    const struct draw_text *drawn = &search->page->list.commands[command].text;
    const char *end = drawn->text + drawn->length, *last = search->text.at + search->text.size;
    struct said_piece piece = {command, drawn->length, 0};

    for (const char *from = past_nothing(drawn->text, end), *next; from < end; from = past_nothing(next, end)) {
        const char *behind = *at;

        next = from;
        uint32_t code = utf8_next(&next, end);

        if (*at >= last || utf8_next(&behind, last) != code) {
            if ((code == '-' || code == 0x2010) && next == end && *at > search->text.at)
                break;
            return false;
        }
        if (*at - search->text.at >= search->sentence->from && *at - search->text.at < search->sentence->to) {
            piece.from = int_min(piece.from, (int)(from - drawn->text));
            piece.to = (int)(next - drawn->text);
        }
        *at = past_nothing(behind, last);
    }
    add_piece(search, piece);
    return true;
}

static bool begins_at(struct mark_search *search, int command)
{
    const char *last = search->text.at + search->text.size, *at = past_nothing(search->text.at, last);

    search->count = 0;
    for (; command < search->page->list.count && at < last; command++)
        if (search->page->list.commands[command].kind == DRAW_TEXT && !matches(search, command, &at))
            return false;
    return at >= last;
}

static struct mark_search find(const struct scene *scene, const struct page *page, const struct utterance *sentence)
{
    struct mark_search search = {.page = page, .sentence = sentence};

    if (!sentence->block)
        return search;
    for (int i = 0; i < sentence->block->span_count; i++)
        search.text.size += (size_t)sentence->block->spans[i].length;

    char *text = arena_alloc(scene->arena, search.text.size + 1);

    for (int i = 0, at = 0; i < sentence->block->span_count; at += sentence->block->spans[i++].length)
        memcpy(text + at, sentence->block->spans[i].text, (size_t)sentence->block->spans[i].length);
    search.text.at = text;
    search.pieces = ARENA_ARRAY(scene->arena, struct said_piece, page->list.count);
    for (int i = 0; i < page->list.count; i++)
        if (page->list.commands[i].kind == DRAW_TEXT && begins_at(&search, i))
            return search;
    search.count = 0;
    return search;
}

/* A run begins where its letters do: on a mirrored page x begins at the right. */
static struct rect place_of(const struct scene *scene, const struct page *page, struct said_piece piece)
{
    const struct draw_command *command = &page->list.commands[piece.command];
    const struct draw_text *text = &command->text;
    int before = page_text_width(scene, text->type, text->text, piece.from);
    int whole = page_text_width(scene, text->type, text->text, piece.to);
    bool leftward = text->type.order == ORDER_LEFTWARD;
    struct rect rect = command->rect;

    rect.w = whole - before;
    rect.x += leftward == page_mirrored(scene) ? before : command->rect.w - whole;
    return rect;
}

struct rect mark_place(const struct scene *scene, const struct page *page, const struct utterance *sentence)
{
    struct mark_search search = find(scene, page, sentence);
    struct rect all = {0};

    for (int i = 0; i < search.count; i++)
        all = rect_around(all, place_of(scene, page, search.pieces[i]));
    return all;
}

static int baseline(const struct mark_search *search, int piece)
{
    return search->page->list.commands[search->pieces[piece].command].text.baseline_px;
}

/* Of all pieces from there on that stand on one line, with the blanks between them; *next: behind them. */
static struct rect line_place(const struct scene *scene, const struct mark_search *search, int piece, int *next)
{
    struct rect all = {0};

    for (*next = piece; *next < search->count && baseline(search, *next) == baseline(search, piece); (*next)++)
        all = rect_around(all, place_of(scene, search->page, search->pieces[*next]));
    return all;
}

/* A tint over the words, and a thick line below them: it is seen without its colour, too. */
void mark_put(const struct scene *scene, const struct page *page, const struct utterance *sentence)
{
    struct mark_search search = find(scene, page, sentence);
    struct colour line = scene->style->colours.strong, tint = line;
    struct pen pen = page_pen(scene);
    int rule = int_max(2, scene->style->rule_px);
    bool clips = search.count > 0 && page->scroll.max_px > 0;

    tint.a = TINT;
    if (clips)
        draw_clip(pen, page->scroll.clip);
    for (int i = 0, next; i < search.count; i = next) {
        struct rect place = line_place(scene, &search, i, &next);

        draw_fill(pen, place, tint);
        draw_fill(pen, (struct rect){place.x, baseline(&search, i) + rule, place.w, rule}, line);
    }
    if (clips)
        draw_clip(pen, (struct rect){0});
}
