import Diagnostics
import Files
import Newsroom
import Testing

@testable import Editorial

/// Renames in a newsroom with a published, signed-off claim.
struct RenamedTests {
    private static let body = """
        ---
        claim: it-is
        ruling: true
        title: It is so
        summary: Yes, it is.
        authors: ana
        evidence:
          - {source: report, stance: supports, shows: that it is}
          - source: copy
            stance: context
            shows: that it was copied
        ---
        Because it was reported [@report, p. 4; @copy], as [the report](source:report) says, and @copy too.
        See [more][1] and `@report` in code.

        [1]: source:report "Report"
        """

    private func published() async throws -> DeskFolder {
        let folder = try DeskFolder([
            SmallDesk.verdict: Self.body,
            "content/claims/other.md":
                "---\nstatement: Other.\nclaimant: jo\nrelated: it-is\n---\nAs [it](claim:it-is) is.\n",
        ])
        try await folder.publish()
        return folder
    }

    /// Renames, and writes the files.
    private func rename(
        _ old: String,
        to new: String,
        _ space: IDSpace,
        in folder: DeskFolder,
        by author: String = "ana"
    ) async throws {
        let newsroom = try await folder.newsroom()
        let desk = await Desk.load(newsroom, from: folder.tree)
        let time = try #require(JournalTime(secondsSinceEpoch: 1_795_011_000))
        let claim = space == .record(.claim) ? desk.claims[old] : nil
        let journal = claim.flatMap { claim in
            claim.journal.file.bytes.isEmpty
                ? nil
                : (
                    claim: claim, pen: DeskPen(folder.tree, author: author, time: time, key: nil),
                    note: String?.none
                )
        }
        let change = try await Renaming.rename(
            old,
            to: new,
            in: space,
            newsroom,
            folder.tree,
            journal: journal
        )
        let loaded = await LoadedNewsroom.load(from: change.files.tree).newsroom
        let after = try #require(loaded)
        #expect(Renaming.voided(desk, newsroom, by: after) == [])
        #expect(change.unclear == [])
        try change.files.write()
    }

    private func expectPublished(_ folder: DeskFolder, _ id: String = "it-is") async throws {
        let claim = try await folder.claim(id)
        #expect(claim.state == .published)
        let found = try await folder.verify()
        #expect(found.diagnostics.map(\.message) == [])
        let desk = try await folder.desk()
        #expect(desk.findings(try await folder.newsroom()).map(\.message) == [])
    }

    @Test("A source: fields, citations, links and their definitions name it anew, and the sign-offs stand")
    func source() async throws {
        let folder = try await published()
        try await rename("report", to: "register", .record(.source), in: folder)
        try await expectPublished(folder)
        let verdict = try folder.text(SmallDesk.verdict)
        #expect(verdict.contains("[@register, p. 4; @copy], as [the report](source:register) says"))
        #expect(verdict.contains("`@report` in code"))
        #expect(verdict.contains("[1]: source:register \"Report\""))
        #expect(try folder.text("content/sources/copy.md").contains("derived-from: register"))
        #expect(try folder.text("content/sources/register.md").contains("formerly: [report]\n---\n"))
        // And back: its own id is the first one again.
        try await rename("register", to: "report", .record(.source), in: folder)
        try await expectPublished(folder)
        #expect(try folder.text("content/sources/report.md").contains("formerly: [report, register]\n"))
    }

    @Test(
        "People, articles and rulings",
        arguments: ["profile jo", "profile bo", "profile ana", "article paper", "ruling true"]
    )
    func others(_ name: String) async throws {
        let folder = try await published()
        let words = name.split(separator: " ").map(String.init)
        let space = try #require(IDSpace(word: words[0]))
        try await rename(words[1], to: "new-" + words[1], space, in: folder)
        try await expectPublished(folder)
        try await rename("new-" + words[1], to: "newer-" + words[1], space, in: folder)
        try await expectPublished(folder)
        // What is written afterwards holds too: a second review by the renamed reviewer of the renamed ruling.
        let (reviewer, writer) = (
            name.hasSuffix("bo") ? "newer-bo" : "bo", name.hasSuffix("ana") ? "newer-ana" : "ana"
        )
        try await folder.act(.reopen(reason: "Look."), by: writer)
        try await folder.act(.submit(note: nil), by: writer)
        try await folder.act(
            .approve(ruling: name == "ruling true" ? "newer-true" : "true", note: nil),
            by: reviewer
        )
        try await folder.act(.publish, by: writer)
        try await expectPublished(folder)
        let claim = try await folder.claim()
        #expect(claim.history.publications.last?.reviewers == [reviewer])
        #expect(!(try folder.text(folder.journalPath)).contains("newer-"))
    }

