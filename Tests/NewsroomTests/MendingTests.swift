import Diagnostics
import Testing

@testable import Newsroom

/// Front matter with a mistake, and what its fix makes of it.
struct MendingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let typed: String
        let mended: String
        var safety = Fix.Safety.safe
        var testDescription: String { typed }
    }

    static let cases = [
        Case(typed: "title: Warning: it came", mended: "title: \"Warning: it came\""),
        Case(typed: "title: @home", mended: "title: \"@home\""),
        Case(typed: "title: `code`", mended: "title: \"`code`\""),
        Case(typed: "title: \"A\" and \"B\"", mended: "title: 'A\" and \"B'"),
        Case(typed: "title: [sic] as it was", mended: "title: \"[sic] as it was\""),
        Case(typed: "title:About us", mended: "title: About us"),
        Case(typed: "title = About us", mended: "title: About us"),
        Case(typed: "title：About us", mended: "title: About us"),
        Case(typed: "title: “The end: it came”", mended: "title: \"The end: it came\""),
        Case(typed: "title: \"C:\\Documents\\Quotes\"", mended: "title: \"C:\\\\Documents\\\\Quotes\""),
        Case(typed: "title: About\u{2028}us", mended: "title: About us"),
        Case(typed: "title:\u{A0}About", mended: "title: About"),
        Case(typed: "titel: About", mended: "title: About"),
        Case(typed: "title: About\nroel: about", mended: "title: About\nrole: about"),
        Case(typed: "title: \"About us", mended: "title: \"About us\"", safety: .unsafe),
        Case(typed: "title: About us #3", mended: "title: \"About us #3\"", safety: .unsafe),
    ]

    private func page(_ front: String) -> SourceFile {
        SourceFile(path: "content/pages/about.md", text: "---\n\(front)\nsummary: S.\n---\nWords.\n")
    }

    private func mended(_ file: SourceFile) throws -> (text: String, fix: Fix) {
        let small = SmallNewsroom().adding(file.text(0..<file.bytes.count), at: file.path)
        let finding = try #require(
            small.loaded.diagnostics.first { $0.span?.file == file.path && !$0.fixes.isEmpty }
        )
        let fix = try #require(finding.fixes.first)
        return (try fix.applied(to: file), fix)
    }

    @Test("A slip in front matter is mended", arguments: cases)
    func slips(_ one: Case) throws {
        let (text, fix) = try mended(page(one.typed))
        #expect(text == "---\n\(one.mended)\nsummary: S.\n---\nWords.\n")
        #expect(fix.safety == one.safety)
        let after = SmallNewsroom().adding(text, at: "content/pages/about.md").loaded.diagnostics
        #expect(after.filter { $0.span?.file == "content/pages/about.md" }.map(\.message) == [])
    }

    @Test("A date in another form: one meaning is written, two are offered")
    func dates() throws {
        func fixes(_ date: String) throws -> [Fix] {
            let small = SmallNewsroom().replacing("2026-11-21", with: date, in: "content/verdicts/it-is.md")
            return try #require(small.loaded.diagnostics.first { $0.rule == .invalidDate }).fixes
        }
        #expect(try fixes("21 Nov 2026").map(\.title) == ["Write `2026-11-21`"])
        #expect(try fixes("21/11/2026").map(\.safety) == [.safe])
        #expect(try fixes("3/4/2026").map(\.title) == ["Write `2026-04-03`", "Write `2026-03-04`"])
        #expect(try fixes("3/4/2026").map(\.safety) == [.unsafe, .unsafe])
        #expect(try fixes("someday").isEmpty)
    }

    @Test("Ids in one text become a list, and a mistyped choice the near word")
    func values() throws {
        let joined = SmallNewsroom().replacing(
            "authors: desk",
            with: "authors: desk, jo",
            in: "content/verdicts/it-is.md"
        )
        let file = SourceFile(
            path: "content/verdicts/it-is.md",
            text: try #require(joined.files["content/verdicts/it-is.md"])
        )
        let fix = try #require(joined.loaded.diagnostics.first?.fixes.first)
        #expect(try fix.applied(to: file).contains("authors: [desk, jo]\n"))
        let stance = SmallNewsroom().replacing("supports", with: "suports", in: "content/verdicts/it-is.md")
        #expect(stance.loaded.diagnostics.first?.fixes.first?.title == "Write `supports`")
    }

    @Test("Files with a wrong ending or name, and addresses without a scheme")
    func files() throws {
        let small = SmallNewsroom()
            .adding("Words.\n", at: "content/pages/more.markdown")
            .adding("---\ntitle: T\n---\nWords.\n", at: "content/pages/Our Team.md")
        let fixes = small.loaded.diagnostics.flatMap(\.fixes)
        #expect(
            fixes.flatMap(\.edits) == [
                .move(from: "content/pages/Our Team.md", to: "content/pages/our-team.md")
            ]
        )
        let site = SmallNewsroom().replacing(
            "url: https://example.org",
            with: "url: example.org",
            in: "content/site.yaml"
        )
        #expect(site.loaded.diagnostics.flatMap(\.fixes).map(\.title) == ["Write `https://example.org`"])
        let address = SourceFile(
            path: "a",
            text: "htps://x.example/a mailto:x@example.org www.example.org/a readme"
        )
        #expect(address.schemeFix("htps://x.example/a", at: 0..<18)?.title == "Write `https://x.example/a`")
        #expect(address.schemeFix("mailto:x@example.org", at: 19..<39) == nil)
        #expect(
            address.schemeFix("www.example.org/a", at: 40..<57)?.title == "Write `https://www.example.org/a`"
        )
        #expect(address.schemeFix("readme", at: 58..<64) == nil)
    }
}

extension Fix {
    /// The text of a file after the fix, whose edits are all replacements in it.
    func applied(to file: SourceFile) throws -> String {
        var bytes = file.bytes
        let replacements = edits.compactMap { edit -> (Range<Int>, String)? in
            guard case .replace(let span, let text) = edit, span.file == file.path else { return nil }
            return (span.byteRange, text)
        }
        try #require(replacements.count == edits.count)
        for (range, text) in replacements.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
            bytes.replaceSubrange(range, with: text.utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
