/* What a fade comes through: the paper of what is shown. */
#pragma once

#include "layout/draw.h"
#include "page/page.h"
#include "wings/fade.h"

/* Sets the frame's grounds and its growth by its fade_share. card: above the page; NULL: none. */
void grounds_put(struct frame *frame, const struct fade *fade, const struct style *style, const struct page *card);
