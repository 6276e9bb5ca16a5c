/* The table has no shed. */
#pragma once
#define SPADE_BLUNT CODED("blunt") "the spade is blunt"
#define SPADE_BENT(f, at) findings_add(f, FINDING_ERROR, at, "the spade is bent");
