/* Between what a player tells, time goes on as the clock does, never past the end. */
#include "speech/hearing.h"

#include "base/clock.h"

void hearing_init(struct hearing *hearing)
{
    *hearing = (struct hearing){.panel = -1};
}

/* How much of it is over, by the clock. */
static int at_ms(const struct hearing *hearing, int64_t now_ms)
{
    const struct heard *heard = &hearing->heard;
    int64_t since = heard->state == HEARD_SOUNDS && hearing->told_ms > 0 ? now_ms - hearing->told_ms : 0, at = heard->at_ms + since;

    return (int)(heard->length_ms > 0 && at > heard->length_ms ? heard->length_ms : at);
}

bool hearing_turn(struct hearing *hearing, struct listening *listening, int panel)
{
    const struct sound *sound = listening->exhibit->panels[panel].sound;
    struct heard *heard = &hearing->heard;

    if (!sound || !sound->playable)
        return false;
    if (hearing->panel != panel)
        *hearing = (struct hearing){.panel = panel};
    if (heard->state == HEARD_SOUNDS) {
        listening_silence(listening); /* where it is, hearing_look finds out */
        return true;
    }
    if (heard->state != HEARD_WAITS)
        heard->at_ms = 0;
    heard->state = HEARD_SOUNDS;
    hearing->told_ms = 0;
    hearing->serial = listening_play(listening, sound->file, heard->at_ms);
    return true;
}

void hearing_end(struct hearing *hearing, struct listening *listening)
{
    if (hearing->heard.state == HEARD_SOUNDS && listening->wish.serial == hearing->serial)
        listening_silence(listening);
    hearing_init(hearing);
}

void hearing_look(struct hearing *hearing, const struct listening *listening, int64_t now_ms)
{
    if (hearing->heard.state != HEARD_SOUNDS || listening->wish.serial == hearing->serial)
        return;
    hearing->heard.at_ms = at_ms(hearing, now_ms);
    hearing->heard.state = HEARD_WAITS;
}

static bool is_about(const struct hearing *hearing, unsigned serial)
{
    return hearing->heard.state == HEARD_SOUNDS && hearing->serial == serial;
}

bool hearing_goes_on(struct hearing *hearing, const struct hearing_news *news, int64_t now_ms)
{
    if (!is_about(hearing, news->serial))
        return false;
    if (news->length_ms > 0)
        hearing->heard.length_ms = news->length_ms;
    hearing->heard.at_ms = news->at_ms;
    if (hearing->told_ms == 0)
        hearing->begun_ms = now_ms;
    hearing->told_ms = now_ms;
    return true;
}

bool hearing_is_over(struct hearing *hearing, unsigned serial)
{
    struct heard *heard = &hearing->heard;

    if (!is_about(hearing, serial))
        return false;
    heard->state = HEARD_ALL;
    heard->at_ms = heard->length_ms;
    return true;
}

bool hearing_fails(struct hearing *hearing, unsigned serial)
{
    if (!is_about(hearing, serial))
        return false;
    hearing->heard = (struct heard){.state = HEARD_NEVER};
    return true;
}

bool hearing_holds(const struct hearing *hearing, int64_t now_ms)
{
    return hearing->heard.state == HEARD_SOUNDS && hearing->told_ms > 0 && now_ms - hearing->begun_ms <= SOUND_LONG_MS;
}

struct heard hearing_at(const struct hearing *hearing, const struct exhibit *exhibit, int panel, struct hearing_moment moment)
{
    const struct sound *sound = exhibit->panels[panel].sound;
    struct heard heard = hearing->panel == panel ? hearing->heard : (struct heard){0};

    if (!sound || !sound->playable)
        return (struct heard){.state = HEARD_NEVER};
    if (hearing->panel == panel && heard.state == HEARD_SOUNDS)
        heard.at_ms = at_ms(hearing, moment.now_ms) / moment.step_ms * moment.step_ms;
    return heard;
}

int64_t hearing_deadline(const struct hearing *hearing, struct hearing_moment moment)
{
    int at = at_ms(hearing, moment.now_ms);

    if (hearing->heard.state != HEARD_SOUNDS || hearing->told_ms == 0 || (hearing->heard.length_ms > 0 && at >= hearing->heard.length_ms))
        return CLOCK_NEVER;
    return moment.now_ms + moment.step_ms - at % moment.step_ms;
}
