"""`assay lsp`: its messages by lsprotocol's types, its answers after random edits, nonsense on the wire, and Neovim's buffers.

LSP_EDITS=20000 makes as many random edits; without it some hundred.
"""

import ast
import asyncio
import json
import os
import random
import shutil
import subprocess
import warnings

import pytest
from lsprotocol import types

import language_client
import newsroom
import site_folder
import validators
from language_client import Session, Wire

EDITS = int(os.environ.get("LSP_EDITS") or 300)
EDITORS = ["visual-studio-code", "neovim", "emacs"]


@pytest.fixture
def folder(tmp_path):
    for name in ("content", "seeds", "static"):
        shutil.copytree(site_folder.REPOSITORY / name, tmp_path / name)
    return tmp_path


@pytest.fixture(autouse=True)
def strict():
    """What a client has not asked for is an error, and no warning."""
    with warnings.catch_warnings():
        warnings.filterwarnings("error", category=Warning, module="pytest_lsp.*")
        yield


def verdict_with_citation(folder):
    for path in sorted((folder / "content/verdicts").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        if "[@" in text and "\nevidence:\n" in text:
            return f"content/verdicts/{path.name}", text
    raise AssertionError("no verdict cites a source")


@pytest.mark.parametrize("editor", EDITORS)
def test_every_answer_is_valid(folder, editor):
    asyncio.run(every_answer(folder, editor))


async def every_answer(folder, editor):
    path, text = verdict_with_citation(folder)
    claim = sorted(p.name for p in (folder / "content/claims").glob("*.md"))[0]
    async with Session(folder, editor) as session:
        client = session.client
        session.open(path)
        session.open("content/site.yaml")
        session.open(f"content/claims/{claim}")
        assert await session.findings("content/site.yaml") is not None
        cited = text[text.index("[@") + 2 :].split("]")[0].split(",")[0].split(";")[0].strip()
        place = session.find(path, "[@", 3)

        hover = await client.text_document_hover_async(types.HoverParams(**session.at(path, place)))
        assert f"`{cited}`" in hover.contents.value
        there = await client.text_document_definition_async(types.DefinitionParams(**session.at(path, place)))
        assert there.uri.endswith(f"/{cited}.md")
        context = types.ReferenceContext(include_declaration=True)
        places = await client.text_document_references_async(
            types.ReferenceParams(**session.at(path, place), context=context)
        )
        assert len(places) >= 3
        marked = await client.text_document_document_highlight_async(
            types.DocumentHighlightParams(**session.at(path, place))
        )
        assert len(marked) >= 2
        prepared = await client.text_document_prepare_rename_async(
            types.PrepareRenameParams(**session.at(path, place))
        )
        assert prepared.placeholder == cited
        whole = types.Range(start=types.Position(0, 0), end=session.position(path, len(text)))
        for method, params in [
            ("document_symbol", types.DocumentSymbolParams(text_document=session.identifier(path))),
            ("document_link", types.DocumentLinkParams(text_document=session.identifier(path))),
            ("folding_range", types.FoldingRangeParams(text_document=session.identifier(path))),
            ("inlay_hint", types.InlayHintParams(text_document=session.identifier(path), range=whole)),
        ]:
            answer = await getattr(client, f"text_document_{method}_async")(params)
            assert answer, method
        found = await client.workspace_symbol_async(types.WorkspaceSymbolParams(query=cited))
        assert any(cited in symbol.name for symbol in found)

        # A misspelt field, its fix, and completion of a value.
        start = text.index("ruling:")
        session.replace(path, start, start + len("ruling"), "rulng")
        found = await session.findings(path)
        assert any(finding.code == "unknown-field" for finding in found)
        actions = await client.text_document_code_action_async(
            types.CodeActionParams(
                text_document=session.identifier(path),
                range=whole,
                context=types.CodeActionContext(diagnostics=list(found)),
            )
        )
        assert any(action.title == "Write `ruling`" for action in actions)
        session.replace(path, start, start + len("rulng"), "ruling")
        value = session.texts[path].index("ruling:") + len("ruling:")
        end = session.texts[path].index("\n", value)
        session.replace(path, value, end, " ")
        offered = await client.text_document_completion_async(
            types.CompletionParams(**session.at(path, session.position(path, value + 1)))
        )
        settings = (folder / "content/site.yaml").read_text(encoding="utf-8")
        assert offered.items and all(f"id: {item.label}\n" in settings for item in offered.items)
        session.close(path)
    assert session.code == 0


def test_findings_are_those_of_check(folder):
    broken = newsroom.broken_copy(folder / "broken")
    done = validators.run(
        newsroom.command(), "check", "-C", broken, "--format", "json", "--today", language_client.TODAY
    )
    expected = {}
    for finding in json.loads(done.stdout):
        if finding["location"]:
            place = finding["location"]
            key = (finding["rule"], place["line"] - 1)
            expected.setdefault(place["file"], []).append(key)
    asyncio.run(compare(broken, expected))


async def compare(folder, expected):
    names = [str(path.relative_to(folder)) for path in sorted(folder.glob("content/*/*.md"))]
    assert expected
    async with Session(folder) as session:
        for name in names:
            session.open(name)
        await session.settle()
        for name in names:
            found = await session.findings(name)
            assert sorted((one.code, one.range.start.line) for one in found) == sorted(expected.get(name, [])), name


def test_random_edits_end_as_a_fresh_server_begins(folder):
    asyncio.run(random_edits(folder))


async def random_edits(folder):
    numbers = random.Random(7)
    path, _ = verdict_with_citation(folder)
    others = [
        str(p.relative_to(folder))
        for place in ("content/claims", "content/sources", "content/profiles", "seeds")
        for p in sorted((folder / place).rglob("*.md"))[:2]
    ]
    names = [path, "content/site.yaml", *others]
    pieces = ["[@", "]", "a", ":", "\n", " ", "- ", "---\n", "é", "😀", '"', "'", "{", "\t", "@", "#", "media:", "\r\n", "﻿"]
    async with Session(folder) as session:
        for name in names:
            session.open(name)
        for number in range(EDITS):
            name = numbers.choice(names)
            text = session.texts[name]
            start = numbers.randrange(len(text) + 1)
            end = min(len(text), start + numbers.choice([0, 0, 1, 3, 40]))
            if numbers.random() < 0.2:
                # Something from another text.
                other = session.texts[numbers.choice(names)]
                cut = numbers.randrange(len(other) + 1)
                new = other[cut : cut + 30]
            else:
                new = numbers.choice(pieces)
            if "\r" in text[start - 1 : end + 1] or "\r" in new:
                # Python's lines are not those of LSP here: a change of the whole text.
                session.texts[name] = text[:start] + new + text[end:]
                session.versions[name] += 1
                session.client.text_document_did_change(
                    types.DidChangeTextDocumentParams(
                        text_document=types.VersionedTextDocumentIdentifier(
                            uri=session.uri(name), version=session.versions[name]
                        ),
                        content_changes=[
                            types.TextDocumentContentChangeWholeDocument(text=session.texts[name].replace("\r", ""))
                        ],
                    )
                )
                session.texts[name] = session.texts[name].replace("\r", "")
            else:
                session.replace(name, start, end, new)
            if numbers.random() < 0.05:
                place = session.position(name, numbers.randrange(len(session.texts[name]) + 1))
                await session.client.text_document_completion_async(
                    types.CompletionParams(**session.at(name, place))
                )
            if number % 100 == 99:
                # Nonsense grows; from time to time the texts are as they were.
                for name in names[:: numbers.choice([1, 2])]:
                    original = (folder / name).read_text(encoding="utf-8")
                    session.replace(name, 0, len(session.texts[name]), original)
        for name in names:
            session.replace(name, 0, 0, "")
        await session.settle()
        after = {name: await session.findings(name) for name in names}
        hovers = {name: await offered_everywhere(session, name) for name in names}
        texts = dict(session.texts)
    async with Session(folder) as fresh:
        for name in names:
            fresh.open(name, texts[name])
        for name in names:
            fresh.replace(name, 0, 0, "")
        await fresh.settle()
        for name in names:
            assert await fresh.findings(name) == after[name], name
            assert await offered_everywhere(fresh, name) == hovers[name], name


async def offered_everywhere(session, name):
    """What is offered at some places of a text."""
    # With all changes taken in, so that completion does not answer from a moment ago.
    await session.client.workspace_symbol_async(types.WorkspaceSymbolParams(query="x"))
    answers = []
    for offset in range(0, len(session.texts[name]), max(1, len(session.texts[name]) // 10)):
        place = session.position(name, offset)
        answers.append(
            await session.client.text_document_completion_async(types.CompletionParams(**session.at(name, place)))
        )
    return answers


def desk_room(folder):
    """The newsroom of `assay init` in newsroom mode, with a verdict that nobody has signed; git names its writer."""
    room = folder / "desk"
    assert validators.run(newsroom.command(), "init", room).returncode == 0
    settings = room / "content/site.yaml"
    settings.write_text(settings.read_text().replace("mode: simple", "mode: newsroom\n  sign-offs: 1"))
    verdict = room / "content/verdicts/example-lamps-replaced.md"
    verdict.write_text(verdict.read_text().replace("reviewers: example-reviewer\npublished: 2024-10-16\n", ""))
    for words in (["init", "-q"], ["config", "user.email", "writer@example.org"], ["config", "user.name", "W"]):
        subprocess.run(["git", *words], cwd=room, check=True)
    return room


def test_the_desk_in_an_editor(tmp_path):
    """A verdict is submitted, signed off and published in an editor; the command line reads its journal."""
    asyncio.run(desk(desk_room(tmp_path)))


async def desk(room):
    path = "content/verdicts/example-lamps-replaced.md"
    async with Session(room) as session:
        client = session.client
        questions = []

        @client.feature(types.WINDOW_SHOW_MESSAGE_REQUEST)
        def choose(params: types.ShowMessageRequestParams):
            questions.append(params)
            return next(action for action in params.actions if action.title == session.choice)

        session.open(path)
        await session.settle()

        async def offered():
            whole = types.Range(start=types.Position(0, 0), end=types.Position(60, 0))
            actions = await client.text_document_code_action_async(
                types.CodeActionParams(
                    text_document=session.identifier(path), range=whole, context=types.CodeActionContext(diagnostics=[])
                )
            )
            # lsprotocol takes whatever has a member `command` for a command, and that member for its name.
            return {
                action.title: types.Command(**ast.literal_eval(action.command))
                for action in actions
                if isinstance(action, types.Command)
            }

        steps = await offered()
        submit = steps["Submit `example-lamps-replaced` for review"]
        assert submit.command == "assay.submit"
        assert await session.command("assay.submit", claim="example-lamp-replaced") == (
            None, ["there is no claim `example-lamp-replaced`; did you mean `example-lamps-replaced`?"]
        )
        session.replace(path, len(session.texts[path]), len(session.texts[path]), "A word more.\n")
        answer, said = await session.command(submit.command, **submit.arguments[0])
        assert answer is None and said == [
            f"{path} is not saved; save it first: the desk signs what is on the disk"
        ]
        (room / path).write_text(session.texts[path], encoding="utf-8")
        client.text_document_did_save(types.DidSaveTextDocumentParams(text_document=session.identifier(path)))
        answer, said = await session.command(submit.command, **submit.arguments[0])
        assert answer["state"] == "in review", said
        assert said[0].startswith("example-lamps-replaced: submitted for review by example-writer") or "submitted" in said[0]

        review = (await offered())["Review `example-lamps-replaced`"]
        # Writers do not review their own work: they only look.
        answer, said = await session.command(review.command, **review.arguments[0])
        assert answer is None and not questions and "example-lamps-replaced" in said[0]
        ruling = session.texts[path].split("\nruling: ")[1].split("\n")[0]
        titles = None
        session.choice = None

        async def sign(choice):
            session.choice = choice
            return await session.command("assay.review", claim="example-lamps-replaced", **{"as": "example-reviewer"})

        answer, said = await session.command(
            "assay.review", claim="example-lamps-replaced", approve="no-such-ruling", **{"as": "example-reviewer"}
        )
        assert answer is None and "there is no ruling `no-such-ruling`" in said[0]
        settings = (room / "content/site.yaml").read_text()
        label = settings.split(f"id: {ruling}\n")[1].split("label: ")[1].split("\n")[0].strip('"')
        answer, said = await sign(f"Sign off: {label}")
        titles = [action.title for action in questions[0].actions]
        assert f"Sign off: {label}" in titles and len(titles) >= 4
        assert answer["state"] == "approved", said
        answer, said = await session.command("assay.publish", claim="example-lamps-replaced")
        assert answer["state"] == "published", said
        page = (await offered())["Open the page of `example-lamps-replaced`"]
        answer, _ = await session.command(page.command, **page.arguments[0])
        assert answer["uri"].endswith("/claims/example-lamps-replaced/")
        assert client.shown_documents[-1].external
        made, said = await session.command("assay.newSource", id="a-new-source", uri=session.uri(path))
        assert (room / "content/sources/a-new-source.md").exists() and made["uri"].endswith("/a-new-source.md")
        assert client.shown_documents[-1].uri == made["uri"]
    journal = (room / "content/journal/example-lamps-replaced.jsonl").read_text().splitlines()
    assert [json.loads(line)["event"] for line in journal] == ["submitted", "signed-off", "published"]
    assert validators.run(newsroom.command(), "verify", "-C", room).returncode == 0


def test_a_rename_leaves_signed_texts_as_they_are(tmp_path):
    """As the command does: what was signed says the same afterwards, also when every line has to be signed."""
    asyncio.run(signed_rename(desk_room(tmp_path)))


async def signed_rename(room):
    key = room.parent / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key], check=True)
    public = key.with_suffix(".pub").read_text()
    for name in ("writer", "reviewer"):
        with (room / "content/allowed_signers").open("a") as file:
            file.write(f'{name}@example.org namespaces="assay" {public}')
    settings = room / "content/site.yaml"
    settings.write_text(settings.read_text().replace("  sign-offs: 1", "  sign-offs: 1\n  signatures: required"))
    claim = "example-lamps-replaced"

    def call(*words):
        done = validators.run(newsroom.command(), *words[:1], "-C", room, *words[1:])
        assert done.returncode == 0, done.stderr
        return done.stdout

    ruling = (room / f"content/verdicts/{claim}.md").read_text().split("\nruling: ")[1].split("\n")[0]
    call("submit", claim, "--as", "example-writer", "--key", key)
    call("review", claim, "--approve", ruling, "--as", "example-reviewer", "--key", key)
    call("publish", claim, "--as", "example-writer", "--key", key)
    before = json.loads((room / f"content/journal/{claim}.jsonl").read_text().splitlines()[-1])
    path = f"content/verdicts/{claim}.md"
    async with Session(room) as session:
        session.open(path)
        await session.settle()
        cited = session.texts[path].split("source: ")[1].split("\n")[0].split(",")[0].strip()
        place = session.find(path, f"source: {cited}", len("source: ") + 1)
        edit = await session.client.text_document_rename_async(
            types.RenameParams(**session.at(path, place), new_name=cited + "-renamed")
        )
        assert edit.document_changes
        # A claim's journal gets a line in somebody's name, which an editor does not write.
        place = session.find(path, f"claim: {claim}", len("claim: ") + 1)
        session.client.report_server_error = lambda error, source: None
        with pytest.raises(Exception, match="assay rename claim"):
            await session.client.text_document_rename_async(
                types.RenameParams(**session.at(path, place), new_name="another-id")
            )
    apply(edit, room)
    call("check")
    call("verify")
    after = json.loads((room / f"content/journal/{claim}.jsonl").read_text().splitlines()[-1])
    assert after == before
    assert cited + "-renamed" in (room / path).read_text()


def apply(edit, room):
    """Carries out a workspace edit as an editor does, on texts in ASCII lines."""
    from urllib.parse import unquote, urlparse

    def place(uri):
        return unquote(urlparse(uri).path)

    for change in edit.document_changes:
        if isinstance(change, types.RenameFile):
            os.rename(place(change.old_uri), place(change.new_uri))
            continue
        name = place(change.text_document.uri)
        lines = open(name, encoding="utf-8").read().split("\n")
        for one in sorted(change.edits, key=lambda e: (e.range.start.line, e.range.start.character), reverse=True):
            start, end = one.range.start, one.range.end
            text = "\n".join(lines)
            first = sum(len(line) + 1 for line in lines[: start.line]) + start.character
            last = sum(len(line) + 1 for line in lines[: end.line]) + end.character
            lines = (text[:first] + one.new_text + text[last:]).split("\n")
        with open(name, "w", encoding="utf-8") as file:
            file.write("\n".join(lines))


def begin(wire, folder):
    wire.send(
        {
            "jsonrpc": "2.0",
            "id": 0,
            "method": "initialize",
            "params": {"rootUri": language_client.address(folder), "capabilities": {}},
        }
    )
    assert wire.answer(0)["result"]["capabilities"]["positionEncoding"] == "utf-16"
    wire.send({"jsonrpc": "2.0", "method": "initialized", "params": {}})


def test_nonsense_in_messages_never_ends_the_server(folder):
    numbers = random.Random(3)
    wire = Wire(folder)
    begin(wire, folder)
    path, text = verdict_with_citation(folder)
    uri = language_client.address(folder / path)
    item = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
    wire.send({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": item}})
    methods = [
        "textDocument/hover", "textDocument/completion", "textDocument/codeAction", "textDocument/rename",
        "textDocument/didChange", "textDocument/didOpen", "textDocument/didClose", "textDocument/inlayHint",
        "textDocument/documentSymbol", "workspace/symbol", "workspace/willRenameFiles", "$/cancelRequest",
        "workspace/didChangeWatchedFiles", "workspace/executeCommand", "initialize", "no/such", "textDocument/references",
    ]
    values = [
        None, 1, -1, 2**70, 1.5, "x", "", [], {}, True, uri, "file:///", "file://x/y", "untitled:1",
        {"uri": uri}, {"uri": uri, "version": -5}, {"line": 0, "character": 3}, {"line": 2**40, "character": 2**40},
        {"start": {"line": 9, "character": 0}, "end": {"line": 1, "character": 0}},
        [{"text": "a", "range": {"start": {"line": 1, "character": 1}, "end": {"line": 0, "character": 0}}}],
        [{"text": "\ud83d"}], [[[[[]]]]], "assay.submit", "assay.newSource", [{"id": "../x"}], ["file:///"],
    ]
    names = ["textDocument", "position", "range", "contentChanges", "context", "newName", "query", "files", "id", "changes", "command", "arguments"]
    for number in range(1, 600):
        params = {name: numbers.choice(values) for name in numbers.sample(names, 4)}
        if numbers.random() < 0.5:
            params["textDocument"] = {"uri": uri, "version": number}
        if numbers.random() < 0.5:
            params["position"] = {"line": numbers.randrange(60), "character": numbers.randrange(60)}
        message = {"jsonrpc": "2.0", "method": numbers.choice(methods), "params": params}
        if numbers.random() < 0.7:
            message["id"] = numbers.choice([number, number, number, None, [], "t%d" % number])
        body = bytearray(json.dumps(message).encode())
        if numbers.random() < 0.4:
            for _ in range(numbers.choice([1, 1, 5, 50])):
                body[numbers.randrange(len(body))] = numbers.randrange(256)
        wire.write(b"Content-Length: %d\r\n\r\n" % len(body) + bytes(body))
    # The document may have been changed or closed: it is opened once more.
    wire.send({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": item}})
    wire.send({"jsonrpc": "2.0", "id": "last", "method": "workspace/symbol", "params": {"query": ""}})
    assert wire.answer("last")["result"]
    wire.send({"jsonrpc": "2.0", "id": "bye", "method": "shutdown"})
    assert wire.answer("bye")["result"] is None
    wire.send({"jsonrpc": "2.0", "method": "exit"})
    status, error, _ = wire.finish()
    assert status == 0, error


@pytest.mark.parametrize(
    "data, words",
    [
        (b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", "no colon"),
        (b"Host: a\r\n\r\n", "no `Content-Length`"),
        (b"Content-Length: -1\r\n\r\n", "no number"),
        (b"x" * 9000, "longer than"),
        (b"", "closed before"),
    ],
)
def test_a_header_that_is_none_ends_the_server_with_a_reason(folder, data, words):
    wire = Wire(folder)
    wire.write(data)
    status, error, rest = wire.finish()
    assert status == 1
    assert words in error and error.count("\n") == 1
    assert rest == b""


def test_neovim(folder, tmp_path):
    """Debian's Neovim with its own client: what its buffers hold in the end."""
    neovim = shutil.which("nvim")
    if not neovim:
        pytest.skip("Neovim is not installed (apt-get install neovim): its own client was not tried")
    path, text = verdict_with_citation(folder)
    cited = text[text.index("[@") + 2 :].split("]")[0].split(",")[0].split(";")[0].strip()
    (folder / path).write_text(text.replace("\nruling:", "\nrulng:", 1), encoding="utf-8")
    result = tmp_path / "result.json"
    environment = os.environ | {
        "ASSAY": newsroom.command(),
        "ROOM": str(folder),
        "RECORD": path,
        "CITED": cited,
        "RESULT": str(result),
        "HOME": str(tmp_path),
        "NVIM_LOG_FILE": str(tmp_path / "nvim.log"),
    }
    script = site_folder.REPOSITORY / "Tests/Acceptance/neovim.lua"
    done = subprocess.run(
        [neovim, "--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", f"luafile {script}", "-c", "qall!"],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert result.exists(), done.stdout + done.stderr
    found = json.loads(result.read_text(encoding="utf-8"))
    assert "unknown-field" in found["rules"]
    assert "ruling:" in found["fixed"] and "rulng:" not in found["fixed"]
    assert cited in found["offered"]
    assert f"`{cited}`" in found["hover"]
    assert f"[@{cited}-renamed" in found["renamed"] and f"[@{cited}]" not in found["renamed"]
    assert found["exists"] == 1 and found["gone"] == 0
    # What Neovim wrote is a newsroom whose only error is that a published text has other words now.
    done = validators.run(
        newsroom.command(), "check", "-C", folder, "--format", "json", "--today", language_client.TODAY
    )
    errors = {one["rule"] for one in json.loads(done.stdout) if one["severity"] == "error"}
    assert errors == {"changed-after-publication"}, done.stdout
