/* The exhibit as it was installed with the program, which nobody edits. */
#pragma once

/* Its folder, for the caller to free: where this program is, or where it was built to be. It need not be there. */
char *pristine_folder(void);
