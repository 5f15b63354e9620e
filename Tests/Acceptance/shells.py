"""Asks bash, zsh and fish what they offer after a line, with the completion scripts that `assay` generates.

Each line has a terminal of its own, and all of them work at the same time: most of the time goes into waiting for the last word."""

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


def offered(shell, lines, scripts):
    """The words that a shell offers at the end of each line: {(line, folder that it is typed in): words}."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    programs = scripts / "bin"
    programs.mkdir(exist_ok=True)
    link = programs / "assay"
    if not link.exists():
        link.symlink_to(os.path.abspath(newsroom.command()))
    environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "HOME": str(scripts)}
    file = script(shell, scripts)
    if shell == "bash":
        return {(line, folder): bash(line, file, folder, environment) for line, folder in lines}
    command, start = {"fish": fish, "zsh": zsh}[shell](file)
    return typed(command, start, lines, environment)


def bash(line, file, folder, environment):
    program = f"""
        source {file}
        words=({line}{' ""' if line.endswith(" ") else ""})
        COMP_WORDS=("${{words[@]}}") COMP_CWORD=$((${{#words[@]}} - 1)) COMP_LINE="$1" COMP_POINT=${{#1}} COMP_TYPE=9
        _assay assay "${{words[COMP_CWORD]}}" "${{words[COMP_CWORD-1]}}" 2>/dev/null
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = validators.run("bash", "--norc", "-c", program, "bash", line, cwd=folder, env={**environment, "TERM": "dumb"})
    assert done.returncode == 0, done.stderr
    return {word.strip() for word in done.stdout.splitlines()}


def fish(file):
    """fish asks the program for offers only where somebody types."""
    start = f"function fish_prompt; printf 'READY'; printf '> '; end; source {file}; clear\n"
    return ["fish", "--no-config", "--interactive"], start


def zsh(file):
    start = (
        f"fpath=({file.parent} $fpath); autoload -Uz compinit; compinit -u -D; unsetopt prompt_sp; LISTMAX=10000; "
        "PS1='READY''> '; clear\n"
    )
    return ["zsh", "-f", "-i"], start


class Terminal:
    """A shell at a terminal, and what it has written there."""

    def __init__(self, command, folder, environment):
        self.said = ""
        self.child, self.file = pty.fork()
        if self.child == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, {**environment, "TERM": "xterm", "COLUMNS": "250", "LINES": "200"})
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", 200, 250, 0, 0))

    def type(self, text):
        self.said = ""
        os.write(self.file, text.encode())

    def close(self):
        os.kill(self.child, signal.SIGKILL)
        os.close(self.file)
        os.waitpid(self.child, 0)


def typed(command, start, lines, environment):
    """The words on a terminal after each line and the tab key."""
    terminals, found = {}, {}
    try:
        for line, folder in lines:
            terminals[line, folder] = Terminal(command, folder, environment)
        for terminal in terminals.values():
            terminal.type(start)
        read(terminals.values(), lambda: all("READY> " in terminal.said for terminal in terminals.values()))
        # Once inserts what all offers begin with, twice lists them.
        for tabs in range(2):
            for (line, folder), terminal in terminals.items():
                terminal.type("\t" if tabs else line + "\t")
            read(terminals.values())
            for key, terminal in terminals.items():
                plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()=>][A-Z0-9]?|\r|\x07", " ", terminal.said)
                found[key] = found.get(key, set()) | set(plain.split())
    finally:
        for terminal in terminals.values():
            terminal.close()
    return found


def read(terminals, done=None, quiet=1.5, limit=30):
    """Reads terminals until that is the case; without a condition, until nothing has come from any of them for a while."""
    open_files = {terminal.file: terminal for terminal in terminals}
    end = time.monotonic() + limit
    while time.monotonic() < end and not (done and done()):
        ready, _, _ = select.select(list(open_files), [], [], quiet)
        if not ready and not done:
            return
        for file in ready:
            try:
                open_files[file].said += os.read(file, 65536).decode(errors="replace")
            except OSError:
                del open_files[file]
    assert done is None or done(), [terminal.said for terminal in terminals]
