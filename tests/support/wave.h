/* Sounds for tests. */
#pragma once

enum { WAVE_RATE_HZ = 22050 };

/* A tone, as a WAV file; open, and read to its end, as by a process before. */
int wave_tone(const char *path, int length_ms);
/* A WAV file of so many minutes, with nothing in it: no more of the disk than its beginning. Open. */
int wave_silence(const char *path, int minutes);
