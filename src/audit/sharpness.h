/* Photographs that are shown larger than they are, and so look blurred. */
#pragma once

#include "audit/auditor.h"

/* Remembers how large the pictures of the auditor's page are shown. */
void sharpness_take(struct auditor *a);
/* A warning for each that is enlarged too far somewhere, with both sizes. */
void sharpness_report(struct auditor *a);
