#!/usr/bin/env python3
"""Writes the man pages of a built program, from what the program says of itself: manual.py PROGRAM FOLDER

A page for the program and one for each command, made from `--experimental-dump-help` of Swift Argument Parser. The date is
that of SOURCE_DATE_EPOCH."""

import datetime
import json
import os
import pathlib
import re
import subprocess
import sys

# What --help leaves to docs/commands.md; the statuses are the same for all commands.
STATUSES = [
    ("0", "Done, and nothing of error severity found."),
    ("1", "Findings of error severity; something that does not hold; or the command could not be carried out."),
    ("3", "assay build alone: the site is written, and the only errors are in texts that readers do not see."),
    ("64", "The command line is wrong."),
    ("130, 143", "Ended by Ctrl-C, or by SIGTERM."),
]
FILES = [
    ("content/site.yaml", "The settings of a newsroom. A command works on the newsroom in the current folder or above it."),
    ("_site", "The site that assay build writes."),
    (".assay", "What builds remember. It can be deleted at any time."),
]
ENVIRONMENT = [
    ("SOURCE_DATE_EPOCH", "The second that counts as now, and its day as today."),
    ("VISUAL, EDITOR", "The editor of assay new --edit."),
    ("NO_COLOR", "Not empty: no colours."),
]


def escaped(text):
    """A text as roff prints it: nothing in it is a request or an escape."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return "\n".join("\\&" + line if line.startswith(".") else line for line in text.split("\n"))


def words(text):
    """A sentence with its code in bold."""
    parts = re.split(r"`([^`]+)`", text)
    return "".join(part if index % 2 == 0 else f"\\fB{part}\\fR" for index, part in enumerate(map(escaped, parts)))


def paragraphs(text):
    """A discussion: indented lines stay as they are typed."""
    lines = []
    for paragraph in text.strip("\n").split("\n\n"):
        if not paragraph.strip():
            continue
        if lines:
            lines.append(".PP")
        if all(line.startswith("  ") for line in paragraph.split("\n")):
            lines += [".RS", ".nf", escaped("\n".join(line.strip() for line in paragraph.split("\n"))), ".fi", ".RE"]
        else:
            lines.append(words(" ".join(line.strip() for line in paragraph.split("\n"))))
    return lines


def name_of(name):
    dashes = "-" if name["kind"] == "short" else "--"
    return "\\fB" + escaped(dashes + name["name"]) + "\\fR"


def shown(arguments):
    return [argument for argument in arguments or [] if argument.get("shouldDisplay", True)]


def synopsis(argument):
    value = "\\fI" + escaped(argument.get("valueName", "value")) + "\\fR"
    if argument["kind"] == "positional":
        text = value
    else:
        text = name_of(argument["preferredName"]) + ("" if argument["kind"] == "flag" else " " + value)
    if argument.get("isRepeating"):
        text += " ..."
    return f"[{text}]" if argument.get("isOptional") else text


def entry(argument):
    value = "\\fI" + escaped(argument.get("valueName", "value")) + "\\fR"
    if argument["kind"] == "positional":
        head = value
    else:
        names = ", ".join(name_of(name) for name in argument["names"])
        head = names if argument["kind"] == "flag" else f"{names} {value}"
    sentences = [words(argument.get("abstract", "").strip())]
    if argument.get("allValues") and argument["kind"] != "flag":
        sentences.append("One of " + ", ".join("\\fB" + escaped(value) + "\\fR" for value in argument["allValues"]) + ".")
    if argument.get("defaultValue") and argument["kind"] != "flag":
        sentences.append("Default: " + escaped(argument["defaultValue"]) + ".")
    return [".TP", head, " ".join(sentence for sentence in sentences if sentence) or "\\&"]


def section(name, entries):
    lines = [f".SH {name}"]
    for head, text in entries:
        lines += [".TP", "\\fB" + escaped(head) + "\\fR", words(text)]
    return lines


def page(command, path, version, day):
    """The page of a command; path is its words, from the program on."""
    title = "-".join(path).upper()
    inner = [one for one in command.get("subcommands", []) if one.get("shouldDisplay", True) and one["commandName"] != "help"]
    arguments = shown(command.get("arguments"))
    lines = [
        '.\\" Made from what the program says of itself; see Packaging/manual.py.',
        f'.TH {escaped(title)} 1 {day} "Assay {escaped(version)}" "Assay"',
        ".SH NAME",
        escaped("-".join(path)) + " \\- " + words(command.get("abstract", "").strip().rstrip(".")),
        ".SH SYNOPSIS",
        ".ad l",
        ".nh",
        "\\fB" + escaped(" ".join(path)) + "\\fR " + ("\\fIcommand\\fR ..." if inner else " ".join(map(synopsis, arguments))),
        ".hy",
        ".ad b",
    ]
    if command.get("discussion"):
        lines += [".SH DESCRIPTION"] + paragraphs(command["discussion"])
    if inner:
        lines += [".SH COMMANDS"]
        for one in inner:
            lines += [".TP", "\\fB" + escaped(" ".join(path + [one["commandName"]])) + "\\fR(1)", words(one.get("abstract", ""))]
    if arguments:
        lines += [".SH OPTIONS"] + [line for argument in arguments for line in entry(argument)]
    lines += section("EXIT STATUS", STATUSES)
    if len(path) == 1:
        lines += section("FILES", FILES) + section("ENVIRONMENT", ENVIRONMENT)
    related = [path[0]] if len(path) > 1 else []
    related += ["-".join(path + [one["commandName"]]) for one in inner]
    if related:
        lines += [".SH SEE ALSO", ",\n".join("\\fB" + escaped(one) + "\\fR(1)" for one in related)]
    yield "-".join(path), "\n".join(lines) + "\n"
    for one in inner:
        yield from page(one, path + [one["commandName"]], version, day)


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    said = subprocess.run([program, "--experimental-dump-help"], check=True, capture_output=True, text=True).stdout
    version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.split()[0]
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH") or datetime.datetime.now(datetime.timezone.utc).timestamp())
    day = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).date().isoformat()
    command = json.loads(said)["command"]
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in page(command, [command["commandName"]], version, day):
        (folder / f"{name}.1").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
