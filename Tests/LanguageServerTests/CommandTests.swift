import Diagnostics
import LanguageProtocol
import Testing

@testable import LanguageServer

@Suite("Commands of the desk, of new records and of checks, in an editor")
struct CommandTests {
    /// A newsroom that goes by its journals, with a second reviewer.
    private static let journaled: [String: String] = {
        var files = Editor.files
        files["content/site.yaml", default: ""] += "policy: {mode: newsroom}\n"
        files["content/profiles/bo.md"] = "---\nname: Bo\nkind: person\nrole: reviewer\n---\n"
        return files
    }()

    private static func call(_ editor: Editor, _ command: String, _ arguments: JSONValue) async throws
        -> JSONValue
    {
        try await editor.ask(
            "workspace/executeCommand",
            ["command": .string(command), "arguments": [arguments]]
        )
    }

    private static func message(_ editor: Editor) async -> String {
        await editor.next { $0["method"] == "window/showMessage" }["params"]?["message"]?.string ?? ""
    }

    private static func actions(_ editor: Editor, _ path: String) async throws -> [JSONValue] {
        let start = TextPosition(line: 0, character: 0).json
        let end = TextPosition(line: 99, character: 0).json
        return try await editor.ask(
            "textDocument/codeAction",
            [
                "textDocument": ["uri": .string(editor.address(path))],
                "range": ["start": start, "end": end],
                "context": ["diagnostics": []],
            ]
        ).elements
    }

    private static func titles(_ actions: [JSONValue]) -> [String] {
        actions.compactMap { $0["title"]?.string }
    }

    @Test("a verdict is submitted, signed off with the ruling that the reviewer chooses, and published")
    func desk() async throws {
        let editor = try await Editor(Self.journaled)
        await editor.open(Editor.verdict)
        let address = JSONValue.string(editor.address(Editor.verdict))
        #expect(
            Self.titles(try await Self.actions(editor, Editor.verdict)).contains("Submit `it-is` for review")
        )
        let submitted = try await Self.call(editor, "assay.submit", ["uri": address, "as": "desk"])
        #expect(submitted["state"] == "in review")
        #expect(await Self.message(editor).hasPrefix("it-is: submitted by desk"))
        #expect(editor.text("content/journal/it-is.jsonl")?.contains("\"submitted\"") == true)
        let steps = Self.titles(try await Self.actions(editor, Editor.verdict))
        #expect(steps.contains("Review `it-is`"))

        async let reviewed = Self.call(editor, "assay.review", ["uri": address, "as": "bo"])
        let question = await editor.next { $0["method"] == "window/showMessageRequest" }
        let offered = question["params"]?["actions"]?.elements.compactMap { $0["title"]?.string }
        #expect(offered == ["Sign off: True", "Sign off: False"])
        let chosen: JSONValue = ["title": "Sign off: True"]
        _ = await editor.send(["jsonrpc": "2.0", "id": question["id"] ?? .null, "result": chosen])
        #expect(try await reviewed["state"] == "approved")
        _ = await Self.message(editor)
        let published = try await Self.call(editor, "assay.publish", ["claim": "it-is", "as": "desk"])
        #expect(published["state"] == "published")
        _ = await Self.message(editor)

