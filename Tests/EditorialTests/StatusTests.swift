import Newsroom
import Testing

@testable import Editorial

@Suite("The status of claims")
struct StatusTests {
    private func row(_ folder: DeskFolder, on day: String = "2026-12-01") async throws -> StatusReport.Row {
        let today = try #require(CalendarDate(day))
        let newsroom = try await folder.newsroom()
        return try #require(StatusReport(await folder.desk(), newsroom, today: today).rows.first)
    }

    @Test("where verdicts are published by their day, the day decides")
    func simple() async throws {
        let folder = try DeskFolder()
        try folder.replace("mode: newsroom", with: "mode: simple", in: "content/site.yaml")
        var row = try await row(folder)
        #expect(row.state == .draft && row.obstacles == [.notPublishedYet(nil)])
        try folder.replace("authors: ana", with: "authors: ana\npublished: 2026-11-30", in: SmallDesk.verdict)
        row = try await self.row(folder)
        #expect(row.state == .published && row.obstacles == [] && row.since == "2026-11-30")
        row = try await self.row(folder, on: "2026-11-29")
        #expect(row.state == .draft && row.obstacles == [.notPublishedYet("2026-11-30")])
    }

    @Test("in newsroom mode a day in the file publishes nothing")
    func newsroomMode() async throws {
        let folder = try DeskFolder()
        try folder.replace("authors: ana", with: "authors: ana\npublished: 2026-11-30", in: SmallDesk.verdict)
        let row = try await row(folder)
        #expect(row.state == .draft && row.obstacles == [.notSubmitted])
    }

    @Test("a remark does not change since when a claim stands where it stands")
    func since() async throws {
        let folder = try DeskFolder()
        try await folder.act(.submit(note: nil), by: "ana")
        let before = try await row(folder).since
        try await folder.act(.comment(note: "Hm."), by: "bo")
        try await folder.act(.askReply(of: "jo", note: nil), by: "bo")
        #expect(try await row(folder).since == before)
        try await folder.act(.requestChanges(note: "No."), by: "bo")
        #expect(try await row(folder).since != before)
    }

    @Test("a journal that does not hold blocks its claim")
    func broken() async throws {
        let folder = try DeskFolder()
        try await folder.publish()
        try folder.write(folder.journalPath, try folder.text(folder.journalPath) + "{")
        #expect(try await row(folder).obstacles == [.brokenJournal])
    }

    @Test("reading one journal says of its claim what reading all of them says")
    func one() async throws {
        let folder = try DeskFolder()
        try await folder.publish()
        let newsroom = try await folder.newsroom()
        let one = await Desk.load(newsroom, from: folder.tree, only: "it-is")
        #expect(one.claims["it-is"]?.state == .published)
        let none = await Desk.load(newsroom, from: folder.tree, only: "other")
        #expect(none.claims["it-is"]?.journal.lines.isEmpty == true)
    }
}
