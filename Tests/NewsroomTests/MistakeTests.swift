import Diagnostics
import Newsroom
import Testing

/// Mistakes in files, with the exact findings.
struct MistakeTests {
    private func findings(_ old: String, _ new: String, in path: String) -> [String] {
        SmallNewsroom().replacing(old, with: new, in: path).findings
    }

    @Test(
        "A mistake in a verdict is named at its line and column",
        arguments: [
            (
                "published: 2026-11-21", "published: 2026-02-30",
                "invalid-date content/verdicts/it-is.md:7:12 `published`: there is no day 30 in month 2 of 2026, which has 28"
            ),
            (
                "published: 2026-11-21", "published: 2026-13-01",
                "invalid-date content/verdicts/it-is.md:7:12 `published`: there is no month 13"
            ),
            (
                "published: 2026-11-21", "published: 2026-11",
                "invalid-date content/verdicts/it-is.md:7:12 `published`: `2026-11` has no day"
            ),
            (
                "published: 2026-11-21", "published: 21.11.2026",
                "invalid-date content/verdicts/it-is.md:7:12 `published`: `21.11.2026` is not a date as files write it"
            ),
            (
                "published: 2026-11-21", "published: [2026-11-21]",
                "wrong-type content/verdicts/it-is.md:7:12 `published` holds a list, and it needs a day, such as 2018-07-16"
            ),
            (
                "published: 2026-11-21", "publishd: 2026-11-21",
                "unknown-field content/verdicts/it-is.md:7:1 a verdict has no field `publishd`"
            ),
            (
                "stance: supports", "stance: support",
                "wrong-type content/verdicts/it-is.md:9:30 `stance` cannot be `support`"
            ),
            (
                "summary: Yes.", "summary:",
                "missing-field content/verdicts/it-is.md:5:1 a verdict needs `summary`"
            ),
            (
                "authors: desk", "authors: []",
                "missing-field content/verdicts/it-is.md:6:1 a verdict needs `authors`"
            ),
            (
                "authors: desk", "authors: desk, paper",
                "wrong-type content/verdicts/it-is.md:6:10 `authors` holds several ids in one text, and it needs a list"
            ),
            (
                "source: report, ", "",
                "missing-field content/verdicts/it-is.md:9:5 a piece of evidence needs `source`"
            ),
            (
                "source: report,", "source: report, article: paper,",
                "wrong-type content/verdicts/it-is.md:9:31 a piece of evidence is a `source` or an `article`, not both"
            ),
            (
                "summary: Yes.", "summary: \"  \"",
                "wrong-type content/verdicts/it-is.md:5:10 `summary` is blank"
            ),
            (
                "summary: Yes.", "summary: Yes: no.",
                "yaml-syntax content/verdicts/it-is.md:5:13 a value that holds a colon and a blank needs quotation marks"
            ),
            (
                "summary: Yes.", "summary: Yes.\nsummary: No.",
                "yaml-syntax content/verdicts/it-is.md:6:1 the field `summary` is there twice"
            ),
            (
                "---\nBecause", "\nBecause",
                "missing-front-matter content/verdicts/it-is.md:1:1 the front matter does not end"
            ),
        ]
    )
    func verdict(old: String, new: String, expected: String) {
        #expect(findings(old, new, in: "content/verdicts/it-is.md") == [expected])
    }

    @Test("A needed field that is missing is named; the record is known, and not in the graph")
    func missingField() throws {
        let room = SmallNewsroom().replacing("statement: It is.\n", with: "", in: "content/claims/it-is.md")
        #expect(room.findings == ["missing-field content/claims/it-is.md:2:1 a claim needs `statement`"])
        let newsroom = try #require(room.loaded.newsroom)
        #expect(newsroom.claims.isEmpty)
        #expect(newsroom.isKnown(RecordKey(.claim, "it-is")))
        #expect(!newsroom.isKnown(RecordKey(.claim, "it-isnt")))
    }

    @Test("What was meant is suggested")
    func suggestions() {
        let room = SmallNewsroom().replacing("claimant:", with: "claiment:", in: "content/claims/it-is.md")
        #expect(room.loaded.diagnostics.compactMap(\.help).contains("did you mean `claimant`?"))
    }

