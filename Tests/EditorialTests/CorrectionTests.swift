import Newsroom
import Testing

@testable import Editorial

@Suite("Corrections and retractions")
struct CorrectionTests {
    private func approve(_ folder: DeskFolder, ruling: String = "true") async throws {
        try await folder.act(.submit(note: nil), by: "ana")
        try await folder.act(.approve(ruling: ruling, note: nil), by: "bo")
    }

    @Test(
        "ruling, claim, short answer and evidence are not changed without telling readers",
        arguments: [
            (SmallDesk.verdict, "ruling: true", "ruling: false", "verdict ruling"),
            (SmallDesk.verdict, "Yes, it is.", "Yes, it was.", "verdict summary"),
            (SmallDesk.verdict, "It is so", "So it is", "verdict title"),
            (SmallDesk.verdict, "that it is", "that it was", "verdict evidence 1 shows"),
            ("content/claims/it-is.md", "It is.", "It was.", "claim statement"),
            (
                "content/sources/report.md", "kind: research", "kind: research\nstatus: withdrawn",
                "documents sources report status"
            ),
        ]
    )
    func demanded(_ file: String, _ old: String, _ new: String, _ place: String) async throws {
        let folder = try DeskFolder()
        try await folder.publish()
        try folder.replace(old, with: new, in: file)
        try await approve(folder, ruling: new == "ruling: false" ? "false" : "true")
        await #expect { try await folder.act(.publish, by: "ana") } throws: { error in
            guard case .correctionNeeded(_, let differences)? = error as? DeskRefusal else { return false }
            return differences.filter(\.needsCorrection).map(\.place) == [place]
        }
        try await folder.act(.correct(.substantive, note: "We were wrong."), by: "ana")
        let history = try await folder.claim().history
        #expect(try await folder.state() == .published)
        #expect(history.publications.map(\.correction?.note) == [nil, "We were wrong."])
        #expect(history.publications[1].correction?.earlier == history.publications[0].digest)
    }

    @Test("a change to the reasoning alone is published with or without a correction")
    func reasoning() async throws {
        let folder = try DeskFolder()
        try await folder.publish()
        try folder.replace("Because it was", with: "Because it had been", in: SmallDesk.verdict)
        try await approve(folder)
        try await folder.act(.publish, by: "ana")
        #expect(try await folder.state() == .published)
        try folder.replace("Because it had been", with: "Because it is", in: SmallDesk.verdict)
        try await approve(folder)
        try await folder.act(.correct(.clarification, note: "It still is."), by: "ana")
        #expect(try await folder.state() == .published)
        let history = try await folder.claim().history
        #expect(history.publications.map(\.correction?.note) == [nil, nil, "It still is."])
    }

    @Test("a text that did not change has nothing to correct")
    func unchanged() async throws {
        let folder = try DeskFolder()
        try await folder.publish()
        try await folder.act(.reopen(reason: "A reader asked."), by: "ana")
        try await approve(folder)
        await #expect { try await folder.act(.correct(.minor, note: "x"), by: "ana") } throws: {
            $0 as? DeskRefusal == .nothingToCorrect
        }
        try await folder.act(.publish, by: "ana")
        #expect(try await folder.state() == .published)
    }

    @Test("a text that changed since it was published is an error, and readers do not get it")
    func changedSince() async throws {
        let folder = try DeskFolder()
        try await folder.publish()
        let newsroom = try await folder.newsroom()
        let published = try await folder.desk().newsroomForReaders(newsroom).publication(of: "it-is")
        #expect(published?.published?.value.description == "2026-11-18")
        #expect(published?.reviewers.map(\.value) == ["bo"])
        try folder.replace("Yes, it is.", with: "Yes, it was.", in: SmallDesk.verdict)
        let changed = try await folder.newsroom()
        let desk = try await folder.desk()
        #expect(desk.findings(changed).map(\.rule.name) == ["changed-after-publication"])
        #expect(desk.newsroomForReaders(changed).publication(of: "it-is")?.published == nil)
        let (record, _) = await PublicRecord.load(desk, changed, from: folder.tree)
        let shown = desk.approved(desk.newsroomForReaders(changed), record)
        #expect(shown.restored == ["it-is"])
        #expect(shown.newsroom.verdicts["it-is"]?.summary.value == "Yes, it is.")
        #expect(shown.newsroom.publication(of: "it-is")?.published?.value.description == "2026-11-18")
        #expect(try await folder.state() == .needsAnotherLook)
    }

    @Test("in newsroom mode a date in a file publishes nothing")
    func dateInFile() async throws {
        let folder = try DeskFolder()
        try folder.replace("authors: ana", with: "authors: ana\npublished: 2020-01-01", in: SmallDesk.verdict)
        let newsroom = try await folder.newsroom()
        #expect(
            try await folder.desk().newsroomForReaders(newsroom).publication(of: "it-is")?.published == nil
        )
    }

    @Test("what was published can be shown without git's history")
    func recoverable() async throws {
        let folder = try DeskFolder()
        try await folder.publish()
        let first = try #require(try await folder.claim().history.publications.first).digest
        try folder.replace("Yes, it is.", with: "Yes, it was.", in: SmallDesk.verdict)
        #expect(try VersionStore(folder.tree).text(of: "it-is", first).summary == "Yes, it is.")
    }

    @Test("a retraction keeps what readers saw, and what follows it is a correction")
    func retraction() async throws {
        let folder = try DeskFolder()
        try await folder.publish()
        try await folder.act(.retract(reason: "The report was forged."), by: "ana")
        #expect(try await folder.state() == .retracted)
        let newsroom = try await folder.newsroom()
        let desk = try await folder.desk()
        let (record, _) = await PublicRecord.load(desk, newsroom, from: folder.tree)
        let retraction = try #require(record.histories["it-is"]?.standing.retraction)
        #expect(retraction.reason == "The report was forged." && retraction.earlier.ruling == "true")
        #expect(desk.newsroomForReaders(newsroom).publication(of: "it-is")?.published == nil)
        try await folder.act(.reopen(reason: "A new report."), by: "ana")
        #expect(try await folder.state() == .needsAnotherLook)
        #expect(try await folder.claim().history.standing.retraction == retraction)
        try await approve(folder)
        await #expect { try await folder.act(.publish, by: "ana") } throws: {
            if case .correctionNeeded? = $0 as? DeskRefusal { true } else { false }
        }
        try await folder.act(.correct(.update, note: "There is a new report."), by: "ana")
        #expect(try await folder.state() == .published)
    }

    @Test("a reopened claim needs new sign-offs although its text is the same")
    func reopened() async throws {
        let folder = try DeskFolder()
        try await folder.publish()
        try await folder.act(.reopen(reason: "Look again."), by: "cy")
        try await folder.act(.submit(note: nil), by: "ana")
        #expect(try await folder.state() == .inReview)
        try await folder.act(.approve(ruling: "true", note: nil), by: "cy")
        try await folder.act(.publish, by: "ana")
        #expect(
            try await folder.claim().history.publications.map { $0.signOffs.map(\.reviewer) } == [
                ["bo"], ["cy"],
            ]
        )
        #expect(try await folder.claim().history.publications.allSatisfy { $0.correction == nil })
    }

    @Test("differences are shown line by line")
    func differences() throws {
        func text(_ verdict: (String) -> String) throws -> JudgedText {
            var files = SmallDesk.files()
            files[SmallDesk.verdict] = verdict(files[SmallDesk.verdict] ?? "")
            let newsroom = try SmallDesk.newsroom(files)
            let claim = try #require(newsroom.claims["it-is"])
            return try #require(JudgedText(on: claim, in: newsroom))
        }
        let old = try text { $0 + "One.\nTwo.\n" }
        let new = try text { ($0 + "One.\nThree.\n").replacing("Yes, it is.", with: "No.") }
        let differences = TextDifference.all(from: old, to: new)
        #expect(
            TextDifference.lines(differences, isPublished: true) == [
                "  verdict summary (readers have to be told)", "    - Yes, it is.", "    + No.",
                "  verdict reasoning", "    - Two.", "    + Three.",
            ]
        )
    }
}
