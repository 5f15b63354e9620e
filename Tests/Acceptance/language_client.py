"""Speaks to `assay lsp`: with the types of LSP 3.17 (pytest-lsp, lsprotocol), and in plain bytes."""

import asyncio
import json
import subprocess
from pathlib import Path

from lsprotocol import types
from pytest_lsp import client_capabilities, make_test_lsp_client

import newsroom

TODAY = "2026-12-01"


def address(path):
    return Path(path).as_uri()


class Session:
    """A client with its server on a newsroom. Every message is turned into lsprotocol's types, and a wrong one is an error."""

    def __init__(self, folder, editor="visual-studio-code"):
        self.folder = Path(folder)
        self.editor = editor
        self.client = make_test_lsp_client()
        self.errors = []
        self.client.report_server_error = lambda error, source: self.errors.append(error)
        self.texts = {}
        self.versions = {}
        self.published = {}
        self.arrived = asyncio.Event()

    async def __aenter__(self):
        original = self.client.protocol._handle_notification

        def handle(method, params):
            if method == "textDocument/publishDiagnostics":
                self.published[params.uri] = params
                self.arrived.set()
            return original(method, params)

        self.client.protocol._handle_notification = handle
        await self.client.start_io(newsroom.command(), "lsp", "--today", TODAY)
        self.answer = await self.client.initialize_session(
            types.InitializeParams(
                capabilities=client_capabilities(self.editor),
                workspace_folders=[types.WorkspaceFolder(uri=address(self.folder), name="newsroom")],
                root_uri=address(self.folder),
            )
        )
        self.encoding = self.answer.capabilities.position_encoding
        return self

    async def __aexit__(self, *problem):
        await self.client.shutdown_session()
        self.code = self.client._server.returncode
        await self.client.stop()
        if problem[0] is None:
            assert not self.errors, self.errors

    def uri(self, path):
        return address(self.folder / path)

    def identifier(self, path):
        return types.TextDocumentIdentifier(uri=self.uri(path))

    def open(self, path, text=None):
        if text is None:
            text = (self.folder / path).read_text(encoding="utf-8")
        self.texts[path], self.versions[path] = text, 1
        item = types.TextDocumentItem(uri=self.uri(path), language_id="markdown", version=1, text=text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))

    def close(self, path):
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(text_document=self.identifier(path)))

    def position(self, path, offset):
        """The position of an index into the text, in the units that were agreed on."""
        before = self.texts[path][:offset]
        line = before.count("\n")
        rest = before[before.rfind("\n") + 1 :]
        units = len(rest.encode("utf-16-le")) // 2 if self.encoding != "utf-8" else len(rest.encode("utf-8"))
        return types.Position(line=line, character=units)

    def find(self, path, words, shift=0):
        return self.position(path, self.texts[path].index(words) + shift)

    def replace(self, path, start, end, new):
        """One change of a part of the text."""
        place = types.Range(start=self.position(path, start), end=self.position(path, end))
        self.texts[path] = self.texts[path][:start] + new + self.texts[path][end:]
        self.versions[path] += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                text_document=types.VersionedTextDocumentIdentifier(uri=self.uri(path), version=self.versions[path]),
                content_changes=[types.TextDocumentContentChangePartial(range=place, text=new)],
            )
        )

    async def findings(self, path, until=None):
        """The findings on the newest text, or the first ones for which a condition holds."""
        async with asyncio.timeout(60):
            while True:
                self.arrived.clear()
                last = self.published.get(self.uri(path))
                if last and last.version == self.versions[path] and (until is None or until(last.diagnostics)):
                    return last.diagnostics
                await self.arrived.wait()

    async def command(self, name, **arguments):
        """What a command answers, and what it says."""
        told = len(self.client.messages)
        answer = await self.client.workspace_execute_command_async(
            types.ExecuteCommandParams(command=name, arguments=[arguments])
        )
        return answer, [message.message for message in self.client.messages[told:]]

    async def settle(self):
        """Waits until the whole newsroom is checked, and all findings are told."""
        answer, _ = await self.command("assay.check", uri=self.uri("content/site.yaml"))
        assert answer is not None

    def at(self, path, position):
        return {"text_document": self.identifier(path), "position": position}


class Wire:
    """The server in plain bytes."""

    def __init__(self, folder):
        self.process = subprocess.Popen(
            [newsroom.command(), "lsp", "--today", TODAY],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
        )

    def write(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message):
        body = json.dumps(message).encode()
        self.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def read(self):
        """The next message; None at the end."""
        length = None
        while True:
            line = self.process.stdout.readline()
            if not line:
                return None
            if line == b"\r\n":
                return json.loads(self.process.stdout.read(length))
            name, value = line.split(b":")
            assert name == b"Content-Length"
            length = int(value)

    def answer(self, number):
        while True:
            message = self.read()
            assert message is not None, "the server ended"
            if message.get("id") == number and "method" not in message:
                return message

    def finish(self):
        """Closes the input. Returns the exit status and what was said on standard error."""
        self.process.stdin.close()
        rest = self.process.stdout.read()
        error = self.process.stderr.read().decode()
        return self.process.wait(timeout=60), error, rest
