import Newsroom
import Testing

@testable import Editorial

@Suite("The policy")
struct PolicyTests {
    private func obstacles(_ folder: DeskFolder) async throws -> [Obstacle] {
        Policy(try await folder.newsroom()).obstacles(to: try await folder.claim())
    }

    @Test("a newsroom that says nothing wants one sign-off")
    func plain() async throws {
        let folder = try DeskFolder()
        #expect(try await obstacles(folder) == [.notSubmitted, .signOffs(found: 0, needed: 1)])
        try await folder.act(.submit(note: nil), by: "ana")
        #expect(try await obstacles(folder) == [.signOffs(found: 0, needed: 1)])
        try await folder.act(.approve(ruling: "true", note: nil), by: "bo")
        #expect(try await obstacles(folder) == [])
        #expect(try await folder.state() == .approved)
    }

    @Test("sign-offs come from as many organisations as are asked for")
    func organisations() async throws {
        let folder = try DeskFolder(
            policy: "sign-offs: 2\norganisations: 2",
            [
                "content/profiles/ed.md":
                    "---\nname: Ed\nkind: person\nrole: reviewer\naffiliations: house\n---\n"
            ]
        )
        try await folder.act(.submit(note: nil), by: "ana")
        try await folder.act(.approve(ruling: "true", note: nil), by: "bo")
        try await folder.act(.approve(ruling: "true", note: nil), by: "ed")
        #expect(try await obstacles(folder) == [.organisations(found: ["house"], needed: 2)])
        #expect(try await folder.state() == .inReview)
        await #expect { try await folder.act(.publish, by: "ana") } throws: {
            "\($0)".contains("the sign-offs come from 1 of 2 organisations (`house`)")
        }
        try await folder.act(.approve(ruling: "true", note: nil), by: "cy")
        #expect(try await obstacles(folder) == [])
    }

    @Test("an author does not review, nor whoever is bound to the claimant, nor a stranger")
    func unsuitable() async throws {
        let folder = try DeskFolder()
        try await folder.act(.submit(note: nil), by: "ana")
        for (person, reason) in [
            ("ana", "no author approves"), ("di", "nobody judges their own side"),
            ("jo", "does not work here"),
            ("nobody", "does not work here"),
        ] {
            for action in [DeskAction.approve(ruling: "true", note: nil), .requestChanges(note: "x")] {
                await #expect { try await folder.act(action, by: person) } throws: {
                    "\($0)".contains(reason)
                }
            }
        }
        #expect(try await folder.claim().journal.lines.count == 1)
    }

    @Test("a sign-off of someone who became an author since does not count")
    func authorSince() async throws {
        let folder = try DeskFolder()
        try await folder.publish()
        let newsroom = try await folder.newsroom()
        let verdict = try #require(newsroom.verdicts["it-is"])
        let changed = Verdict(
            verdict,
            published: verdict.published,
            updated: verdict.updated,
            reviewers: [],
            replies: verdict.replies
        )
        #expect(
            Policy(newsroom).isEnough(try await folder.claim().history.publications[0].signOffs, for: changed)
        )
        try folder.replace("authors: ana", with: "authors: [ana, bo]", in: SmallDesk.verdict)
        let after = try await folder.newsroom()
        let signOffs = try await folder.claim().history.publications[0].signOffs
        #expect(!Policy(after).isEnough(signOffs, for: try #require(after.verdicts["it-is"])))
    }

    @Test("in agreement, a reviewer of another opinion does not sign")
    func agreement() async throws {
        let folder = try DeskFolder()
        try await folder.act(.submit(note: nil), by: "ana")
        await #expect { try await folder.act(.approve(ruling: "false", note: nil), by: "bo") } throws: {
            "\($0)".contains("the verdict's ruling is `true`, and yours is `false`")
        }
        await #expect { try await folder.act(.approve(ruling: "ture", note: nil), by: "bo") } throws: {
            "\($0)".contains("the scale has `true`, `false`, `unproven`")
        }
    }

    @Test("by majority, more than half decide, and dissent is kept")
    func majority() async throws {
        let folder = try DeskFolder(
            policy: "sign-offs: 2\nvotes: majority",
            [
                "content/profiles/ed.md": "---\nname: Ed\nkind: person\nrole: reviewer\n---\n"
            ]
        )
        try await folder.act(.submit(note: nil), by: "ana")
        try await folder.act(.approve(ruling: "true", note: nil), by: "bo")
        try await folder.act(.approve(ruling: "false", note: "I doubt it."), by: "cy")
        #expect(try await obstacles(folder) == [.votes(agreeing: 1, all: 2, ruling: "true")])
        try await folder.act(.approve(ruling: "true", note: nil), by: "ed")
        #expect(try await obstacles(folder) == [])
        try await folder.act(.publish, by: "ana")
        let newsroom = try await folder.newsroom()
        let (record, _) = try await PublicRecord.load(folder.desk(), newsroom, from: folder.tree)
        #expect(record.histories["it-is"]?.dissent.map(\.reviewer) == ["cy"])
        #expect(record.histories["it-is"]?.dissent.map(\.note) == ["I doubt it."])
    }

    @Test("another's ruling is not shown before one's own is in")
    func jointReview() async throws {
        let folder = try DeskFolder(policy: "sign-offs: 2\nvotes: majority")
        func sheet(_ reviewer: String) async throws -> String {
            let newsroom = try await folder.newsroom()
            let sheet = ReviewSheet(
                try await folder.claim(),
                for: reviewer,
                in: newsroom,
                VersionStore(folder.tree)
            )
            return sheet.lines.joined(separator: "\n")
        }
        try await folder.act(.submit(note: nil), by: "ana")
        try await folder.act(.approve(ruling: "unproven", note: "It is not proven."), by: "bo")
        #expect(try await !sheet("cy").contains("unproven"))
        #expect(try await !folder.claim().logLines(for: "cy").joined().contains("unproven"))
        #expect(try await !folder.claim().logLines(for: nil).joined().contains("unproven"))
        #expect(try await !folder.claim().logLines(for: "cy").joined().contains("not proven"))
        #expect(try await obstacles(folder) == [.signOffs(found: 1, needed: 2)])
        #expect(try await sheet("bo").contains("unproven"))
        try await folder.act(.approve(ruling: "true", note: nil), by: "cy")
        #expect(try await sheet("cy").contains("unproven"))
        #expect(try await folder.claim().logLines(for: "cy").joined().contains("not proven"))
        #expect(try await obstacles(folder) == [.votes(agreeing: 1, all: 2, ruling: "true")])
        #expect(try await folder.claim().logLines(for: "cy").joined().contains("unproven"))
    }

    @Test("the claimant is asked first, and it does not matter where that is written down")
    func rightOfReply() async throws {
        let folder = try DeskFolder(policy: "right-of-reply: yes")
        try await folder.act(.submit(note: nil), by: "ana")
        try await folder.act(.approve(ruling: "true", note: nil), by: "bo")
        #expect(try await obstacles(folder) == [.rightOfReply(of: ["jo"])])
        try await folder.act(.askReply(of: "jo", note: nil), by: "ana")
        #expect(try await obstacles(folder) == [])
        let other = try DeskFolder(policy: "right-of-reply: yes")
        try other.replace(
            "authors: ana",
            with: "authors: ana\nreplies: {from: jo, asked: 2026-11-01, answered: none}",
            in: SmallDesk.verdict
        )
        #expect(try await !obstacles(other).contains(.rightOfReply(of: ["jo"])))
    }

    @Test("copies are one lineage")
    func lineages() async throws {
        let folder = try DeskFolder(policy: "minimum-lineages: 2")
        let copy =
            "  - {source: report, stance: supports, shows: that it is}\n  - {source: copy, stance: supports, shows: the same}"
        try folder.replace(
            "  - {source: report, stance: supports, shows: that it is}",
            with: copy,
            in: SmallDesk.verdict
        )
        #expect(try await obstacles(folder).contains(.lineages(found: 1, needed: 2)))
        try folder.replace("derived-from: report\n", with: "", in: "content/sources/copy.md")
        #expect(try await !obstacles(folder).contains(.lineages(found: 1, needed: 2)))
    }

    @Test("what a reviewer approved is void when a word changes, and counts again when the word is put back")
    func staleSignOff() async throws {
        let folder = try DeskFolder()
        try await folder.act(.submit(note: nil), by: "ana")
        try await folder.act(.approve(ruling: "true", note: nil), by: "bo")
        try folder.replace("Yes, it is.", with: "Yes, it was.", in: SmallDesk.verdict)
        #expect(try await folder.state() == .draft)
        #expect(try await obstacles(folder).contains(.staleSignOff(by: "bo")))
        let desk = try await folder.desk()
        #expect(desk.findings(try await folder.newsroom()).map(\.rule) == ["stale-sign-off"])
        try folder.replace("Yes, it was.", with: "'Yes, it is.'", in: SmallDesk.verdict)
        #expect(try await folder.state() == .approved)
    }

    @Test("a policy that cannot be is named at its place")
    func impossible() {
        var files = SmallDesk.files(policy: "organisations: 2")
        let loaded = LoadedNewsroom(decoding: files.map { .init(path: $0.key, text: $0.value) })
        #expect(loaded.diagnostics.map(\.message) == ["1 sign-offs cannot come from 2 organisations"])
        files = SmallDesk.files(policy: "votes: dictatorship")
        let other = LoadedNewsroom(decoding: files.map { .init(path: $0.key, text: $0.value) })
        #expect(other.diagnostics.map(\.message) == ["`votes` cannot be `dictatorship`"])
        #expect(other.diagnostics.first?.span?.file == "content/site.yaml")
    }
}
