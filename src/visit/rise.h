/* Bars rise: those of a panel's chart grow to their length once a visit, when it first rests before the visitor. */
#pragma once

#include "base/tween.h"
#include "layout/frame.h"
#include "page/page.h"

enum { RISE_MS = 500 };

/* done: one a panel of the exhibit; owned. panel: whose bars rise, or were the last to; -1: none. at: how far, 0 to 1. */
struct rise {
    bool *done;
    int panel;
    struct tween at;
};

void rise_init(struct rise *rise, const struct exhibit *exhibit);
void rise_finish(struct rise *rise);
/* A new visitor. */
void rise_reset(struct rise *rise, const struct exhibit *exhibit);
/* The panel's bars need not rise any more: they were seen. */
void rise_skip(struct rise *rise, int panel);
/* The panel rests before the visitor: its bars rise, unless they have. */
void rise_begin(struct rise *rise, int panel, int64_t now_ms);
bool rise_running(const struct rise *rise, int64_t now_ms);
/* Onto the frame of a panel's page at rest: what is still hidden of its bars. */
void rise_put(const struct rise *rise, const struct page *page, struct frame *frame, int64_t now_ms);
