/* bare PICTURE: what a program on SDL2 needs at the least to fill the screen with one picture, and wait for a key. The figures of
 * tests/bench/kiosk.py are to be read beside this one's. */
#include <SDL.h>
#include <SDL_image.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    SDL_DisplayMode mode;

    if (argc != 2 || SDL_Init(SDL_INIT_VIDEO) != 0 || SDL_GetCurrentDisplayMode(0, &mode) != 0)
        return 2;
    SDL_Window *window = SDL_CreateWindow("bare", 0, 0, mode.w, mode.h, SDL_WINDOW_FULLSCREEN_DESKTOP); /* no window manager is there */
    SDL_Renderer *renderer = window ? SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE) : NULL;
    SDL_Texture *texture = renderer ? IMG_LoadTexture(renderer, argv[1]) : NULL;

    if (!texture) {
        fprintf(stderr, "bare: %s\n", SDL_GetError());
        return 2;
    }
    SDL_RenderCopy(renderer, texture, NULL, NULL);
    SDL_RenderPresent(renderer);
    for (SDL_Event event; SDL_WaitEvent(&event);)
        if (event.type == SDL_QUIT)
            break;
    SDL_Quit();
    return 0;
}