        // The code of the command refuses, too.
        #expect(try await Self.call(editor, "assay.submit", ["claim": "it-is", "as": "desk"]) == .null)
        let refusal = await Self.message(editor)
        #expect(!refusal.isEmpty && editor.lineCount("content/journal/it-is.jsonl") == 3, "\(refusal)")
    }

    @Test(
        "what cannot be done is said in a message, and nothing is written",
        arguments: [
            ("assay.submit", ["claim": "it-isnt", "as": "desk"], "there is no claim `it-isnt`"),
            ("assay.submit", ["claim": "it-is", "as": "nobody"], "nobody"),
            ("assay.submit", ["as": "desk"], "it is not clear which claim is meant"),
            ("assay.comment", ["claim": "it-is", "as": "desk"], "there is no remark"),
            ("assay.newSource", [:], "the new source has no id yet"),
            ("assay.newSource", ["id": "report"], "there is"),
            ("assay.newSource", ["id": "../x"], ""),
            ("assay.openPage", [:], "it is not clear which record is meant"),
            ("assay.submit", ["uri": "file:///nowhere/a.md"], "in no newsroom"),
        ] as [(String, JSONValue, String)]
    )
    func refusals(_ command: String, _ arguments: JSONValue, _ words: String) async throws {
        let editor = try await Editor(Self.journaled)
        #expect(try await Self.call(editor, command, arguments) == .null)
        let message = await Self.message(editor)
        #expect(!message.isEmpty && message.contains(words) || words.isEmpty, "\(message)")
        #expect(editor.text("content/journal/it-is.jsonl") == nil)
    }

    @Test("the desk signs no text that is not saved, and none with errors")
    func unsaved() async throws {
        let editor = try await Editor(Self.journaled)
        let text = Editor.files[Editor.verdict] ?? ""
        await editor.open(Editor.verdict, text + "More.\n")
        #expect(try await Self.call(editor, "assay.submit", ["claim": "it-is", "as": "desk"]) == .null)
        #expect(await Self.message(editor).contains("content/verdicts/it-is.md is not saved"))
        await editor.close(Editor.verdict)
        try editor.write(Editor.verdict, text.replacing("[@report]", with: "[@nobody]"))
        #expect(try await Self.call(editor, "assay.submit", ["claim": "it-is", "as": "desk"]) == .null)
        #expect(await Self.message(editor).contains("content/verdicts/it-is.md:11"))
        #expect(editor.text("content/journal/it-is.jsonl") == nil)
    }

    @Test("a record that is named and not there is made, and opened where the editor can")
    func newRecords() async throws {
        let editor = try await Editor()
        let text = Editor.files[Editor.verdict] ?? ""
        await editor.open(Editor.verdict, text.replacing("[@report]", with: "[@second-report]"))
        let actions = try await Self.actions(editor, Editor.verdict)
        let action = try #require(actions.first { $0["title"] == "Make the source `second-report`" })
        #expect(action["kind"] == "assay.desk")
        let command = try #require(action["command"])
        let made = try await editor.ask("workspace/executeCommand", command)
        let path = "content/sources/second-report.md"
        #expect(made["uri"] == .string(editor.address(path)))
        #expect(editor.text(path)?.hasPrefix("---\n") == true)
        #expect(await Self.message(editor).hasPrefix("content/sources/second-report.md was made; fill in: "))
    }

    @Test("a check of the whole newsroom counts what is wrong in files that are not open")
    func check() async throws {
        var files = Editor.files
        files["content/sources/unused.md"] =
            "---\ntitle: U\npublisher: P\nkind: research\nchecked: read\n---\nU.\n"
        let editor = try await Editor(files)
        let counts = try await Self.call(editor, "assay.check", [:])
        #expect(counts["files"]?.elements.contains("content/sources/unused.md") == true)
        #expect(await Self.message(editor).hasPrefix("assay check: "))
    }

    @Test("a text that begins with a byte order mark is checked, and mended behind it")
    func byteOrderMark() async throws {
        let editor = try await Editor()
        let text = (Editor.files[Editor.verdict] ?? "").replacing("published:", with: "publishd:")
        await editor.open(Editor.verdict, "\u{FEFF}" + text)
        #expect(await editor.findings(Editor.verdict).contains("unknown-field"))
        let actions = try await Self.actions(editor, Editor.verdict)
        #expect(Self.titles(actions).contains("Write `published`"))
        await editor.change(Editor.verdict, to: "\u{FEFF}" + text + "[@nobody]\n")
        #expect(await editor.findings(Editor.verdict).contains("unknown-reference"))
    }
}
