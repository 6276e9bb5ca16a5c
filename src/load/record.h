/* Where keys and letters stand in a file, kept beside the model: exhibit/origins. */
#pragma once

#include "exhibit/origins.h"
#include "yaml/yaml.h"

/* Of a file of which `root` was read. All of it in the arena; file is borrowed. */
struct file_origins *record_origins(struct arena *arena, const char *file, const struct yaml_source *source, const struct node *root);
