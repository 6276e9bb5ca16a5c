/* Threads that work beside the main one. */
#pragma once

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

/* Starts a thread that no signal reaches: those are the main thread's business. False if the machine has none left. */
bool thread_start(pthread_t *thread, size_t stack_bytes, void *(*work)(void *context), void *context);