    @Test("Files that are no text are refused with a reason")
    func bytes() {
        func findings(_ bytes: [UInt8]) -> [String] {
            var files = SmallNewsroom().files.map { SourceFile(path: $0.key, text: $0.value) }
            files.append(SourceFile(path: "content/pages/bad.md", bytes: bytes))
            return LoadedNewsroom(decoding: files).diagnostics.map { diagnostic in
                "\(diagnostic.rule.name) \(diagnostic.span.map { "\($0.line):\($0.column)" } ?? "") \(diagnostic.message)"
            }
        }
        #expect(findings([]) == ["empty-file 1:1 the file is empty"])
        #expect(findings(Array("---\nti\0".utf8)) == ["nul-byte 2:3 the file holds a NUL byte"])
        #expect(
            findings(Array("---\nä".utf8) + [0xE4, 0x20]) == [
                "not-utf-8 2:2 the file is not UTF-8: byte 0xE4 does not belong here"
            ]
        )
        #expect(
            findings([0xFF, 0xFE, 0x2D, 0x00]) == [
                "not-utf-8 1:1 the file is text in UTF-16, and Assay reads UTF-8"
            ]
        )
        #expect(
            findings(Array("# no front matter".utf8)) == [
                "missing-front-matter 1:1 the file does not start with front matter"
            ]
        )
        #expect(
            findings([UInt8](repeating: 0x20, count: 50_000_000)).first?.hasPrefix("file-too-large 1:1")
                == true
        )
    }

    @Test("Ids that are malformed, or differ only in case or normalisation")
    func ids() {
        let page = "---\ntitle: T\n---\n"
        #expect(
            SmallNewsroom().adding(page, at: "content/pages/My Page.md").findings
                == ["invalid-id content/pages/My Page.md:1:1 the file's name is no id: `M` is not lower-case"]
        )
        let sameName = SmallNewsroom().adding(page, at: "content/pages/old/about.md")
        #expect(
            sameName.findings == ["duplicate-id content/pages/old/about.md:1:1 there is another page `about`"]
        )
        let composed = SmallNewsroom().adding(page, at: "content/pages/caf\u{E9}.md")
            .adding(page, at: "content/pages/x/cafe\u{301}.md")
        #expect(
            composed.findings == [
                "duplicate-id content/pages/x/cafe\u{301}.md:1:1 there is another page `caf\u{E9}`"
            ]
        )
        let upper = SmallNewsroom().adding(page, at: "content/pages/x/ABOUT.md")
        #expect(upper.findings.contains { $0.contains("differs only in case") })
    }

    @Test("No settings: one finding that says what to do")
    func noSettings() {
        let loaded = SmallNewsroom().removing("content/site.yaml").loaded
        #expect(loaded.newsroom == nil)
        #expect(loaded.diagnostics.map(\.rule.name) == ["missing-settings"])
    }

    @Test(
        "Settings are checked like records",
        arguments: [
            (
                "url: https://example.org", "url: example.org",
                "wrong-type content/site.yaml:2:6 `url` is not an address that a site can have"
            ),
            ("  version: 1", "  version: one", "wrong-type content/site.yaml:7:12 `version` cannot be `one`"),
            ("id: unproven", "id: true", "duplicate-id content/site.yaml:12:12 there are two rulings `true`"),
            (
                "id: unproven", "id: Unproven",
                "invalid-id content/site.yaml:12:12 this is no id of a ruling: `U` is not lower-case"
            ),
            (
                "id: unproven", "id: index.html",
                "invalid-id content/site.yaml:12:12 this is no id of a ruling: `.` is not allowed"
            ),
            (
                "id: unproven", "id: \"a b\"",
                "invalid-id content/site.yaml:12:12 this is no id of a ruling: it holds a blank"
            ),
            (
                "id: unproven", "id: a\u{202E}b",
                "invalid-id content/site.yaml:12:12 this is no id of a ruling: it holds a character that is not allowed"
            ),
            (
                "id: elections", "id: \(String(repeating: "x", count: 300))",
                "invalid-id content/site.yaml:14:10 this is no id of a topic: it is longer than 120 bytes"
            ),
            (
                "navigation: about", "checks: {a-rule: fatal}",
                "wrong-type content/site.yaml:15:18 `a-rule` cannot be `fatal`"
            ),
        ]
    )
    func settings(old: String, new: String, expected: String) {
        // A hidden character has a finding of its own besides.
        let found = findings(old, new, in: "content/site.yaml").filter { !$0.hasPrefix("control-character ") }
        #expect(found == [expected])
    }
}
