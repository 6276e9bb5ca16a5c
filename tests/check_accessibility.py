#!/usr/bin/env python3
"""What is said of the program's accessibility stands in assets/system/accessibility.csv, a line a clause: standard, clause, level (of WCAG),
title, answer, how, tests. answer: one of ANSWERS; "as CLAUSE" or "as EN CLAUSE": what is said of that one, of WCAG or of EN 301 549, holds here
too; nothing: a heading. tests: FILE:NAME each, or a file that is one test.

Two pages are made of it: ACCESSIBILITY.md tells how, and which test shows it; CONFORMANCE.md is the report that buyers ask for, in the layout
of VPAT 2.5. Checks that both are as the table says, that no clause stands twice or is left out, that what holds is shown by a test, and that
each test exists. Prints `N passed, N failed`. --write writes both pages anew."""
import csv
import os
import re
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
FOLDER = os.path.join("assets", "system")
TABLE = os.path.join(FOLDER, "accessibility.csv")
REPORTED = "30 November 2026"
ANSWERS = {"meets": "Supports", "partly": "Partially Supports", "does not": "Does Not Support", "not applicable": "Not Applicable"}
CRITERIA = ("1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.1.1 2.1.2 "
            "2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 "
            "3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.1 4.1.2 4.1.3").split()
# How many clauses a chapter has; the criteria are listed, as none of them may be left out for another.
CHAPTERS = [("EN", "5", 33, "EN 301 549, chapter 5: generic requirements"),
            ("EN", "8", 30, "EN 301 549, chapter 8: hardware"),
            ("EN", "11", 88, "EN 301 549, chapter 11: software"),
            ("EN", "12", 5, "EN 301 549, chapter 12: documentation and support"),
            ("508", "402", 9, "Section 508, 402: closed functionality"),
            ("508", "407", 17, "Section 508, 407: operable parts"),
            ("508", "409", 1, "Section 508, 409: status indicators")]


class Row:
    def __init__(self, line, values):
        self.line = line
        self.standard, self.clause, self.level, self.title, self.answer, self.how, tests = values
        self.tests = tests.split()

    @property
    def name(self):
        return self.clause if self.standard == "WCAG" else f"{self.standard} {self.clause}"


def rows():
    with open(os.path.join(ROOT, TABLE), encoding="utf-8", newline="") as file:
        return [Row(number, values) for number, values in enumerate(csv.reader(file), 1)][1:]


def origin(row, known):
    """The row whose words hold for this one; None if there is none."""
    for _ in range(3):
        if row is None or not row.answer.startswith("as "):
            return row
        row = known.get(row.answer.removeprefix("as "))
    return None


def has_test(test):
    path, _, name = test.partition(":")
    try:
        with open(os.path.join(ROOT, path), encoding="utf-8") as file:
            text = file.read()
    except OSError:
        return False
    if not name:
        return path.startswith("tests/")
    return re.search(rf"^def {re.escape(name)}\(" if path.endswith(".py") else rf"cmocka_unit_test\w*\({re.escape(name)}\b", text, re.M) is not None


def faults_of(row, known):
    said = origin(row, known)
    if said is None:
        yield f"{row.answer}: there is no such clause"
        return
    if said.answer not in ANSWERS:
        yield f"“{said.answer}” is no answer"
    if row is not said and (row.how or row.tests):
        yield "what is said elsewhere is said here, too"
    if said is row and not row.how:
        yield "it is not said how, or why not"
    if said is row and row.answer in ("meets", "partly") and not row.tests:
        yield "no test shows it"
    if row.standard == "WCAG" and row.level not in ("A", "AA"):
        yield "its level is A or AA"
    for test in row.tests:
        if not has_test(test):
            yield f"{test}: there is no such test"


def of_chapter(table, standard, chapter):
    return [row for row in table if row.standard == standard and row.clause.split(".")[0] == chapter]


def check_table(table):
    known, seen = {row.name: row for row in table}, set()
    for row in table:
        if row.name in seen:
            yield f"{TABLE}:{row.line}: {row.name}: stands there twice"
        seen.add(row.name)
        for fault in faults_of(row, known):
            yield f"{TABLE}:{row.line}: {row.name}: {fault}"


def check_whole(table):
    criteria = [row.clause for row in table if row.standard == "WCAG"]
    for criterion in sorted(set(CRITERIA) ^ set(criteria)):
        yield f"{TABLE}: {criterion}: {'is left out' if criterion in CRITERIA else 'there is no such criterion'}"
    for standard, chapter, count, _ in CHAPTERS:
        there = len(of_chapter(table, standard, chapter))
        if there != count:
            yield f"{TABLE}: {standard} {chapter}: has {count} clauses, of which {there} are there"


def linked(test):
    path, _, name = test.partition(":")
    return f"[{name or os.path.basename(path)}](../../{path})"


def ways(row, known):
    said = origin(row, known)
    elsewhere = "" if said is row else f"As {'WCAG ' if said.standard == 'WCAG' else ''}{said.name}."
    return said.answer, elsewhere or said.how, "" if elsewhere else ", ".join(map(linked, row.tests))


