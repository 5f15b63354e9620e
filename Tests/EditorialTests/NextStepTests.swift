import Newsroom
import Testing

@testable import Editorial

@Suite("Who is next, and what waits for whom")
struct NextStepTests {
    private func report(_ folder: DeskFolder) async throws -> StatusReport {
        let day = try #require(CalendarDate("2026-12-01"))
        return StatusReport(try await folder.desk(), try await folder.newsroom(), today: day)
    }

    private func next(_ folder: DeskFolder) async throws -> String {
        try #require(try await report(folder).rows.first).next.words
    }

    @Test("a claim's way, step by step, says at each of them who is next")
    func way() async throws {
        let folder = try DeskFolder(policy: "sign-offs: 2\nright-of-reply: yes\nreply-hours: 9999")
        #expect(try await next(folder) == "ana: submit it")
        try await folder.act(.submit(note: nil), by: "ana")
        // Ana wrote it, Di belongs to the claimant's party, and Jo, the claimant, has no role.
        #expect(try await next(folder) == "bo or cy: review it")
        try await folder.act(.ask("cy", note: "You know the field."), by: "ana")
        #expect(try await next(folder) == "cy: review it")
        try await folder.act(.approve(ruling: "true", note: nil), by: "cy")
        #expect(try await next(folder) == "bo: review it")
        try await folder.act(.requestChanges(note: "Why?"), by: "bo")
        #expect(try await next(folder) == "ana: change the text")
        try await folder.act(.approve(ruling: "true", note: nil), by: "bo")
        #expect(try await next(folder) == "ana: ask the claimant for a reply")
        try await folder.act(.askReply(of: "jo", note: nil), by: "ana")
        #expect(try await next(folder).hasPrefix("jo: may answer until 20"))
        try await folder.act(.receiveReply(from: "jo", note: nil), by: "ana")
        #expect(try await next(folder) == "ana: publish it")
        try await folder.act(.publish, by: "ana")
        #expect(try await next(folder) == "-")
        try await folder.act(.reopen(reason: "Look."), by: "bo")
        #expect(try await next(folder) == "ana: submit it")
    }

    @Test("each person's work has what waits for them, and what they wait for")
    func mine() async throws {
        let folder = try DeskFolder()
        try await folder.act(.submit(note: nil), by: "ana")
        let report = try await report(folder)
        let ana = WorkReport(report, of: "ana")
        #expect(ana.waitsForMe.isEmpty && ana.iWaitFor.map(\.claim) == ["it-is"])
        #expect(ana.lines.joined().contains("YOU WAIT FOR: 1  it-is  bo or cy: review it (in review"))
        let bo = WorkReport(report, of: "bo")
        #expect(bo.lines.joined().contains("WAITS FOR YOU: 1  it-is  review it (or cy) (in review"))
        #expect(bo.json.contains("\"waits_for_me\""))
        #expect(WorkReport(report, of: "di").lines == ["nothing waits for `di`, and `di` waits for nothing"])
    }

    @Test("nobody is asked or assigned who may not judge the claim, and nothing is written")
    func conflicts() async throws {
        let folder = try DeskFolder()
        try await folder.act(.submit(note: nil), by: "ana")
        for (action, reason) in [
            (
                DeskAction.ask("di", note: nil),
                "`di` is the claimant `jo` or belongs to the same organisation"
            ),
            (.ask("ana", note: nil), "`ana` is an author of the verdict"),
            (.ask("jo", note: nil), "`jo` has no role here"),
            (.assign(to: "jo", note: nil), "`jo` is the claimant `jo` or belongs"),
            (.assign(to: "party", note: nil), "`party` is the claimant `jo` or belongs"),
        ] {
            await #expect { try await folder.act(action, by: "bo") } throws: {
                "\($0)".contains(reason)
            }
        }
        #expect(try await folder.claim().journal.lines.count == 1)
        try await folder.act(.assign(to: "ana", note: nil), by: "bo")
    }

    @Test("with `publish: editors` and `retract: editors` others are refused, and their lines are errors")
    func rights() async throws {
        let folder = try DeskFolder(policy: "publish: editors\nretract: editors")
        try folder.write(
            "content/profiles/ed.md",
            "---\nname: Ed\nkind: person\nrole: desk\n---\n"
        )
        try await folder.act(.submit(note: nil), by: "ana")
        try await folder.act(.approve(ruling: "true", note: nil), by: "bo")
        #expect(try await next(folder) == "ed: publish it")
        await #expect { try await folder.act(.publish, by: "ana") } throws: {
            "\($0)" == "`ana` is no editor, and the policy has `publish: editors`; ask `ed`"
        }
        try await folder.act(.publish, by: "ed")
        await #expect { try await folder.act(.retract(reason: "No."), by: "bo") } throws: {
            "\($0)".contains("`bo` is no editor, and the policy has `retract: editors`")
        }
        #expect(try await folder.verify().diagnostics == [])
        try folder.replace("role: desk", with: "role: staff", in: "content/profiles/ed.md")
        let found = try await folder.verify().diagnostics
        #expect(found.map(\.rule.name) == ["published-without-right"])
    }
}
