/* The keys of every kind of file. */
#pragma once

#include "schema/row.h"

extern const struct schema schema_exhibit, schema_theme, schema_words, schema_layout, schema_panel, schema_timeline, schema_glossary,
    schema_people;
extern const struct schema schema_screen, schema_timing, schema_hours, schema_visits;           /* tables_venue.c */
extern const struct schema schema_staff, schema_staff_words;                                    /* tables_staff.c */
extern const struct schema schema_speech_words, schema_saying, schema_phrase;                   /* tables_speech.c */
extern const struct schema schema_sound_words, schema_sound;                                    /* tables_sound.c */
extern const struct schema schema_normal_colours, schema_contrast_colours, schema_dark_colours; /* tables_colours.c */
extern const struct schema schema_settings_words, schema_keypad;                                /* tables_settings.c */
extern const char *const settings_choices[];                                                    /* a bit each of enum setting */
extern const struct schema schema_chart, schema_map, schema_memorial;                           /* blocks of a panel: tables_blocks.c */
extern const struct schema schema_land;                                                         /* a map's ground, in assets/maps */
