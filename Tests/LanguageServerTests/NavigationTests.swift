import Diagnostics
import LanguageProtocol
import Testing

@testable import LanguageServer

@Suite("Where ids lead: hover, definitions, references, renames")
struct NavigationTests {
    private static let verdict = Editor.files[Editor.verdict] ?? ""
    private static let claim = Editor.files[Editor.claim] ?? ""

    private static func marked(_ text: String, _ words: String, _ marked: String) -> String {
        text.replacing(words, with: marked, maxReplacements: 1)
    }

    @Test(
        "a hover says what an id names",
        arguments: [
            ("[@report]", "[@rep|ort]", "**The report** (source `report`)"),
            ("claim: it-is", "claim: it|-is", "**It is.** (claim `it-is`)"),
            ("ruling: true", "ruling: |true", "**True** (ruling)\n\nIt is \\*right\\*."),
            ("source: report", "source: report|", "**The report** (source `report`)"),
            ("authors: desk", "authors: d|esk", "**The desk**"),
            ("summary:", "su|mmary:", "`summary`: "),
        ]
    )
    func hover(_ words: String, _ marked: String, _ expected: String) async throws {
        let editor = try await Editor()
        await editor.open(Editor.verdict)
        let hover = try await editor.ask(
            "textDocument/hover",
            Editor.verdict,
            at: Self.marked(Self.verdict, words, marked)
        )
        #expect(hover["contents"]?["value"]?.string?.hasPrefix(expected) == true, "\(hover)")
    }

    @Test("a hover on a sentence says which claims are like it")
    func sentence() async throws {
        let speech =
            "---\ntitle: A speech\npublisher: desk\ntext: full\n---\nGood evening.\nOur mayor sold the harbour bridge.\n"
        let bridge =
            "---\nstatement: The mayor sold the old harbour bridge to an investor.\nclaimant: jo\n---\nContext.\n"
        let added = ["seeds/speech.md": speech, "content/claims/bridge.md": bridge]
        let editor = try await Editor(Editor.files.merging(added) { _, new in new })
        await editor.open("seeds/speech.md")
        let hover = try await editor.ask(
            "textDocument/hover",
            "seeds/speech.md",
            at: Self.marked(speech, "mayor sold", "may|or sold")
        )
        let text = hover["contents"]?["value"]?.string ?? ""
        #expect(text.contains("**: The mayor sold the old harbour bridge to an investor"), "\(hover)")
        #expect(text.contains("(claim `bridge`; no verdict yet)"))
        #expect(hover["range"]?["start"]?["line"] == 6)
        let other = try await editor.ask(
            "textDocument/hover",
            "seeds/speech.md",
            at: Self.marked(speech, "Good evening", "Good eve|ning")
        )
        #expect(other == .null)
    }

    @Test("definitions are files and entries of the settings")
    func definitions() async throws {
        let editor = try await Editor()
        await editor.open(Editor.verdict)
        let source = try await editor.ask(
            "textDocument/definition",
            Editor.verdict,
            at: Self.marked(Self.verdict, "[@report]", "[@re|port]")
        )
        #expect(source["uri"] == .string(editor.address("content/sources/report.md")))
        await editor.open(Editor.claim)
        let topic = try await editor.ask(
            "textDocument/definition",
            Editor.claim,
            at: Self.marked(Self.claim, "topics: elections", "topics: elec|tions")
        )
        #expect(topic["uri"] == .string(editor.address("content/site.yaml")))
        #expect(topic["range"]?["start"]?["line"] == 11)
    }

    @Test("references are fields and texts of all files, unsaved ones included")
    func references() async throws {
        let editor = try await Editor()
        await editor.open("content/sources/report.md")
        let text = Editor.files["content/sources/report.md"] ?? ""
        let places = try await editor.ask(
            "textDocument/references",
            "content/sources/report.md",
            at: "|" + text
        )
        #expect(places.elements.count == 2)
        await editor.open(Editor.verdict, Self.verdict + "\nAnd [@report, p. 2].\n")
        let more = try await editor.ask(
            "textDocument/references",
            "content/sources/report.md",
            at: "|" + text
        )
        #expect(more.elements.count == 3)
    }

    @Test("a rename has the edits of all files, and moves the file")
    func rename() async throws {
        let editor = try await Editor()
        await editor.open(Editor.verdict)
        let place = Self.marked(Self.verdict, "[@report]", "[@re|port]")
        let prepared = try await editor.ask("textDocument/prepareRename", Editor.verdict, at: place)
        #expect(prepared["placeholder"] == "report")
        let edit = try await editor.ask(
            "textDocument/rename",
            Editor.verdict,
            at: place,
            [.init("newName", "the-report")]
        )
        let changes = edit["documentChanges"]?.elements ?? []
        #expect(
            changes.compactMap { $0["textDocument"]?["uri"]?.string }.sorted() == [
                editor.address("content/sources/report.md"), editor.address(Editor.verdict),
            ]
        )
        let verdict = changes.first { $0["textDocument"]?["uri"] == .string(editor.address(Editor.verdict)) }
        #expect(verdict?["edits"]?.elements.map { $0["newText"] } == ["the-report", "the-report"])
        #expect(changes.last?["kind"] == "rename")
        #expect(changes.last?["newUri"] == .string(editor.address("content/sources/the-report.md")))
        for name: JSONValue in ["Not An Id", "report", ""] {
            await #expect(throws: Editor.AskProblem.self) {
                try await editor.ask(
                    "textDocument/rename",
                    Editor.verdict,
                    at: place,
                    [.init("newName", name)]
                )
            }
        }
    }

    @Test("a file that the editor moves takes its references along")
    func moving() async throws {
        let editor = try await Editor()
        let files: JSONValue = [
            [
                "oldUri": .string(editor.address("content/profiles/jo.md")),
                "newUri": .string(editor.address("content/profiles/joanna.md")),
            ]
        ]
        let edit = try await editor.ask("workspace/willRenameFiles", ["files": files])
        let changes = edit["documentChanges"]?.elements ?? []
        #expect(changes.allSatisfy { $0["kind"] == nil })
        #expect(changes.contains { $0["textDocument"]?["uri"] == .string(editor.address(Editor.claim)) })
    }

    @Test("symbols, links, folds and hints")
    func parts() async throws {
        let editor = try await Editor()
        await editor.open(
            Editor.verdict,
            Self.verdict + "\n## One\n\nText.\n\n### Two\n\nText.\n\n## Three\n"
        )
        let document: JSONValue = ["textDocument": ["uri": .string(editor.address(Editor.verdict))]]
        let symbols = try await editor.ask("textDocument/documentSymbol", document)
        #expect(symbols.elements.suffix(2).map { $0["name"] } == ["One", "Three"])
        #expect(symbols.elements.first?["name"] == "claim")
        #expect(symbols.elements.suffix(2).first?["children"]?.elements.map { $0["name"] } == ["Two"])
        let links = try await editor.ask("textDocument/documentLink", document)
        #expect(links.elements.count == 4)
        let folds = try await editor.ask("textDocument/foldingRange", document)
        #expect(folds.elements.first?["kind"] == "region")
        #expect(folds.elements.count == 4)
        let range: JSONValue = [
            "start": TextPosition(line: 0, character: 0).json,
            "end": TextPosition(line: 50, character: 0).json,
        ]
        let hints = try await editor.ask(
            "textDocument/inlayHint",
            ["textDocument": ["uri": .string(editor.address(Editor.verdict))], "range": range]
        )
        #expect(
            hints.elements.map { $0["label"] } == ["It is.", "True", "The desk", "The report", "The report"]
        )
    }
}
