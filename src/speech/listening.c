/* Every change ends in `wish`, which makes what is said a new one. */
#include "speech/listening.h"

enum { AT_BEGINNING_MS = 1500 }; /* until then "back" means the sentence before */

void listening_init(struct listening *listening, const struct exhibit *exhibit)
{
    *listening = (struct listening){.exhibit = exhibit, .speed = ALOUD_USUAL_SPEED};
}

static void forget(struct listening_part *part)
{
    arena_destroy(part->arena);
    *part = (struct listening_part){0};
}

void listening_finish(struct listening *listening)
{
    forget(&listening->scene);
    forget(&listening->remark);
    arena_destroy(listening->arena);
    numerals_destroy(listening->numerals);
    listening->arena = NULL;
    listening->numerals = NULL;
}

static void be_silent(struct listening *listening)
{
    if (listening->wish.text)
        listening->wish = (struct listening_wish){.serial = listening->wish.serial + 1};
}

void listening_leave(struct listening *listening)
{
    bool headset = listening->headset;

    listening_finish(listening);
    be_silent(listening);

    unsigned serial = listening->wish.serial;

    listening_init(listening, listening->exhibit);
    listening->headset = headset;
    listening->wish.serial = serial;
}

void listening_stop(struct listening *listening)
{
    int speed = listening->speed, volume = listening->volume;

    listening_leave(listening);
    listening->speed = speed;
    listening->volume = volume;
}

bool listening_is_offered(const struct listening *listening)
{
    switch (listening->exhibit->speech.starts) {
    case SPEECH_OFF:
        return false;
    case SPEECH_JACK:
        return listening->headset;
    case SPEECH_KEY:
    case SPEECH_ALWAYS:
    case SPEECH_START_COUNT:
        break;
    }
    return true;
}

struct aloud listening_aloud(const struct listening *listening)
{
    return (struct aloud){listening_is_offered(listening), listening->on, listening->speed, listening->volume};
}

bool listening_speaks(const struct listening *listening)
{
    return listening->on && !listening->waits;
}

int listening_louder_db(int volume)
{
    static const int louder_db[ALOUD_VOLUMES] = {0, 12, 20};

    return louder_db[volume];
}

static int level_of(const struct listening *listening)
{
    int level = listening->exhibit->speech.level_db + listening_louder_db(listening->volume);

    return level < 0 ? level : 0;
}

unsigned listening_play(struct listening *listening, const char *path, int from_ms)
{
    listening->waits = true;
    listening->wish = (struct listening_wish){.serial = listening->wish.serial + 1,
                                              .text = "",
                                              .recording = path,
                                              .language = listening->exhibit->languages[0],
                                              .level_db = level_of(listening),
                                              .from_ms = from_ms};
    return listening->wish.serial;
}

void listening_silence(struct listening *listening)
{
    listening->waits = true;
    be_silent(listening);
}

void listening_begin(struct listening *listening)
{
    listening->on = true;
    listening->waits = listening->hushed = false;
}

/* ---- what is said ---- */

static struct listening_part *part_of(struct listening *listening)
{
    return listening->remarks ? &listening->remark : &listening->scene;
}

static struct numerals *numerals_for(struct listening *listening, int language)
{
    if (listening->numerals && listening->numerals_language != language) {
        numerals_destroy(listening->numerals);
        listening->numerals = NULL;
    }
    if (!listening->numerals)
        listening->numerals = numerals_create(listening->exhibit->languages[language]);
    listening->numerals_language = language;
    return listening->numerals;
}

/* Of what is said, the sentence where the voice is; all said: it waits. */
static void wish(struct listening *listening, int64_t now_ms)
{
    const struct listening_part *part = part_of(listening);
    const struct exhibit *exhibit = listening->exhibit;

    listening->waits = listening->waits || part->at >= part->telling.count;
    if (!listening_speaks(listening)) {
        be_silent(listening);
        return;
    }
    if (!listening->arena)
        listening->arena = arena_create();
    arena_reset(listening->arena);

    const struct said said = {exhibit, listening->language, numerals_for(listening, listening->language)};

    listening->since_ms = now_ms;
    listening->wish = (struct listening_wish){
        .serial = listening->wish.serial + 1,
        .text = said_text(listening->arena, &said, part->telling.list[part->at].text),
        .recording = part->telling.list[part->at].recording,
        .language = exhibit->languages[listening->language],
        .speed = listening->speed,
        .level_db = level_of(listening),
    };
}

void listening_hush(struct listening *listening, int64_t now_ms)
{
    listening->hushed = listening_speaks(listening);
    if (!listening->hushed)
        return;
    listening->waits = true;
    wish(listening, now_ms);
}

static struct telling *tell(struct listening *listening, struct listening_part *part, int language)
{
    if (!part->arena)
        part->arena = arena_create();
    arena_reset(part->arena);
    part->telling = (struct telling){0};
    part->at = 0;
    listening->language = language;
    return &part->telling;
}

struct telling *listening_tell_scene(struct listening *listening, int language, struct arena **arena)
{
    struct telling *telling = tell(listening, &listening->scene, language);

    *arena = listening->scene.arena;
    return telling;
}

struct telling *listening_tell_remark(struct listening *listening, int language, struct arena **arena)
{
    struct telling *telling = tell(listening, &listening->remark, language);

    *arena = listening->remark.arena;
    return telling;
}

static void say(struct listening *listening, bool remark, int64_t now_ms)
{
    listening->remarks = remark;
    listening->waits = false;
    wish(listening, now_ms);
}

void listening_say_scene(struct listening *listening, int64_t now_ms)
{
    say(listening, false, now_ms);
}

void listening_say_remark(struct listening *listening, int64_t now_ms)
{
    say(listening, true, now_ms);
}

/* ---- how one is led ---- */

void listening_pause(struct listening *listening, int64_t now_ms)
{
    if (listening->hushed)
        return;
    if (listening->scene.at >= listening->scene.telling.count)
        listening->scene.at = 0;
    say(listening, false, now_ms);
    listening->wish.resumes = true;
}

void listening_step(struct listening *listening, int by, int64_t now_ms)
{
    struct listening_part *scene = &listening->scene;
    bool begins = listening->remarks || now_ms - listening->since_ms < AT_BEGINNING_MS || scene->at >= scene->telling.count;

    if (scene->telling.count == 0)
        return;
    if (by > 0 || begins)
        scene->at = int_max(0, int_min(scene->at + by, scene->telling.count - 1));
    say(listening, false, now_ms);
}

void listening_again(struct listening *listening, int64_t now_ms)
{
    listening->scene.at = 0;
    say(listening, false, now_ms);
}

void listening_set_speed(struct listening *listening, int speed, int64_t now_ms)
{
    listening->speed = speed;
    if (listening->on)
        listening_say_remark(listening, now_ms);
}

void listening_set_volume(struct listening *listening, int volume, int64_t now_ms)
{
    listening->volume = volume;
    if (listening->on)
        listening_say_remark(listening, now_ms);
}

void listening_said(struct listening *listening, unsigned serial, int64_t now_ms)
{
    if (serial != listening->wish.serial || !listening_speaks(listening))
        return;
    part_of(listening)->at++;
    wish(listening, now_ms);
}

const struct listening_wish *listening_wish(const struct listening *listening)
{
    return &listening->wish;
}

const struct utterance *listening_sentence(const struct listening *listening)
{
    const struct listening_part *scene = &listening->scene;

    if (!listening->on || listening->remarks || scene->at >= scene->telling.count)
        return NULL;
    return &scene->telling.list[scene->at];
}
