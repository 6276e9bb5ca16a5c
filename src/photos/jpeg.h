/* Photographs as JPEG, decoded no larger than they are needed. */
#pragma once

#include "photos/rows.h"

/* Hands over the picture at an eighth, a quarter, a half or the whole of its size: the smallest that has `least` pixels each way; a small
 * picture always whole. NULL, or what is wrong (static text), also with a file that ends too early. */
const char *jpeg_read(struct bytes file, struct size least, struct rows *rows);
