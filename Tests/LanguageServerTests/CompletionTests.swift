import Diagnostics
import LanguageProtocol
import Testing

@testable import LanguageServer

@Suite("What is offered while somebody types")
struct CompletionTests {
    private static func offered(_ path: String, _ marked: String) async throws -> [String] {
        let editor = try await Editor()
        await editor.open(path, "")
        return try await editor.offered(path, marked)
    }

    @Test(
        "values of fields, in every form in which they are typed",
        arguments: [
            ("---\nclaim: it-is\nruling: |\n---\n", ["true", "false"]),
            ("---\nruling:|\n---\n", ["true", "false"]),
            ("---\nruling: tr|\n---\n", ["true"]),
            ("---\nruling: | # which one?\n---\n", ["true", "false"]),
            ("---\nclaim: |\n---\n", ["it-is"]),
            ("---\nauthors: [desk, j|]\n---\n", ["jo"]),
            ("---\nauthors:\n  - |\n---\n", ["desk", "jo"]),
            ("---\nauthors:\n- d|\n---\n", ["desk"]),
            ("---\nevidence:\n  - source: |\n---\n", ["report"]),
            (
                "---\nevidence:\n  - source: report\n    stance: |\n---\n",
                ["supports", "undermines", "context"]
            ),
            ("---\nevidence:\n  - { source: report, stance: un| }\n---\n", ["undermines"]),
            ("---\nevidence:\n  - source: \"|\"\n---\n", ["report"]),
            ("---\npublished: |\n---\n", ["2026-11-29"]),
            ("---\nruling: |", ["true", "false"]),
            ("---\r\nruling: |\r\n---\r\n", ["true", "false"]),
        ]
    )
    func values(_ marked: String, _ expected: [String]) async throws {
        #expect(try await Self.offered(Editor.verdict, marked) == expected)
    }

    @Test("titles find ids")
    func titles() async throws {
        #expect(
            try await Self.offered(Editor.verdict, "---\nevidence:\n  - source: THE R|\n---\n") == ["report"]
        )
    }

    @Test("names of fields that are not there yet, those that are needed first")
    func names() async throws {
        let names = try await Self.offered(Editor.verdict, "---\nclaim: it-is\n|\ntitle: T\n---\n")
        #expect(names.prefix(3) == ["ruling", "summary", "authors"])
        #expect(!names.contains("claim") && !names.contains("title"))
        let inItem = try await Self.offered(
            Editor.verdict,
            "---\nevidence:\n  - source: report\n    |\n---\n"
        )
        #expect(inItem.contains("stance") && inItem.contains("quote"))
        #expect(!inItem.contains("source") && !inItem.contains("article") && !inItem.contains("claim"))
        let start = try await Self.offered(Editor.verdict, "---\nevidence:\n  - |\n---\n")
        #expect(start.contains("source") && start.contains("stance"))
    }

    @Test("settings have their own fields, and rules with their severities")
    func settings() async throws {
        let settings = Editor.files["content/site.yaml"] ?? ""
        #expect(try await Self.offered("content/site.yaml", settings + "me|").isEmpty == false)
        let rules = settings.replacing(
            "checks: {policy-page-missing: off, source-not-archived: off, single-lineage: off}",
            with: "checks:\n  unused-s|"
        )
        #expect(try await Self.offered("content/site.yaml", rules) == ["unused-source"])
        let severities = settings.replacing(
            "checks: {policy-page-missing: off, source-not-archived: off, single-lineage: off}",
            with: "checks:\n  unused-source: |"
        )
        #expect(
            try await Self.offered("content/site.yaml", severities) == ["error", "warning", "note", "off"]
        )
    }

    @Test("citations after @, records after their kind, and nothing elsewhere")
    func texts() async throws {
        let front = "---\nclaim: it-is\nruling: true\ntitle: T\nsummary: S\nauthors: desk\n---\n"
        #expect(try await Self.offered(Editor.verdict, front + "See [@|") == ["report", "paper"])
        #expect(try await Self.offered(Editor.verdict, front + "See [@rep|]") == ["report"])
        #expect(try await Self.offered(Editor.verdict, front + "[a](claim:|)") == ["it-is"])
        #expect(try await Self.offered(Editor.verdict, front + "[a](|)").contains("claim:"))
        #expect(try await Self.offered(Editor.verdict, front + "jo@|") == [])
        #expect(try await Self.offered(Editor.verdict, front + "Some words|") == [])
    }

    @Test("quotes are the sentences of the article, in quotation marks that YAML reads")
    func quotes() async throws {
        let editor = try await Editor()
        await editor.open(Editor.claim, "")
        let list = try await editor.ask(
            "textDocument/completion",
            Editor.claim,
            at: "---\nstatement: It is.\nclaimant: jo\nappearances:\n  - article: paper\n    quote: |\n---\n"
        )
        let texts = list["items"]?.elements.compactMap { $0["textEdit"]?["newText"]?.string }
        #expect(
            texts == [
                "\"Words about cybersecurity were said.\"", "\"Others followed them at once.\"",
            ]
        )
    }

    @Test("snippets become plain text for clients that have none")
    func plainText() async throws {
        let editor = try await Editor(capabilities: ["general": ["positionEncodings": ["utf-8"]]])
        await editor.open(Editor.verdict, "")
        let list = try await editor.ask("textDocument/completion", Editor.verdict, at: "---\nevid|\n---\n")
        let item = try #require(list["items"]?.elements.first)
        #expect(item["textEdit"]?["newText"] == "evidence:\n  - source: \n    stance: \n    shows: ")
        #expect(item["insertTextFormat"] == 1)
    }

    @Test("sentences end with a mark, and not with an initial")
    func sentences() {
        #expect(
            Quotations.sentences(of: "He came. “She went!” J. Doe of the\nU.S. stayed? Yes")
                == ["He came.", "“She went!”", "J. Doe of the U.S. stayed?", "Yes"]
        )
        #expect(Quotations.sentences(of: " ") == [])
    }
}
