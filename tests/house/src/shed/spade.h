/* The table has no shed. */
#pragma once
