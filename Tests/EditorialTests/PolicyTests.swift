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
        #expect(
            Policy(newsroom).isEnough(try await folder.claim().history.publications[0].signOffs, for: verdict)
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
        #expect(
            try await folder.claim().logLines(for: "cy").joined().contains(
                "shown when yours is in, or published"
            )
        )
        // The author never votes.
        #expect(
            try await folder.claim().logLines(for: "ana").joined().contains("shown when the votes are in")
        )
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
        #expect(desk.findings(try await folder.newsroom()).map(\.rule.name) == ["stale-sign-off"])
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

    /// A time on 18 November 2026, the first day of the desk's folders.
    private func time(_ text: String) throws -> JournalTime { try #require(JournalTime(text)) }

    @Test("whoever else was asked, the claimant was not")
    func othersAsked() async throws {
        let folder = try DeskFolder(policy: "right-of-reply: yes")
        try await folder.act(.submit(note: nil), by: "ana")
        try await folder.act(.approve(ruling: "true", note: nil), by: "bo")
        for other in ["party", "di", "other"] {
            try await folder.act(.askReply(of: other, note: nil), by: "ana")
            try await folder.act(.receiveReply(from: other, note: nil), by: "ana")
        }
        #expect(try await obstacles(folder) == [.rightOfReply(of: ["jo"])])
        try await folder.act(.receiveReply(from: "jo", note: nil), by: "ana")
        #expect(try await obstacles(folder) == [])
    }

    @Test("a claimant who was asked has as many hours to answer as the policy says, or until an answer comes")
    func replyHours() async throws {
        let folder = try DeskFolder(policy: "right-of-reply: yes\nreply-hours: 24")
        try await folder.act(.submit(note: nil), by: "ana")
        try await folder.act(.approve(ruling: "true", note: nil), by: "bo")
        let asked = try await folder.act(.askReply(of: "jo", note: nil), by: "ana").time
        // A second request does not restart the time to answer.
        try await folder.act(.askReply(of: "jo", note: "Again."), by: "ana")
        let end = try #require(JournalTime(secondsSinceEpoch: asked.secondsSinceEpoch + 86_400))
        let policy = Policy(try await folder.newsroom())
        let claim = try await folder.claim()
        #expect(policy.obstacles(to: claim) == [.replyTime(of: "jo", until: end)])
        for (offset, isWaiting) in [(0, true), (86_399, true), (86_400, false)] {
            let now = JournalTime(secondsSinceEpoch: asked.secondsSinceEpoch + offset)
            #expect(policy.obstacles(to: claim, at: now).isEmpty == !isWaiting)
        }
        await #expect { try await folder.act(.publish, by: "ana") } throws: {
            "\($0)".contains("`jo` was asked for a reply, and has until \(end) to answer")
        }
        try await folder.act(.receiveReply(from: "jo", note: "No."), by: "ana")
        try await folder.act(.publish, by: "ana")
    }

    @Test("a day in the verdict's replies counts from its end")
    func replyDays() async throws {
        let folder = try DeskFolder(policy: "right-of-reply: yes\nreply-hours: 24")
        try folder.replace(
            "authors: ana",
            with: "authors: ana\nreplies: {from: jo, asked: 2026-11-17, answered: none}",
            in: SmallDesk.verdict
        )
        try await folder.act(.submit(note: nil), by: "ana")
        try await folder.act(.approve(ruling: "true", note: nil), by: "bo")
        let policy = Policy(try await folder.newsroom())
        let claim = try await folder.claim()
        #expect(policy.obstacles(to: claim, at: try time("2026-11-18T23:59:59Z")).count == 1)
        #expect(policy.obstacles(to: claim, at: try time("2026-11-19T00:00:00Z")) == [])
    }

    @Test("hours to answer without anyone to be asked are named")
    func idleHours() {
        let files = SmallDesk.files(policy: "reply-hours: 24")
        let loaded = LoadedNewsroom(decoding: files.map { .init(path: $0.key, text: $0.value) })
        #expect(loaded.diagnostics.map(\.message).first?.contains("nobody has to be asked") == true)
    }

    private func sheet(_ folder: DeskFolder, _ reviewer: String) async throws -> String {
        let sheet = ReviewSheet(
            try await folder.claim(),
            for: reviewer,
            in: try await folder.newsroom(),
            VersionStore(folder.tree)
        )
        return sheet.lines.joined(separator: "\n")
    }

    @Test("a tied vote is named, shown to those who have to settle it, and kept from who may still vote")
    func tie() async throws {
        let folder = try DeskFolder(
            policy: "sign-offs: 2\nvotes: majority",
            ["content/profiles/ed.md": "---\nname: Ed\nkind: person\nrole: reviewer\n---\n"]
        )
        try await folder.act(.submit(note: nil), by: "ana")
        try await folder.act(.approve(ruling: "true", note: "It stands."), by: "bo")
        #expect(try await !sheet(folder, "ana").contains("It stands."))
        try await folder.act(.approve(ruling: "false", note: "It does not."), by: "cy")
        let tied = try await obstacles(folder).map(\.description)
        #expect(
            tied.count == 1 && tied[0].hasPrefix("the vote is tied: 1 of 2")
                && tied[0].contains("ask another reviewer")
        )
        let author = try await sheet(folder, "ana")
        for text in ["bo on", "true", "It stands.", "cy on", "false", "It does not.", "the vote is tied"] {
            #expect(author.contains(text), "\(text)")
        }
        #expect(try await folder.claim().logLines(for: "ana").joined().contains("It does not."))
        // Ed may still vote, and must not be influenced; Di has no vote left.
        for hidden in ["It stands.", "It does not."] {
            #expect(try await !sheet(folder, "ed").contains(hidden))
            #expect(try await !folder.claim().logLines(for: "ed").joined().contains(hidden))
            #expect(try await sheet(folder, "di").contains(hidden))
        }
        // A further vote settles the tie.
        let other = try await folder.act(.approve(ruling: "true", note: nil), by: "ed")
        #expect(other.event.kind == .signedOff)
        #expect(try await obstacles(folder) == [])
    }

    @Test("a changed text settles a tied vote, too")
    func tieChanged() async throws {
        let folder = try DeskFolder(policy: "sign-offs: 2\nvotes: majority")
        try await folder.act(.submit(note: nil), by: "ana")
        try await folder.act(.approve(ruling: "true", note: nil), by: "bo")
        try await folder.act(.approve(ruling: "false", note: nil), by: "cy")
        try folder.replace("Yes, it is.", with: "Mostly, it is.", in: SmallDesk.verdict)
        try await folder.act(.submit(note: nil), by: "ana")
        try await folder.act(.approve(ruling: "true", note: nil), by: "bo")
        try await folder.act(.approve(ruling: "true", note: nil), by: "cy")
        #expect(try await obstacles(folder) == [])
    }

    @Test("a reviewer is shown what readers see now, whatever they looked at before")
    func whatReadersSee() async throws {
        let folder = try DeskFolder()
        try await folder.publish()
        #expect(try await sheet(folder, "bo").contains("readers    see this text, published on 2026-11-18"))
        try await folder.act(.retract(reason: "A source was forged."), by: "ana")
        let retracted = try await sheet(folder, "bo")
        #expect(
            retracted.contains("readers    see that `true` was retracted on 2026-11-1")
                && retracted.contains("A source was forged.")
        )
        #expect(!retracted.contains("nothing changed"))
        try await folder.act(.reopen(reason: "The source is genuine."), by: "ana")
        try await folder.act(.submit(note: nil), by: "ana")
        let reopened = try await sheet(folder, "bo")
        #expect(
            reopened.contains("was retracted") && reopened.contains("the text is the one that you looked at")
        )
        try folder.replace("Yes, it is.", with: "Yes, it was.", in: SmallDesk.verdict)
        let changed = try await sheet(folder, "cy")
        #expect(
            changed.contains("what readers saw last, and what is there now:")
                && changed.contains("+ Yes, it was.")
        )
    }
}
