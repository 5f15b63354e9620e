"""Runs `assay serve` on a newsroom and gives its address, until the test is over."""

import contextlib
import re
import shutil
import socket
import subprocess

import newsroom
import site_folder


def copy(folder):
    """This repository's newsroom, in a folder where it can be changed."""
    for name in ("content", "seeds", "static"):
        shutil.copytree(site_folder.REPOSITORY / name, folder / name)
    return folder


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def serve(folder, port=0):
    command = [newsroom.command(), "serve", "-C", str(folder), "--port", str(port), "--today", "2026-11-21"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        yield next(
            found.group(1)
            for found in (re.match(r"preview +(http://\S+)", line) for line in process.stderr)
            if found
        )
    finally:
        process.terminate()
        process.stderr.close()
        assert process.wait(timeout=30) == 0


def replace(path, old, new):
    """Saves a file by rename, as many editors do."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path} has no {old}"
    other = path.with_name("4913")
    other.write_text(text.replace(old, new, 1), encoding="utf-8")
    other.rename(path)
