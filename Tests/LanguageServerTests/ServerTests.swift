import Diagnostics
import LanguageProtocol
import Testing

@testable import LanguageServer

@Suite("The server's life, and findings on texts that are not saved")
struct ServerTests {
    @Test("the client's first encoding that is known is taken")
    func encodings() async throws {
        for (offered, chosen): (JSONValue, String) in [
            (["utf-8", "utf-16"], "utf-8"), (["utf-16"], "utf-16"), (["utf-32"], "utf-16"), ([], "utf-16"),
        ] {
            let client = ClientAbilities(["capabilities": ["general": ["positionEncodings": offered]]])
            #expect(
                ServerAbilities.json(client, version: "1")["capabilities"]?["positionEncoding"]
                    == .string(chosen)
            )
        }
    }

    @Test("findings follow the text that is not saved, and the texts of other documents")
    func findings() async throws {
        let editor = try await Editor()
        await editor.open(Editor.verdict)
        #expect(await editor.findings(Editor.verdict) == [])
        let text = Editor.files[Editor.verdict] ?? ""
        await editor.change(Editor.verdict, to: text.replacing("[@report]", with: "[@other]"))
        #expect(await editor.findings(Editor.verdict).contains("unknown-reference"))
        // A source that is only in the editor is there.
        let source = (Editor.files["content/sources/report.md"] ?? "").replacing("/r", with: "/o")
        await editor.open("content/sources/other.md", source)
        #expect(await editor.findings("content/sources/other.md") == [])
        let rules = await editor.findings(Editor.verdict)
        #expect(!rules.contains("unknown-reference"))
        // When it is closed it is gone.
        await editor.close("content/sources/other.md")
        #expect(await editor.findings(Editor.verdict).contains("unknown-reference"))
    }

    @Test("fixes are code actions, with the version of the text that they are of")
    func fixes() async throws {
        let editor = try await Editor()
        let text = (Editor.files[Editor.verdict] ?? "").replacing("published:", with: "publishd:")
        await editor.open(Editor.verdict, text)
        #expect(await editor.findings(Editor.verdict).contains("unknown-field"))
        let whole: JSONValue = [
            "start": TextPosition(line: 0, character: 0).json,
            "end": TextPosition(line: 20, character: 0).json,
        ]
        let actions = try await editor.ask(
            "textDocument/codeAction",
            [
                "textDocument": ["uri": .string(editor.address(Editor.verdict))], "range": whole,
                "context": ["diagnostics": []],
            ]
        )
        let first = try #require(actions.elements.first)
        #expect(first["title"] == "Write `published`")
        #expect(first["isPreferred"] == true)
        let change = first["edit"]?["documentChanges"]?.elements.first
        #expect(change?["textDocument"]?["version"] == 1)
        #expect(change?["edits"]?.elements.first?["newText"] == "published")
        #expect(actions.elements.last?["kind"] == "source.fixAll.assay")
        let only = try await editor.ask(
            "textDocument/codeAction",
            [
                "textDocument": ["uri": .string(editor.address(Editor.verdict))], "range": whole,
                "context": ["diagnostics": [], "only": ["source.fixAll"]],
            ]
        )
        #expect(only.elements.map { $0["kind"] } == ["source.fixAll.assay"])
    }

    @Test(
        "requests before and after the server's time, unknown ones and broken ones are answered with errors"
    )
    func mistakes() async throws {
        let editor = try await Editor()
        await #expect(throws: Editor.AskProblem.self) { try await editor.ask("initialize", [:]) }
        await #expect(throws: Editor.AskProblem.self) { try await editor.ask("textDocument/nothing", [:]) }
        await #expect(throws: Editor.AskProblem.self) { try await editor.ask("textDocument/hover", [:]) }
        await editor.open(Editor.claim)
        await #expect(throws: Editor.AskProblem.self) {
            try await editor.ask(
                "textDocument/hover",
                ["textDocument": ["uri": .string(editor.address(Editor.claim))]]
            )
        }
        _ = await editor.send(Array("nonsense".utf8))
        let answer = await editor.next { $0["error"]?["code"] == -32700 }
        #expect(answer["id"] == .null)
        #expect(try await editor.ask("shutdown", .null) == .null)
        await #expect(throws: Editor.AskProblem.self) {
            try await editor.ask("workspace/symbol", ["query": ""])
        }
        #expect(await editor.send(.notification("exit", .null)) == 0)
    }

    @Test("a file outside any newsroom is none of the server's business")
    func foreign() async throws {
        let editor = try await Editor()
        await editor.note(
            "textDocument/didOpen",
            [
                "textDocument": [
                    "uri": "file:///nowhere/a.md", "languageId": "markdown", "version": 1, "text": "---\n",
                ]
            ]
        )
        let params: JSONValue = [
            "textDocument": ["uri": "file:///nowhere/a.md"],
            "position": TextPosition(line: 0, character: 0).json,
        ]
        #expect(try await editor.ask("textDocument/hover", params) == .null)
        #expect(await editor.send(.notification("exit", .null)) == 1)
    }

    @Test("a request that is taken back is answered once, with that")
    func cancelling() async throws {
        let editor = try await Editor()
        await editor.open(Editor.claim)
        _ = await editor.send(.request(.text("a"), "workspace/symbol", ["query": ""]))
        await editor.note("$/cancelRequest", ["id": "a"])
        let answer = await editor.next { $0["id"] == "a" }
        #expect(answer["error"]?["code"] == -32800 || answer["result"] != nil)
        _ = try await editor.ask("workspace/symbol", ["query": ""])
        await editor.note("$/cancelRequest", ["id": "a"])
        #expect(try await editor.ask("workspace/symbol", ["query": "report"]).elements.count == 1)
    }
}
