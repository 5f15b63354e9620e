"""Measures `assay serve`: from the rename of an edited file to the event that a browser gets."""

import http.client
import json
import socket
import subprocess
import time
from statistics import median

from editor import peak_memory
from programs import TODAY, Assay, Newsroom
from proofs import Edit

START_WITHIN, EVENT_WITHIN = 300, 60  # seconds


def latency(assay: Assay, newsroom: Newsroom, runs: int) -> tuple[float, int]:
    """The median, in seconds, of several edits of one verdict, and the most memory that the server had, in bytes."""
    port = _free_port()
    command = [assay.program, "serve", "-C", newsroom.assay, "--today", TODAY, "--port", port]
    edit = Edit(newsroom)
    server = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        events = _events(port)
        state = _next(events)
        times = []
        for _ in range(runs + 1):
            # The house rules are applied after the browser was told; the next edit waits for that.
            while not state["complete"]:
                state = _next(events)
            time.sleep(0.5)
            edit.reasoning()
            start = time.perf_counter()
            shown = state["pages"]
            while state["pages"] == shown:
                state = _next(events)
            times.append(time.perf_counter() - start)
        # The first edit may find caches empty that every later one finds filled.
        return median(times[1:]), peak_memory(server.pid)
    finally:
        edit.undo()
        server.terminate()
        server.wait()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def _events(port: int) -> http.client.HTTPResponse:
    last = time.monotonic() + START_WITHIN
    while True:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=EVENT_WITHIN)
            connection.request("GET", "/_assay/events")
            response = connection.getresponse()
        except ConnectionRefusedError:
            if time.monotonic() > last:
                raise
            time.sleep(0.1)
            continue
        if response.status != 200:
            raise RuntimeError(f"assay serve answered {response.status} where events are")
        return response


def _next(events: http.client.HTTPResponse) -> dict:
    """The next event of kind `state`; others keep the connection alive."""
    is_state, data = False, b""
    while line := events.readline():
        is_state = is_state or line.strip() == b"event: state"
        if line.startswith(b"data: "):
            data = line.removeprefix(b"data: ")
        if line.strip() == b"" and is_state:
            return json.loads(data)
    raise RuntimeError("assay serve closed the events")
