"""The preview and clients that mean no good, or have no manners: a reader is answered all the same, and Ctrl-C ends it."""

import contextlib
import re
import resource
import socket
import subprocess
import urllib.request

import pytest

import newsroom

# Long enough for a busy machine; nobody waits for it when all is well.
PATIENCE = 60
DESCRIPTORS = 64


@pytest.fixture
def room(tmp_path):
    subprocess.run([newsroom.command(), "init", str(tmp_path / "room")], check=True, capture_output=True)
    return tmp_path / "room"


@contextlib.contextmanager
def serve(room, descriptors=None):
    """A preview, with no more than so many file descriptors; it has to end politely."""

    def limit():
        if descriptors:
            resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))

    command = [newsroom.command(), "serve", "-C", str(room), "--port", "0", "--today", "2026-11-21"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=limit)
    try:
        lines = (re.match(r"preview +(http://\S+)", line) for line in process.stderr)
        yield next(found.group(1) for found in lines if found)
    finally:
        process.terminate()
        process.stderr.close()
        assert process.wait(timeout=PATIENCE) == 0


def connect(address):
    host, port = re.match(r"http://([^:]+):(\d+)/", address).groups()
    return socket.create_connection((host, int(port)), timeout=PATIENCE)


def status(address):
    with urllib.request.urlopen(address, timeout=PATIENCE) as response:
        return response.status


def ask(address, head):
    """What comes back for some bytes, until the end."""
    with connect(address) as client:
        client.sendall(head)
        received = b""
        while part := client.recv(65536):
            received += part
    return received


@pytest.mark.parametrize("size", [9_000, 65_536, 1_000_000])
def test_long_lines_are_refused_and_block_nobody(room, size):
    with serve(room) as address, contextlib.ExitStack() as stack:
        for start in (b"GET /", b"GET / HTTP/1.1\r\nX: "):
            for _ in range(4):
                client = stack.enter_context(connect(address))
                with contextlib.suppress(ConnectionError):
                    client.sendall(start + b"a" * size)
        assert status(address) == 200
        assert ask(address, b"GET /" + b"a" * size + b" HTTP/1.1\r\nHost: x\r\n\r\n").startswith(b"HTTP/1.1 414 ")
        assert ask(address, b"GET / HTTP/1.1\r\nX: " + b"a" * size + b"\r\n\r\n").startswith(b"HTTP/1.1 431 ")


def test_descriptors_that_run_out_are_waited_for(room):
    with serve(room, DESCRIPTORS) as address:
        idle = [connect(address) for _ in range(2 * DESCRIPTORS)]
        for client in idle:
            client.close()
        assert status(address) == 200


def test_event_streams_that_were_closed_keep_nothing(room):
    with serve(room, DESCRIPTORS) as address:
        host = address.removeprefix("http://").rstrip("/")
        for _ in range(2 * DESCRIPTORS):
            with connect(address) as client:
                client.sendall(f"GET /_assay/events HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
                assert client.recv(15).startswith(b"HTTP/1.1 200")
        assert status(address) == 200


def test_one_byte_at_a_time_is_a_request_too(room):
    with serve(room) as address, connect(address) as client:
        host = address.removeprefix("http://").rstrip("/")
        for byte in f"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n".encode():
            client.sendall(bytes([byte]))
        assert client.recv(15).startswith(b"HTTP/1.1 200")
