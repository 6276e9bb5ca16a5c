/* Cards: overlays that say something more about what is on the screen. A card is a scene that gathers its content and has it set here. */
#pragma once

#include "cards/choices.h"
#include "page/passage.h"
#include "scene/scene.h"

/* A button as wide as its column, with its own words; it scrolls with the texts. label: above the title, such as a date; or NULL. */
struct card_entry {
    const char *label, *title;
    struct action action;
};

/* What stands below all that scrolls, in the place of buttons: its height at so much width, and itself. */
struct card_foot {
    int (*height)(const struct scene *scene, int width);
    void (*put)(const struct scene *scene, struct rect place);
};

/* What a card holds, from the top; parts that are NULL or empty take no room. */
struct card_content {
    const struct picture *picture; /* fills the card's left side, on a tall screen its top; it does not scroll */
    struct action opens;           /* what a touch of the picture does; ACTION_NONE: nothing */
    const char *label;             /* above the heading: a date, or what kind of card it is */
    const char *heading;
    const struct voice *voice;    /* its slab stands in the heading's place */
    const struct voice *speaker;  /* its slab stands above the heading */
    const char *texts_label;      /* above the texts */
    const struct prose *texts[2]; /* one below the other */
    const char *list_label;       /* above the list */
    const struct card_entry *list;
    int list_count;
    const struct card_choice *choices; /* above the list */
    int choice_count;
    const char *small; /* sources, below the text */
    struct {
        const char *word;
        struct action action;
    } buttons[EXHIBIT_LANGUAGES_MAX];
    int button_count, main_button; /* the main one is filled */
    const struct card_foot *foot;  /* NULL: none */
    bool grid;                     /* buttons in columns of one width, large: the buttons are what the card is for */
};

/* Targets that every card begins with: the whole screen, which closes the card, and over it the card's own ground, which does nothing. */
enum { CARD_GROUND_TARGETS = 2 };

/* Where the card stands, of a page that was filled with one. */
struct rect card_box(const struct page *page);
/* How much ink lies on the rest of the screen, 0 to 255. */
uint8_t card_shade(const struct page *page);
/* More buttons than there is room for are left out. */
void card_add_button(struct card_content *content, const char *word, struct action action);
void card_fill(const struct scene *scene, const struct card_content *content);
/* So much ink lies on what is beside a card that asks for all attention. */
enum { CARD_SHADE = 150 };
/* What every card begins with: the rest of the screen under so much ink (0 to 255), which closes the card, and the card's own
 * ground, which does not; and its cross at the top, which does. */
void card_put_ground(const struct scene *scene, struct rect box, uint8_t shade);
void card_put_cross(const struct scene *scene, struct rect box);

/* scene_ops.key and .drag of every card: it scrolls or, where nothing does, the focus moves; pulled down at its top it closes. */
struct key_answer card_key(const struct scene *scene, const struct key_press *press);
enum drag card_drag(const struct scene *scene, struct drag_start drag);
