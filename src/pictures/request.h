/* What a draw list's pictures ask the images for. */
#pragma once

#include "images/images.h"
#include "layout/draw.h"

bool request_has_window(const struct draw_picture *picture);
/* The picture of the size shown. One that is larger than the screen is being zoomed: it is decoded once, at twice the screen's pixels, and
 * stretched, for the next touch changes its size again. */
struct image_request request_of(const struct draw_picture *picture, struct size shown, struct size screen);
/* All of the picture that the request shows a window of. */
struct image_request request_overview(const struct image_request *request, struct size screen);
/* What the picture moves with where it is shown as the request says; false: it does not move now. Whether
 * anything of it ever does, images_moves knows. */
bool request_sheet(const struct draw_picture *picture, const struct image_request *request, struct size screen,
                   struct image_request *sheet);

enum { REQUEST_PICTURES_MAX = 2 };

/* What a picture is asked for as, once it is at rest on a screen of that size: returns how many, none for any other command. Their paths
 * are the command's. */
int request_pictures(struct size screen, const struct draw_command *command, struct image_request asked[REQUEST_PICTURES_MAX]);