    @Test("A claim: its verdict, journal and texts go with it, and it goes on under its new id")
    func claim() async throws {
        let folder = try await published()
        try await rename("it-is", to: "so-it-is", .record(.claim), in: folder)
        try await expectPublished(folder, "so-it-is")
        #expect(try folder.text("content/verdicts/so-it-is.md").contains("claim: so-it-is\n"))
        let other = try folder.text("content/claims/other.md")
        #expect(other.contains("related: so-it-is\n") && other.contains("(claim:so-it-is)"))
        #expect(folder.tree.files(below: "content/versions/it-is").isEmpty)
        #expect(!folder.tree.isFolder("content/versions/it-is"))
        let journal = try folder.text("content/journal/so-it-is.jsonl")
        #expect(journal.hasSuffix("\"event\":\"renamed\",\"to\":\"so-it-is\",\"from\":\"it-is\"}\n"))
        #expect(journal.components(separatedBy: "\"claim\":\"it-is\"").count == 5)
        try await rename("so-it-is", to: "it-is", .record(.claim), in: folder)
        try await expectPublished(folder)
        try await folder.act(.retract(reason: "Wrong."), by: "ana")
        #expect(try await folder.state() == .retracted)
        #expect(try await folder.verify().diagnostics.map(\.message) == [])
    }

    @Test("A journal under another name without that line, or copied, is broken")
    func byHand() async throws {
        let folder = try await published()
        let journal = try folder.text(folder.journalPath)
        for (name, text) in [
            ("other", journal),
            (
                "it-is",
                journal.replacing(
                    "\"claim\":\"it-is\",\"at\":\"2026-11-19",
                    with: "\"claim\":\"other\",\"at\":\"2026-11-19"
                )
            ),
        ] {
            let file = SourceFile(path: Journal.path(of: name), text: text)
            #expect(!Journal(name, file).isSound || text == journal && name == "it-is")
        }
        let copy = Journal("other", SourceFile(path: Journal.path(of: "other"), text: journal))
        #expect(copy.diagnostics.map(\.rule) == [.brokenJournal])
        #expect(copy.lines.isEmpty)
    }

    @Test("A changed document is found under its new id as under its old one")
    func changed() async throws {
        let folder = try await published()
        try await rename("report", to: "register", .record(.source), in: folder)
        try folder.replace(
            "title: The report",
            with: "title: Another report",
            in: "content/sources/register.md"
        )
        #expect(try await folder.claim().state == .needsAnotherLook)
        let desk = try await folder.desk()
        #expect(desk.findings(try await folder.newsroom()).map(\.rule).contains(.changedAfterPublication))
    }

    @Test("What was approved is shown under the present ids, where the files say something else")
    func approved() async throws {
        let folder = try await published()
        try await rename("report", to: "register", .record(.source), in: folder)
        try folder.replace("title: It is so", with: "title: It is not so", in: SmallDesk.verdict)
        let newsroom = try await folder.newsroom()
        let desk = await Desk.load(newsroom, from: folder.tree)
        let (record, missing) = await PublicRecord.load(desk, newsroom, from: folder.tree)
        #expect(missing == [])
        let shown = desk.approved(desk.newsroomForReaders(newsroom), record)
        #expect(shown.restored == ["it-is"])
        let verdict = try #require(shown.newsroom.verdicts["it-is"])
        #expect(verdict.title.value == "It is so")
        #expect(verdict.evidence.map(\.reference.id.value) == ["register", "copy"])
        let body = verdict.file.text(verdict.body)
        #expect(body.contains("[@register, p. 4; @copy]") && body.contains("(source:register)"))
    }

    @Test("One record takes the place of another, and the texts that change are named")
    func merged() async throws {
        let folder = try await published()
        let newsroom = try await folder.newsroom()
        let desk = await Desk.load(newsroom, from: folder.tree)
        let change = try Renaming.merge("copy", into: "report", in: .record(.source), newsroom, folder.tree)
        let loaded = await LoadedNewsroom.load(from: change.files.tree).newsroom
        #expect(Renaming.voided(desk, newsroom, by: try #require(loaded)) == ["it-is"])
        try change.files.write()
        let after = try await folder.newsroom()
        #expect(after.sources["copy"] == nil)
        #expect(after.formerIDs.current(.record(.source), "copy") == "report")
        #expect(after.formerIDs.identity(.record(.source), "report") == "report")
        #expect(try folder.text(SmallDesk.verdict).contains("[@report, p. 4; @report]"))
    }

    @Test("Ids that are taken, that were another record's, or are none")
    func refused() async throws {
        let folder = try DeskFolder()
        try await rename("report", to: "register", .record(.source), in: folder)
        let newsroom = try await folder.newsroom()
        for (old, new) in [
            ("register", "copy"), ("register", "COPY"), ("copy", "report"), ("nothing", "x"), ("copy", "A b"),
            ("copy", "copy"),
            ("report", "x"),
        ] {
            #expect(throws: RenamePlan.Problem.self) {
                try RenamePlan(of: old, to: new, in: .record(.source), newsroom)
            }
        }
        try folder.write(
            "content/sources/third.md",
            try folder.text("content/sources/copy.md").replacing(
                "derived-from: register",
                with: "formerly: report"
            )
        )
        let loaded = await LoadedNewsroom.load(from: folder.tree)
        #expect(loaded.diagnostics.map(\.rule) == [.duplicateId])
    }
}
