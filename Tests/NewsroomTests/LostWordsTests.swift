import Diagnostics
import Newsroom
import Testing

/// Every YAML construct in every kind of text field: its words are in the record, or have a finding on their line.
struct LostWordsTests {
    /// A field: its file, the text to replace there, and the value after reading.
    struct Field: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let path: String
        let text: String
        let indentation: String
        let read: @Sendable (Newsroom) -> String?
    }

    static let fields: [Field] = [
        Field(
            testDescription: "a needed text",
            path: "content/pages/p.md",
            text: "---\ntitle: VALUE\n---\n",
            indentation: ""
        ) {
            $0.pages["p"]?.title.value
        },
        Field(
            testDescription: "a text that can be left out",
            path: "content/pages/p.md",
            text: "---\ntitle: T\nsummary: VALUE\nrole: about\n---\n",
            indentation: ""
        ) { $0.pages["p"]?.summary },
        Field(
            testDescription: "a text in a list",
            path: "content/sources/s.md",
            text:
                "---\ntitle: T\npublisher: P\nkind: research\nchecked: read\nauthors:\n  - VALUE\n  - Other\n---\n",
            indentation: "  "
        ) { $0.sources["s"]?.authors.map(\.value).joined(separator: "|") },
        Field(
            testDescription: "a text in a group of a list",
            path: "content/claims/c.md",
            text:
                "---\nstatement: S\nclaimant: jo\ntimeline:\n  - date: 2018\n    text: VALUE\n    sources: report\n---\n",
            indentation: "    "
        ) { $0.claims["c"]?.timeline.first?.text.value },
        Field(
            testDescription: "a text of the settings",
            path: "content/site.yaml",
            text: (SmallNewsroom().files["content/site.yaml"] ?? "").replacing(
                #/description: .*/#,
                with: "description: VALUE"
            ),
            indentation: ""
        ) { $0.settings.description },
    ]

    /// Spellings of ALPHA and OMEGA; `INDENT` is the field's indentation.
    static let constructs = [
        "ALPHA OMEGA", "\"ALPHA OMEGA\"", "'ALPHA OMEGA'", "\"ALPHA \\\"x\\\" OMEGA\"", "'ALPHA ''x'' OMEGA'",
        "ALPHA # OMEGA",
        "ALPHA  # OMEGA", "ALPHA #OMEGA", "#ALPHA OMEGA", "\"ALPHA OMEGA\" # mine",
        "|\nINDENT  ALPHA\nINDENT  OMEGA",
        ">-\nINDENT  ALPHA\nINDENT  OMEGA", "|+ # mine\nINDENT  ALPHA\n\nINDENT  OMEGA # mine",
        "ALPHA\nINDENT  OMEGA",
        "\nINDENT  ALPHA OMEGA", "ALPHA\nINDENT  # mine\nINDENT  OMEGA", "ALPHA # x\nINDENT  OMEGA",
        "&ALPHA OMEGA", "&ALPHA \"OMEGA\"",
        "!ALPHA OMEGA", "!ALPHA \"OMEGA\"", "!!ALPHA OMEGA", "! ALPHA OMEGA", "*ALPHA OMEGA",
        "**ALPHA** OMEGA", "[ALPHA, OMEGA]",
        "[ALPHA] OMEGA", "{ALPHA: OMEGA}", "{ALPHA} OMEGA", "ALPHA: OMEGA", "ALPHA:OMEGA", "ALPHA, OMEGA",
        "ALPHA - OMEGA",
        "- ALPHA OMEGA", "? ALPHA OMEGA", "@ALPHA OMEGA", "`ALPHA` OMEGA", "%ALPHA OMEGA", "> ALPHA OMEGA",
        "| ALPHA OMEGA",
        "\"ALPHA\" OMEGA", "'ALPHA' OMEGA", "ALPHA \"OMEGA\"", "\"ALPHA OMEGA", "'ALPHA OMEGA",
        "ALPHA\tOMEGA", "ALPHA\t# OMEGA",
        "\"ALPHA\\\nINDENT  OMEGA\"", "\"ALPHA\nINDENT  OMEGA\"", "ALPHA\u{A0}# OMEGA", "<<ALPHA OMEGA>>",
        "~ALPHA OMEGA",
        "ALPHA\u{2028}OMEGA", "\"ALPHA\u{2028}OMEGA\"", "ALPHA\u{85}OMEGA", "ALPHA\rOMEGA",
        "ALPHA\u{FEFF} OMEGA", "“ALPHA OMEGA”",
        "“ALPHA: OMEGA”", "ALPHA }OMEGA", "ALPHA ]OMEGA", "ALPHA [OMEGA", "ALPHA &OMEGA", "ALPHA *OMEGA",
        "ALPHA !OMEGA",
        "--- ALPHA OMEGA", "... ALPHA OMEGA", "ALPHA \\ OMEGA", "!!str ALPHA OMEGA", "!!binary ALPHA OMEGA",
        "\"ALPHA\\0OMEGA\"",
    ]

    @Test("No word is lost in silence", arguments: fields)
    func words(field: Field) {
        var lost: [String] = []
        for construct in Self.constructs {
            let value = construct.replacing("INDENT", with: field.indentation)
            let text = field.text.replacing("VALUE", with: value)
            let loaded = SmallNewsroom().adding(text, at: field.path).loaded
            let said = loaded.newsroom.flatMap(field.read) ?? ""
            if said.contains("ALPHA"), said.contains("OMEGA") { continue }
            // Lines end where editors end them.
            let lines = text.replacing("\r", with: "\n").split(
                separator: "\n",
                omittingEmptySubsequences: false
            )
            let first = lines.firstIndex { $0.contains("ALPHA") || $0.contains("OMEGA") } ?? 0
            let last = lines.lastIndex { $0.contains("ALPHA") || $0.contains("OMEGA") } ?? 0
            let isNamed = loaded.diagnostics.contains { finding in
                finding.span.map { $0.file == field.path && ($0.line >= first && $0.line <= last + 1) }
                    ?? false
            }
            if !isNamed { lost.append(value.debugDescription) }
        }
        #expect(lost == [])
    }

    @Test("A comment behind an id or a date is a comment, and so is one behind quotation marks")
    func comments() {
        let room = SmallNewsroom().adding(
            "---\ntitle: \"T\" # ours\nrole: about # which\n# a line\nsummary: # to come\n---\n",
            at: "content/pages/about.md"
        )
        #expect(room.findings == [])
    }

    @Test("Costly YAML is read in linear time, or refused by a limit that is named")
    func costs() throws {
        func rules(_ yaml: String) -> [String: Int] {
            let room = SmallNewsroom().adding("---\ntitle: T\n\(yaml)\n---\n", at: "content/pages/p.md")
            return room.loaded.diagnostics.reduce(into: [:]) { $0[$1.rule.name, default: 0] += 1 }
        }
        let lists = Array(repeating: "[a]", count: 40_000).joined(separator: ",")
        #expect(rules("summary: [\(lists)]") == ["wrong-type": 1])
        let wide = Array(repeating: "[é]", count: 40_000).joined(separator: ",")
        #expect(rules("summary: [\(wide)]") == ["wrong-type": 1])
        let names = (0..<50_000).map { "name-\($0): x" }.joined(separator: "\n")
        #expect(rules(names) == ["yaml-too-complex": 1])
        let some = (0..<1_500).map { "name-\($0): x" }.joined(separator: "\n")
        #expect(rules(some) == ["unknown-field": 51])
        let items = (0..<40_000).map { _ in "[]" }.joined(separator: ", ")
        let source = "---\ntitle: T\npublisher: P\nkind: research\nchecked: read\nauthors: [\(items)]\n---\n"
        let room = SmallNewsroom().adding(source, at: "content/sources/s.md")
        #expect(room.loaded.diagnostics.count == 40_000)
        #expect(room.loaded.diagnostics.last?.span?.column == 11 + 4 * 39_999)
    }
}
