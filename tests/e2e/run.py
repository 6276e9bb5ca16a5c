#!/usr/bin/env python3
"""Runs the end-to-end tests: the real program on a real X server, touched, typed at, left alone and ended.

    tests/e2e/run.py [--program FILE] [--exhibit FOLDER] [--keep FOLDER] [--list] [NAME...]

NAME: a test or a file of tests, without test_. Without one, all run: those that mostly wait beside the others, each kind on servers of its own."""
import argparse
import inspect
import multiprocessing
import os
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.dont_write_bytecode = True

import test_accepting
import test_blocks
import test_cards
import test_choices
import test_decoder
import test_healing
import test_keys
import test_leaving
import test_living
import test_memorial
import test_mirrored
import test_morning
import test_mounting
import test_notices
import test_patience
import test_photographs
import test_picture_view
import test_preview
import test_reach
import test_sound
import test_staff
import test_start
import test_streams
import test_tape
import test_timeline
import test_touch
import test_visit
import test_visits
import test_voice
import test_waiting
import test_window
from exhibits import REPOSITORY
from kiosk import Failure
from lab import LANDSCAPE, SMALL, Lab
from xserver import die_with_parent

# Each lane has its own servers and goes beside others; the longest first.
LANES = ((LANDSCAPE, [test_timeline]), (SMALL, [test_cards, test_choices]), (LANDSCAPE, [test_touch]), (LANDSCAPE, [test_picture_view]),
         (SMALL, [test_patience, test_accepting]), (LANDSCAPE, [test_start, test_mounting, test_reach, test_mirrored, test_memorial, test_blocks]),
         (SMALL, [test_keys, test_leaving]), (SMALL, [test_waiting, test_notices, test_streams]), (LANDSCAPE, [test_photographs, test_living]),
         (SMALL, [test_healing, test_decoder, test_voice, test_sound]), (SMALL, [test_window, test_visit, test_visits]), (SMALL, [test_morning]), (SMALL, [test_preview, test_tape, test_staff]))
LANES_A_CORE = 2  # tests wait more than they work; but a program that starves answers late


def tests_of(module):
    return [function for name, function in vars(module).items()
            if inspect.isfunction(function) and function.__module__ == module.__name__ and not name.startswith("_")]


class Report:
    """One lane's results, told to the main process as (name, passed, lines to print)."""

    def __init__(self, queue):
        self.queue = queue

    def passing(self, name, seconds, told):
        self.queue.put((name, True, [f"ok {name} {seconds:.1f} s", *(f"    {line}" for line in told)]))

    def failing(self, name, why, evidence=()):
        self.queue.put((name, False, [f"FAILED {name}: {why}", *(f"    {line}" for line in evidence)]))


def run_test(lab, test, report):
    began, why, evidence = time.monotonic(), None, ()
    try:
        test(lab)
    except Exception as error:
        place = error.__traceback__.tb_next
        where = f"line {place.tb_lineno}: " if place else ""
        why = f"{where}{error}" if isinstance(error, Failure) else f"{where}{type(error).__name__}: {error}"
        evidence = [*lab.told, *lab.evidence(test.__name__)]
    told = lab.told
    try:
        lab.finish_test(why is not None)
    except Failure as error:
        why = why or f"at the end: {error}"
    if why:
        report.failing(test.__name__, why, evidence)
    else:
        report.passing(test.__name__, time.monotonic() - began, told)


def run_lane(options, size, tests, queue):
    die_with_parent()
    report, name = Report(queue), "servers_start"
    try:
        lab = Lab(options.program, options.exhibit, size, options.keep)
        try:
            for test in tests:
                name = test.__name__
                run_test(lab, test, report)
            name = "shared_program_ends"
        finally:
            lab.finish()
    except KeyboardInterrupt:
        return
    except Exception as error:
        report.failing(name, f"{type(error).__name__}: {error}")
    queue.put(None)


def run_lanes(options, lanes, at_once):
    """So many lanes beside one another, in processes: threads of Python would wait for each other. Names of the tests that (passed, failed)."""
    queue, results = multiprocessing.Queue(), {True: [], False: []}
    waiting = [multiprocessing.Process(target=run_lane, args=(options, size, lane, queue)) for size, lane in lanes]
    started = []
    running = 0
    while waiting or running:
        while waiting and running < at_once:
            started.append(waiting.pop(0))
            started[-1].start()
            running += 1
        told = queue.get()
        if told is None:
            running -= 1
            continue
        name, passed, lines = told
        results[passed].append(name)
        print("\n".join(lines), flush=True)
    for process in started:
        process.join()
    return results[True], results[False]


def run_again(options, lanes, failed):
    """What failed beside others, alone: a machine that is busy with something else answers late. As run_lanes."""
    alone = [(size, [test]) for size, lane in lanes for test in lane if test.__name__ in failed]
    print(f"again, each alone: {', '.join(failed)}", flush=True)
    passed, still = run_lanes(options, alone, 1)
    return passed, still + [name for name in failed if name not in passed and name not in still]


def choose(names):
    chosen, known = [], set()
    for size, modules in LANES:
        lane = []
        for module in modules:
            short = module.__name__.removeprefix("test_")
            for test in tests_of(module):
                known |= {short, test.__name__}
                if not names or short in names or test.__name__ in names:
                    lane.append(test)
        chosen.append((size, lane))
    for name in set(names) - known:
        sys.exit(f"run.py: there is no test '{name}'; --list names them")
    return chosen


def main():
    parser = argparse.ArgumentParser(description="Runs the end-to-end tests.")
    parser.add_argument("--program", default=os.path.join(REPOSITORY, "build/vitrina"), help="default: build/vitrina")
    parser.add_argument("--exhibit", default=os.path.join(REPOSITORY, "tests/exhibit"), help="default: tests/exhibit")
    parser.add_argument("--keep", help="where screenshots of failed tests go")
    parser.add_argument("--list", action="store_true", help="names the tests")
    parser.add_argument("names", nargs="*", metavar="NAME", help="a test, or a file of tests without test_")
    options = parser.parse_args()
    lanes = choose(options.names)
    if options.list:
        print("\n".join(test.__name__ for _, lane in lanes for test in lane))
        return 0
    if not os.access(options.program, os.X_OK):
        sys.exit(f"run.py: {options.program} is not there; run 'make' first, or name it with --program")
    options.program, options.exhibit = os.path.abspath(options.program), os.path.abspath(options.exhibit)
    passed, failed = run_lanes(options, [(size, lane) for size, lane in lanes if lane], LANES_A_CORE * (os.cpu_count() or 1))
    if failed:
        again, failed = run_again(options, lanes, failed)
        passed += again
    print(f"{len(passed)} passed, {len(failed)} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
