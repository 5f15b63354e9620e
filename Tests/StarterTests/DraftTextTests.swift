import Diagnostics
import Newsroom
import Testing

@testable import Starter

/// The text of new files, read by the decoder.
struct DraftTextTests {
    private func draft(_ kind: RecordKind, isPlain: Bool = false) throws -> Drafting.Draft {
        let newsroom = try #require(DraftingTests.loaded().newsroom)
        return try Drafting(newsroom: newsroom, paths: []).draft(
            .init(kind: kind, id: "a-new-one", isPlain: isPlain)
        )
    }

    private func errors(_ path: String, _ text: String) -> [Diagnostic] {
        DraftingTests.loaded([path: text]).diagnostics.filter { $0.severity == .error }
    }

    @Test("As it is, nothing is wrong with it but what is missing", arguments: RecordKind.allCases)
    func missing(kind: RecordKind) throws {
        for isPlain in [false, true] {
            let draft = try draft(kind, isPlain: isPlain)
            let errors = errors(draft.path, draft.text)
            #expect(errors.map(\.rule.name) == draft.missing.map { _ in "missing-field" })
            for (error, field) in zip(errors, draft.missing) {
                // Each error points at the line to fill in.
                #expect(error.message.hasSuffix("needs `\(field)`"))
                let line = try #require(error.span?.line)
                let lines = draft.text.split(separator: "\n", omittingEmptySubsequences: false)
                #expect(lines[line - 1] == field + ":")
            }
        }
    }

    @Test("Once what is missing is filled in, it is a record", arguments: RecordKind.allCases)
    func filled(kind: RecordKind) throws {
        let examples = [
            "title": "A title", "publisher": "newsroom", "statement": "It is.", "claimant": "newsroom",
            "claim": "example-lamps-replaced", "ruling": "true", "summary": "Yes.",
            "authors": "[example-writer]",
            "name": "N", "checked": "read",
            "kind": kind == .profile ? "person" : kind == .medium ? "image" : "research", "file": "a.jpg",
            "words": "It is.",
        ]
        let draft = try draft(kind)
        var text = draft.text
        for field in draft.missing {
            let value = try #require(examples[field], "no example for \(field)")
            text = text.replacing("\n\(field):\n", with: "\n\(field): \(value)\n")
        }
        let loaded = DraftingTests.loaded([draft.path: text])
        #expect(loaded.diagnostics == [])
        #expect(loaded.newsroom?.ids(of: kind).contains("a-new-one") == true)
        #expect(loaded.newsroom?.verdicts["a-new-one"]?.written.published == nil, "a new verdict is a draft")
    }

    @Test(
        "It has every field with its meaning; with every # taken away all of them are known",
        arguments: RecordKind.allCases
    )
    func everyField(kind: RecordKind) throws {
        let draft = try draft(kind)
        let uncommented = draft.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let isField = line.prefixMatch(of: #/#((  )?- |    |  )?[a-z][a-z-]*:( |$)/#) != nil
            return isField ? line.dropFirst() : line
        }.joined(separator: "\n")
        for field in kind.fields {
            #expect(uncommented.contains("\n\(field.name):"), "\(field.name)")
            #expect(draft.text.contains(field.meaning.prefix(20)), "\(field.name) is not explained")
        }
        let rules = Set(errors(draft.path, uncommented).map(\.rule.name))
        #expect(rules.isSubset(of: ["missing-field"]), "\(uncommented)")
    }

    @Test("The rulings and topics of this newsroom are listed")
    func choices() throws {
        let verdict = try draft(.verdict).text
        for ruling in ["mostly-true   Mostly true. The claim is accurate", "opinion       Opinion"] {
            #expect(verdict.contains("#   " + ruling))
        }
        #expect(try draft(.claim).text.contains("#   town-life  Bridges, lamps"))
    }

    @Test("What settings say cannot break out of a comment")
    func hostileSettings() throws {
        let settings = try #require(
            ExampleNewsroom(name: "N", release: ReleasePlace(version: "1.0.0")).files.first {
                $0.path == SiteSettings.path
            }
        )
        let text = String(decoding: settings.bytes, as: UTF8.self)
            .replacing(
                "The published record contradicts",
                with: "\"x\\ntitle: broken\\rout\\u2028of\\eit\" #"
            )
        let loaded = DraftingTests.loaded([SiteSettings.path: text])
        let newsroom = try #require(loaded.newsroom)
        #expect(newsroom.settings.scale.ruling("false")?.meaning.contains("\n") == true)
        let draft = try Drafting(newsroom: newsroom, paths: []).draft(.init(kind: .verdict, id: "v"))
        #expect(errors(draft.path, draft.text).map(\.rule.name) == draft.missing.map { _ in "missing-field" })
    }

    @Test(
        "What stands behind a value would be taken for a part of it, so nothing does",
        arguments: RecordKind.allCases
    )
    func comments(kind: RecordKind) throws {
        let lines = try draft(kind).text.split(separator: "\n").filter { !$0.hasPrefix("# ") }
        #expect(lines.count > 3)
        #expect(lines.filter { $0.contains(" #") } == [])
    }

    @Test("Lines are no wider than people read", arguments: RecordKind.allCases)
    func widths(kind: RecordKind) throws {
        let lines = try draft(kind).text.split(separator: "\n")
        #expect(lines.filter { $0.count > 140 } == [])
    }
}