def accessibility(table):
    known = {row.name: row for row in table}
    said = [origin(row, known).answer for row in table]
    counts = ", ".join(f"{said.count(answer)} {answer}" for answer in ANSWERS)
    yield f"""# Accessibility, clause by clause

What the program does of what EN 301 549 V3.2.1 (chapters 5, 8, 11, 12), Section 508 (402, 407, 409) and WCAG 2.2 (A, AA) ask of an information
terminal, and which test shows it. Of {len(table)} clauses: {counts}.

It is a program: what depends on furniture, on a loudspeaker, on where a screen hangs or on what a curator writes is said to be so. `vitrina
check` names what of an exhibit falls short. What is said holds with the card “For me” offered (`for_me:`, as it is unless changed), `speech:` not
off, and a keypad mounted (`keypad:`). Nobody with a disability has tried it yet, and no auditor: these are its makers' own words.

This page and [CONFORMANCE.md](CONFORMANCE.md), the same as a conformance report, are made of [accessibility.csv](accessibility.csv) by
`tests/check_accessibility.py --write`.
"""
    for heading, chosen in chapters(table):
        yield f"## {heading}\n\n| clause | | answer | how, or why not | shown by |\n|---|---|---|---|---|"
        for row in chosen:
            answer, how, tests = ways(row, known)
            level = f" ({row.level})" if row.level else ""
            yield f"| {row.clause}{level} | {row.title} | {answer} | {how} | {tests} |"
        yield ""


def chapters(table):
    yield "WCAG 2.2, levels A and AA", [row for row in table if row.standard == "WCAG"]
    for standard, chapter, _, heading in CHAPTERS:
        yield heading, of_chapter(table, standard, chapter)


def report_table(heading, chosen, known):
    yield f"### {heading}\n\n| Criteria | Conformance Level | Remarks and Explanations |\n|---|---|---|"
    for row in chosen:
        answer, how, _ = ways(row, known)
        level = f" (Level {row.level})" if row.level else ""
        yield f"| {row.clause} {row.title}{level} | {ANSWERS[answer]} | {how} |"
    yield ""


def version():
    with open(os.path.join(ROOT, "Makefile"), encoding="utf-8") as file:
        return re.search(r"^VERSION := (.*)$", file.read(), re.M).group(1)


def conformance(table):
    known = {row.name: row for row in table}
    criteria = [row for row in table if row.standard == "WCAG"]
    yield f"""# Vitrina Accessibility Conformance Report

International Edition, in the layout of VPAT version 2.5.

- **Name of product, version**: Vitrina {version()}
- **Report date**: {REPORTED}
- **Product description**: a program that shows a museum's exhibit on a screen, for visitors who touch it, use keys or listen
- **Contact information**: the venue that shows it
- **Notes**: closed functionality; with speech on, the card “For me” offered, and a keypad mounted
- **Evaluation methods used**: the program's own tests, which [ACCESSIBILITY.md](ACCESSIBILITY.md) names for each clause; no people with
  disabilities, no auditor, no assistive technology

## Applicable standards and guidelines

| Standard or guideline | Included in report |
|---|---|
| Web Content Accessibility Guidelines 2.2 | Level A: yes; Level AA: yes; Level AAA: no |
| Revised Section 508 standards, as published 18 January 2017 and corrected 22 January 2018 | 402, 407 and 409 |
| EN 301 549, V3.2.1 (2021-03) | Chapters 5, 8, 11 and 12 |

## Terms

- **Supports**: there is at least one way that meets the criterion without known defects
- **Partially Supports**: some of it does not meet the criterion
- **Does Not Support**: most of it does not
- **Not Applicable**: the criterion does not concern it

## WCAG 2.2 report

It is no web page: the criteria are read as EN 301 549 and Section 508 have them read for software.
"""
    for number, level in enumerate(("A", "AA"), 1):
        yield from report_table(f"Table {number}: success criteria, level {level}", [row for row in criteria if row.level == level], known)
    for name, standard in (("Revised Section 508 report", "508"), ("EN 301 549 report", "EN")):
        yield f"## {name}\n"
        yield {"508": "Chapter 3 (functional performance) is covered by the provisions below; chapter 5 by WCAG 2.2 above; of chapter 4 no other provision concerns it.\n",
               "EN": "Chapter 4 (functional performance) is covered by the clauses below; chapters 6, 7, 9, 10 and 13 do not concern it.\n"}[standard]
        for of, chapter, _, heading in CHAPTERS:
            if of == standard:
                yield from report_table(heading, of_chapter(table, of, chapter), known)


PAGES = {"ACCESSIBILITY.md": accessibility, "CONFORMANCE.md": conformance}


def text_of(page, table):
    return "\n".join(page(table)).rstrip("\n") + "\n"


def check_pages(table):
    for name, page in PAGES.items():
        with open(os.path.join(ROOT, FOLDER, name), encoding="utf-8") as file:
            if file.read() != text_of(page, table):
                yield f"{FOLDER}/{name}: is not what the table says; run tests/check_accessibility.py --write"


def main():
    table = rows()
    faults = [list(check_table(table)), list(check_whole(table))]
    if "--write" in sys.argv[1:] and not any(faults):
        for name, page in PAGES.items():
            with open(os.path.join(ROOT, FOLDER, name), "w", encoding="utf-8") as file:
                file.write(text_of(page, table))
    if not any(faults):
        faults.append(list(check_pages(table)))
    for fault in sum(faults, []):
        print(fault)
    failed = sum(map(bool, faults))
    print(f"{len(faults) - failed} passed, {failed} failed")
    sys.exit(failed > 0)


main()
