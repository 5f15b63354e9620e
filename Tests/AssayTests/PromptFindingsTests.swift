import Diagnostics
import Editorial
import Files
import Newsroom
import Testing

@testable import Assay

@Suite("Findings at once after an edit, and what the whole newsroom shows")
struct PromptFindingsTests {
    private static let claim = "content/claims/it-is.md"
    private static let verdict = "content/verdicts/it-is.md"
    private static let source = "content/sources/report.md"
    private static let article = "seeds/paper.md"

    /// Edits one after the other: the file, what is replaced in it, and by what.
    private static let edits: [(path: String, old: String, new: String)] = [
        (verdict, "[@report]", "[@nobody]"),
        (verdict, "[@nobody]", "[@report]"),
        (verdict, "source: letter", "source: report"),
        (verdict, "ruling: true", "ruling: ture"),
        (verdict, "ruling: ture", "ruling: [true"),
        (verdict, "Because", "Since <b>"),
        (verdict, "ruling: [true", "ruling: false"),
        (claim, "Words about cybersecurity", "Words about security"),
        (claim, "statement: It is.", "statement: It is always."),
        (article, "Words about cybersecurity", "Words about security"),
        (source, "checked: read", "checked: cited"),
        (source, "title: The report", "titel: The report"),
        (source, "titel: The report", "title: The \u{0007}report"),
        (claim, "claimant: jo", "claimant: desk"),
        (claim, "topics: elections", "topics: [elections, others]"),
        (verdict, "published: 2026-11-20", "published: 2027-01-01"),
        (verdict, "claim: it-is", "claim: it-isnt"),
        (verdict, "claim: it-isnt", "claim: it-is"),
        (source, "\u{0007}", ""),
    ]

    /// Makes all edits over a folder, and compares what is said at once with a whole check after each.
    private func compare(_ folder: String) async throws {
        let day = try #require(CalendarDate("2026-11-21"))
        let tree = try FileTree(root: folder)
        let session = await NewsroomSession(
            folder: tree,
            includesDrafts: true,
            showsPages: false,
            today: { day }
        )
        _ = await session.report()
        let paths = Set(Self.edits.map(\.path))
        var texts: [String: [UInt8]] = [:]
        for path in paths { texts[path] = try tree.contents(of: path, limit: 100_000) }
        for (number, edit) in Self.edits.enumerated() {
            let before = String(decoding: texts[edit.path] ?? [], as: UTF8.self)
            try #require(before.contains(edit.old), "\(edit)")
            texts[edit.path] = Array(before.replacing(edit.old, with: edit.new, maxReplacements: 1).utf8)
            _ = await session.update([.file(edit.path)], over: texts)
            let prompt = try #require(await session.promptReport(on: paths), "\(edit)").diagnostics
            let moment = await session.moment()
            // Not every edit is followed by a whole check, as not every keystroke is.
            if number % 3 == 1 { continue }
            let whole = try #require(await session.report()).diagnostics
            let expected = whole.filter { $0.span.map { paths.contains($0.file) } ?? false }
            #expect(prompt.map(Self.words) == expected.map(Self.words), "\(edit)")
            let later = await session.moment()
            #expect(moment.newsroom?.ids(of: .verdict) == later.newsroom?.ids(of: .verdict))
            #expect(moment.desk?.claims["it-is"]?.state == later.desk?.claims["it-is"]?.state, "\(edit)")
        }
    }

    private static func words(_ finding: Diagnostic) -> String {
        let place = finding.span.map { "\($0.file):\($0.line):\($0.column)-\($0.byteRange.upperBound)" } ?? ""
        let fixes = finding.fixes.map { "\($0.title) \($0.safety)" }.joined(separator: ", ")
        return "\(place) \(finding.severity) \(finding.rule.name): \(finding.message) [\(fixes)]"
    }

    @Test("In a newsroom without journals they are the same")
    func simple() async throws {
        let folder = try NewsroomFolder()
        try await compare(folder.path)
    }

    @Test("In a newsroom with a published verdict they are the same")
    func journaled() async throws {
        let folder = try JournaledFolder()
        try await folder.publish()
        try await compare(folder.room.path)
    }

    @Test("What only the whole newsroom shows stays at its place, and a new file is left to the whole check")
    func wholeFindings() async throws {
        let folder = try NewsroomFolder()
        let path = "content/sources/unused.md"
        let text =
            "---\ntitle: Unused\npublisher: P\nkind: research\nchecked: read\nurl: https://example.org/u\n---\nIt shows.\n"
        try folder.write(path, text)
        let day = try #require(CalendarDate("2026-11-21"))
        let session = await NewsroomSession(
            folder: try FileTree(root: folder.path),
            includesDrafts: true,
            showsPages: false,
            today: { day }
        )
        #expect(await session.promptReport(on: [path]) == nil)
        let first = try #require(await session.report()).diagnostics
        #expect(first.contains { $0.rule.name == "unused-source" })
        let longer = text.replacing("kind: research", with: "kind: dataset\nrevised: nonsense")
        _ = await session.update([.file(path)], over: [path: Array(longer.utf8)])
        let found = try #require(await session.promptReport(on: [path])).diagnostics
        #expect(found.contains { $0.rule.name == "unused-source" && $0.span?.line == 2 })
        #expect(found.contains { $0.span?.line == 5 })
        let other = "content/sources/other.md"
        _ = await session.update(
            [.file(other)],
            over: [path: Array(longer.utf8), other: Array(text.utf8)]
        )
        #expect(await session.promptReport(on: [path, other]) == nil)
    }

    @Test("A stretch moves what stands behind it, and takes what stood in it")
    func stretch() throws {
        let old = SourceFile(path: "a.md", text: "one two three two")
        let new = SourceFile(path: "a.md", text: "one 22 four two")
        let rule = RuleID("rule", .warning)
        func place(_ range: Range<Int>) -> Range<Int>? {
            let finding = Diagnostic(
                rule: rule,
                message: "m",
                span: old.span(range),
                fixes: [Fix("f", .safe, [old.edit(range, "x")])]
            )
            let moved = ChangedStretch(from: old, to: new).moved(finding)
            if let moved {
                #expect(moved.fixes.first?.edits == [new.edit(moved.span?.byteRange ?? 0..<0, "x")])
            }
            return moved?.span?.byteRange
        }
        #expect(place(0..<3) == 0..<3)
        #expect(place(4..<7) == nil)
        #expect(place(8..<13) == nil)
        #expect(place(14..<17) == 12..<15)
    }
}
