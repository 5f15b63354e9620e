"""Asks bash, zsh and fish what they offer after a line, with the completion scripts that `assay` generates."""

import os
import pty
import re
import select
import shutil
import time

import pytest

import newsroom
import validators

SHELLS = ("bash", "zsh", "fish")


def script(shell, folder):
    """The completion script in a file with the name that the shell wants."""
    name = {"bash": "assay", "zsh": "_assay", "fish": "assay.fish"}[shell]
    done = validators.run(newsroom.command(), "--generate-completion-script", shell)
    assert done.returncode == 0, done.stderr
    file = folder / name
    file.write_text(done.stdout, encoding="utf-8")
    return file


def offered(shell, line, scripts, room):
    """The words that a shell offers at the end of a line, typed in a folder."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    programs = scripts / "bin"
    programs.mkdir(exist_ok=True)
    link = programs / "assay"
    if not link.exists():
        link.symlink_to(os.path.abspath(newsroom.command()))
    environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "HOME": str(scripts), "TERM": "dumb"}
    return {"bash": bash, "zsh": zsh, "fish": fish}[shell](line, script(shell, scripts), room, environment)


def bash(line, file, room, environment):
    program = f"""
        source {file}
        words=({line})
        [[ {"1" if line.endswith(" ") else ""} ]] && words+=("")
        COMP_WORDS=("${{words[@]}}") COMP_CWORD=$((${{#words[@]}} - 1)) COMP_LINE="$1" COMP_POINT=${{#1}} COMP_TYPE=9
        _assay assay "${{words[COMP_CWORD]}}" "${{words[COMP_CWORD-1]}}" 2>/dev/null
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = validators.run("bash", "--norc", "-c", program, "bash", line, cwd=room, env=environment)
    assert done.returncode == 0, done.stderr
    return {word.strip() for word in done.stdout.splitlines()}


def fish(line, file, room, environment):
    done = validators.run("fish", "--no-config", "-c", f"source {file}; complete -C '{line}'", cwd=room, env=environment)
    assert done.returncode == 0, done.stderr
    return {offer.split("\t")[0] for offer in done.stdout.splitlines()}


def zsh(line, file, room, environment):
    """zsh completes only for somebody who types: it gets a terminal, and the tab key."""
    start = (
        f"fpath=({file.parent} $fpath); autoload -Uz compinit; compinit -u -D; "
        "unsetopt zle_bracketed_paste prompt_sp; setopt list_ambiguous auto_list; LISTMAX=10000; "
        "zstyle ':completion:*' list-prompt ''; PS1='READY> '\n"
    )
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(room)
        os.execvpe("zsh", ["zsh", "-f", "-i"], {**environment, "COLUMNS": "250", "LINES": "200"})
    try:
        os.write(terminal, ("stty rows 200 cols 250; " + start).encode())
        until(terminal, "READY> ")
        # Once inserts what all offers begin with, twice lists them.
        os.write(terminal, line.encode() + b"\t\t")
        said = until(terminal, None)
    finally:
        os.close(terminal)
        os.waitpid(child, 0)
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\r", " ", said).replace("\x07", "")
    return set(plain.split())


def until(terminal, words, limit=20):
    """What comes before some words; without words, all that comes until nothing has come for a second."""
    said = ""
    end = time.monotonic() + limit
    while time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], 1.5 if words is None else 0.5)
        if not ready:
            if words is None:
                return said
            continue
        try:
            said += os.read(terminal, 65536).decode(errors="replace")
        except OSError:
            return said
        if words is not None and said.rstrip("\n").endswith(words):
            return said
    assert words is None, said
    return said
