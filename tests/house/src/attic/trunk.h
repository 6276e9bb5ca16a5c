/* A room as long as the list of large rooms lets it be, and no longer. */
#pragma once
