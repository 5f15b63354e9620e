"""Asks bash, zsh and fish what they offer after a line, with the completion scripts that `assay` generates."""

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import termios
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
        words=({line}{' ""' if line.endswith(" ") else ""})
        COMP_WORDS=("${{words[@]}}") COMP_CWORD=$((${{#words[@]}} - 1)) COMP_LINE="$1" COMP_POINT=${{#1}} COMP_TYPE=9
        _assay assay "${{words[COMP_CWORD]}}" "${{words[COMP_CWORD-1]}}" 2>/dev/null
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = validators.run("bash", "--norc", "-c", program, "bash", line, cwd=room, env=environment)
    assert done.returncode == 0, done.stderr
    return {word.strip() for word in done.stdout.splitlines()}


def fish(line, file, room, environment):
    """fish asks the program for offers only where somebody types."""
    start = f"function fish_prompt; printf 'READY'; printf '> '; end; source {file}; clear\n"
    return typed(["fish", "--no-config", "--interactive"], start, line, room, environment)


def zsh(line, file, room, environment):
    start = (
        f"fpath=({file.parent} $fpath); autoload -Uz compinit; compinit -u -D; unsetopt prompt_sp; LISTMAX=10000; "
        "PS1='READY''> '; clear\n"
    )
    return typed(["zsh", "-f", "-i"], start, line, room, environment)


def typed(command, start, line, room, environment):
    """The words on a terminal after a line and the tab key."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(room)
        os.execvpe(command[0], command, {**environment, "TERM": "xterm", "COLUMNS": "250", "LINES": "200"})
    try:
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 200, 250, 0, 0))
        os.write(terminal, start.encode())
        until(terminal, "READY> ")
        # Once inserts what all offers begin with, twice lists them.
        os.write(terminal, line.encode() + b"\t")
        said = until(terminal, None)
        os.write(terminal, b"\t")
        said += until(terminal, None)
    finally:
        os.kill(child, signal.SIGKILL)
        os.close(terminal)
        os.waitpid(child, 0)
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()=>][A-Z0-9]?|\r|\x07", " ", said)
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
        if words is not None and words in said:
            return said
    assert words is None, said
    return said
