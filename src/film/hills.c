/* Cut from the flat inks. */
#include "film/hills.h"

#include "page/icon.h"

void hills_put(const struct scene *scene, struct rect ground)
{
    const struct theme_colours *colours = &scene->style->colours;
    int side = int_min(ground.w, ground.h), sun = side * 2 / 5, near = side * 4 / 5, far = side / 2, foot = ground.y + ground.h;

    draw_fill(page_pen(scene), ground, colours->muted);
    icon_put(scene, ICON_CIRCLE, (struct rect){ground.x + ground.w * 3 / 5 - sun / 2, ground.y + (ground.h - sun) / 3, sun, sun},
             colours->light);
    icon_put(scene, ICON_TRIANGLE, (struct rect){ground.x + ground.w * 2 / 5 - far / 2, foot - far + far / 12, far, far}, colours->deep);
    icon_put(scene, ICON_TRIANGLE, (struct rect){ground.x + ground.w / 4 - near / 2, foot - near + near / 12, near, near}, colours->ink);
    draw_fill(page_pen(scene), (struct rect){ground.x, foot - side / 12, ground.w, side / 12}, colours->ink);
}
