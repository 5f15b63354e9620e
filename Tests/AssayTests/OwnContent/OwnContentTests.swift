import Foundation
import TestSupport
import Testing

/// The repository's own newsroom, whole and broken: whole, it has no warnings; each break shows that a rule would
/// see one.
struct OwnContentTests {
    @Test("The repository's own newsroom has no error and no warning")
    func whole() throws {
        #expect(try NewsroomCopy().findings() == [])
    }

    @Test(
        "Every warning fires on a copy with one thing broken, and nothing else does",
        arguments: BrokenCopy.all
    )
    func broken(_ broken: BrokenCopy) throws {
        let copy = try NewsroomCopy()
        // Newsroom mode would add an error of its own for each changed text.
        try copy.change(
            BrokenCopy.Change(file: "content/site.yaml", old: "mode: newsroom", new: "mode: simple")
        )
        for change in broken.changes { try copy.change(change) }
        let findings = try copy.findings()
        #expect(findings.map(\.rule) == [broken.rule])
        #expect(findings.map(\.severity) == ["warning"])
        let place = try #require(findings.first?.location)
        #expect(place.file == broken.file)
        #expect(try copy.line(place.line, of: place.file).contains(broken.line))
    }

    @Test("A text that changes after it was signed off")
    func staleSignOff() throws {
        let copy = try NewsroomCopy()
        let (claim, verdict) = try copy.addTwin(of: "ukraine-warned-major-attack")
        // In review, these fields contradict the journal.
        try copy.change(
            BrokenCopy.Change(
                file: verdict,
                old: "reviewers: [first-desk]\npublished: 2026-11-21\n",
                new: ""
            )
        )
        try copy.desk("submit", claim, "--as", "second-desk")
        try copy.desk("review", claim, "--approve", "true", "--as", "first-desk")
        #expect(try copy.findings() == [])
        try copy.change(BrokenCopy.Change(file: verdict, old: "title: Two", new: "title: The two"))
        let findings = try copy.findings()
        #expect(findings.map(\.rule) == ["stale-sign-off"])
        let place = try #require(findings.first?.location)
        #expect(place.file == verdict)
        #expect(try copy.line(place.line, of: place.file).hasPrefix("ruling:"))
    }

    @Test("A ruling that was last published in the first form of judged text")
    func earlierForm() throws {
        let copy = try NewsroomCopy()
        // The lines up to the publication; the later ones brought the second form and other words.
        try copy.keepLines(3, of: "content/journal/ukraine-warned-major-attack.jsonl")
        for kind in ["claim", "verdict"] {
            try copy.restore("\(kind).md", as: "content/\(kind)s/ukraine-warned-major-attack.md")
        }
        #expect(try copy.findings().map(\.rule) == ["earlier-form"])
    }

    @Test("No warning rule is left out")
    func everyWarning() throws {
        let listed = try CommandLineTool.run(["explain"]).output.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ", maxSplits: 2)
            return words.count == 3 && words[1] == "warning" ? String(words[0]) : nil
        }
        #expect(listed.count > 20)
        let withJournals = [
            "stale-sign-off", "earlier-form", "renamed-reviewer", "ignored-field", "unread-signer",
        ]
        // These need captures, stamps or a log of looks at pages; `test_captures.py` and its neighbours make them.
        let withCaptures = [
            "stamp-without-root", "capture-not-stamped", "capture-blocked", "capture-has-session-cookie",
            "snapshot-unknown", "quote-not-in-snapshot", "quote-only-hidden", "source-changed", "source-gone",
            "watch-log",
        ]
        #expect(Set(listed) == Set(BrokenCopy.all.map(\.rule) + withJournals + withCaptures))
        #expect(BrokenCopy.all.count == Set(BrokenCopy.all.map(\.rule)).count)
    }
}
