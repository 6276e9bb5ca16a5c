/* A folder for one test's files. */
#pragma once

/* Empty; ends the test program if it cannot be made. */
char *temporary_create(void);
/* Removes it with all that lies in it, and frees its name. */
void temporary_destroy(char *folder);
/* How many files lie in it whose names end so; "": all, hidden ones too. */
int temporary_count(const char *folder, const char *ending);
