#!/usr/bin/python3
"""slides.py MS PICTURE...: pictures on pygame; the right arrow slides to the next in so many ms. Nothing is drawn at rest."""
import sys
import pygame


def main():
    duration = int(sys.argv[1])
    pygame.init()
    screen, clock = pygame.display.set_mode((0, 0), pygame.FULLSCREEN), pygame.time.Clock()
    pictures = [pygame.image.load(path).convert() for path in sys.argv[2:]]
    at, came_from, began = 0, None, 0
    screen.blit(pictures[at], (0, 0))
    pygame.display.flip()
    while True:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                return
            if event.type == pygame.KEYDOWN and event.key == pygame.K_RIGHT and at + 1 < len(pictures):
                came_from, at, began = at, at + 1, pygame.time.get_ticks()
        if came_from is not None:
            part = min(1, (pygame.time.get_ticks() - began) / duration)
            shift = int(screen.get_width() * part * part * (3 - 2 * part))
            screen.blit(pictures[came_from], (-shift, 0))
            screen.blit(pictures[at], (screen.get_width() - shift, 0))
            pygame.display.flip()
            came_from = came_from if part < 1 else None
        clock.tick(60)


main()
