/* Dates, from their nodes into the model. */
#pragma once

#include "schema/reader.h"

/* As value_read (schema/values.h), for VALUE_DATE, VALUE_MOMENT, VALUE_DATING and VALUE_DATES. */
void dates_read_one(struct reader *reader, const struct schema_row *row, const struct node *node, void *target);
void dates_read_moment(struct reader *reader, const struct schema_row *row, const struct node *node, void *target);
void dates_read_dating(struct reader *reader, const struct schema_row *row, const struct node *node, void *target);
void dates_read_list(struct reader *reader, const struct schema_row *row, const struct node *node, void *target);
