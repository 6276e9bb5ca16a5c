/* Whether everybody's hand comes to what is to be touched, from a wheelchair too. Only where the exhibit says how high the screen hangs. */
#pragma once

#include "audit/auditor.h"

/* Of the page that is filled now. */
void reach_take(struct auditor *a);
/* One warning for all pages, at the screen's lower edge. */
void reach_report(struct auditor *a);
