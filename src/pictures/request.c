/* Pure. */
#include "pictures/request.h"

#include "pictures/living.h"

#include <math.h>

bool request_has_window(const struct draw_picture *picture)
{
    return picture->window.w > 0 && picture->window.h > 0;
}

struct image_request request_of(const struct draw_picture *picture, struct size shown, struct size screen)
{
    struct image_request request = {
        .path = picture->path,
        .w = shown.w,
        .h = shown.h,
        .focus_x = picture->focus_x,
        .focus_y = picture->focus_y,
        .paper = picture->ground,
    };

    if (request_has_window(picture))
        request.window = picture->window;
    if (shown.w > screen.w || shown.h > screen.h) {
        double share = sqrt(2.0 * screen.w * screen.h / ((double)shown.w * shown.h));

        request.w = int_max(1, (int)(shown.w * share));
        request.h = int_max(1, (int)(shown.h * share));
    }
    return request;
}

struct image_request request_overview(const struct image_request *request, struct size screen)
{
    struct image_request overview = *request;

    overview.w = screen.w;
    overview.h = screen.h;
    overview.window = (struct share_rect){0, 0, 1, 1};
    overview.overview = true;
    return overview;
}

/* Layers are away as far as pages go, in a view of its own none; the others as far as their movements say. */
static struct image_reach reach_of(const struct draw_picture *picture, int picture_px, struct size screen)
{
    struct image_reach reach = {0};

    if (!request_has_window(picture)) {
        reach.layers_px = living_follows_px(screen.w);
        reach.back_px = living_beyond_px(GROUP_BACK, picture_px, screen.w);
        reach.front_px = living_beyond_px(GROUP_FRONT, picture_px, screen.w);
    }
    for (int i = 0; i < picture->movement_count; i++) {
        const struct movement *movement = &picture->movements[i];

        if (movement->motion == MOTION_SLIDE) {
            reach.across = fmaxf(reach.across, fabsf((float)movement->across / 100));
            reach.down = fmaxf(reach.down, fabsf((float)movement->down / 100));
        } else if (movement->motion == MOTION_TURN) {
            reach.degrees = fmaxf(reach.degrees, fabsf((float)movement->degrees));
        }
    }
    return reach;
}

bool request_sheet(const struct draw_picture *picture, const struct image_request *request, struct size screen, struct image_request *sheet)
{
    *sheet = *request;
    sheet->sheet = true;
    sheet->reach = reach_of(picture, request->w, screen);
    return picture->lives && !picture->moving && picture->path && (picture->movement_count > 0 || sheet->reach.layers_px > 0);
}

int request_pictures(struct size screen, const struct draw_command *command, struct image_request asked[REQUEST_PICTURES_MAX])
{
    int count = 0;

    if (command->kind != DRAW_PICTURE || !command->picture.path)
        return 0;
    struct image_request request = request_of(&command->picture, (struct size){command->rect.w, command->rect.h}, screen);

    if (!command->picture.moving)
        asked[count++] = request;
    if (request_has_window(&command->picture))
        asked[count++] = request_overview(&request, screen);
    return count;
}
