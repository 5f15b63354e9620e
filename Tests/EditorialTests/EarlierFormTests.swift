import Diagnostics
import Newsroom
import Testing

@testable import Editorial

/// Approvals of `assay judged text 1`, a form without some of the text on pages.
@Suite("What was approved in the first form")
struct EarlierFormTests {
    /// A claim that an earlier version published.
    private func publishedInFirstForm() async throws -> (folder: DeskFolder, text: JudgedText) {
        let folder = try DeskFolder()
        let newsroom = try await folder.newsroom()
        let claim = try #require(newsroom.claims["it-is"])
        let text = try #require(JudgedText(on: claim, in: newsroom, as: .first))
        _ = try VersionStore(folder.tree).keep(text, of: "it-is")
        let events: [(String, JournalEvent)] = [
            ("ana", .submitted(text.digest, note: nil)),
            ("bo", .signedOff(text.digest, ruling: "true", note: nil)),
            ("ana", .published(text.digest, ruling: "true")),
        ]
        var journal = Journal(of: "it-is")
        for (number, (author, event)) in events.enumerated() {
            let time = try #require(JournalTime(secondsSinceEpoch: 1_790_000_000 + number))
            journal = journal.appending(
                JournalLine(
                    previous: journal.head,
                    claim: "it-is",
                    time: time,
                    author: author,
                    event: event
                )
            )
        }
        try folder.write(folder.journalPath, String(decoding: journal.file.bytes, as: UTF8.self))
        return (folder, text)
    }

    private func findings(_ folder: DeskFolder) async throws -> [String] {
        try await folder.desk().findings(try await folder.newsroom()).map { "\($0.severity) \($0.rule.name)" }
    }

    @Test("it holds, and a warning says how it gets the form that holds more")
    func holds() async throws {
        let (folder, _) = try await publishedInFirstForm()
        #expect(try await folder.state() == .published)
        #expect(try await findings(folder) == ["warning earlier-form"])
        #expect(try await folder.verify().isSound)
        let help = try await folder.desk().findings(try await folder.newsroom()).first?.help ?? ""
        #expect(help.contains("assay reopen it-is") && help.contains("assay submit it-is"))
    }

    @Test("what it has is held against it; what it has not is what the warning is about")
    func changes() async throws {
        let (folder, _) = try await publishedInFirstForm()
        try folder.replace("checked: read", with: "checked: cited", in: "content/sources/report.md")
        #expect(try await findings(folder) == ["warning earlier-form"])
        try folder.replace("title: The report", with: "title: A report", in: "content/sources/report.md")
        #expect(try await findings(folder) == ["error changed-after-publication"])
    }

    @Test("it is reopened, submitted as it is, reviewed and published, and nothing has to be corrected")
    func move() async throws {
        let (folder, text) = try await publishedInFirstForm()
        try await folder.act(.reopen(reason: "The form of what is signed holds more now."), by: "ana")
        #expect(try await findings(folder) == [])
        let submitted = try await folder.act(.submit(note: nil), by: "ana")
        #expect(submitted.event.digest != text.digest)
        #expect(try await folder.state() == .inReview)
        // Readers see the approved text all the while.
        #expect(try await findings(folder) == [])
        let shown = try await folder.desk().newsroomForReaders(try await folder.newsroom())
        #expect(shown.publication(of: "it-is")?.published != nil)
        let sheet = ReviewSheet(
            try await folder.claim(),
            for: "bo",
            in: try await folder.newsroom(),
            VersionStore(folder.tree)
        )
        #expect(sheet.lines.contains { $0.contains("the text is the one that you looked at") })
        #expect(sheet.lines.contains { $0.contains("you approved less") })
        try await folder.act(.approve(ruling: "true", note: nil), by: "bo")
        try await folder.act(.publish, by: "ana")
        #expect(try await folder.state() == .published)
        #expect(try await findings(folder) == [])
        #expect(try await folder.verify().isSound)
        // The words, and so the day, are those of the first publication.
        let verdict = try await folder.desk().newsroomForReaders(try await folder.newsroom())
            .publication(of: "it-is")
        #expect(verdict?.published != nil && verdict?.updated == nil)
        try folder.replace("checked: read", with: "checked: cited", in: "content/sources/report.md")
        #expect(try await findings(folder) == ["error changed-after-publication"])
    }

    @Test("what is in review in the first form goes on in it")
    func inReview() async throws {
        let (folder, text) = try await publishedInFirstForm()
        let lines = try folder.text(folder.journalPath).split(separator: "\n")
        try folder.write(folder.journalPath, lines[0] + "\n")
        #expect(try await folder.state() == .inReview)
        let line = try await folder.act(.approve(ruling: "true", note: nil), by: "bo")
        #expect(line.event.digest == text.digest)
        try await folder.act(.publish, by: "ana")
        #expect(try await folder.state() == .published)
        #expect(try await folder.verify().isSound)
    }

    @Test("what readers see of a retracted text of the first form is what was approved")
    func retracted() async throws {
        let (folder, _) = try await publishedInFirstForm()
        try await folder.act(.retract(reason: "The report was forged."), by: "ana")
        #expect(try await findings(folder) == [])
        try folder.replace("statement: It is.", with: "statement: It was.", in: "content/claims/it-is.md")
        #expect(try await findings(folder) == ["error changed-after-publication"])
        let newsroom = try await folder.newsroom()
        let desk = try await folder.desk()
        let (record, _) = await PublicRecord.load(desk, newsroom, from: folder.tree)
        let shown = desk.approved(desk.newsroomForReaders(newsroom), record)
        #expect(shown.newsroom.claims["it-is"]?.statement.value == "It is.")
    }
}
