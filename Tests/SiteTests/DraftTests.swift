import Addresses
import Diagnostics
import Digests
import Newsroom
import Testing

@testable import Editorial
@testable import Site

@Suite struct DraftTests {
    /// All texts of the fixture's draft, and the ids of records that only the draft uses.
    static let secrets = [
        "SECRET-DRAFT", "school-roof-leaks", "secret-source", "board-member", "Sam Draft", "The school roof",
    ]

    @Test func nothingOfADraftIsInTheSite() async throws {
        let site = try await BuiltSite(Fixture("bridge").edition())
        for (path, bytes) in site.files {
            let text = path + String(decoding: bytes, as: UTF8.self)
            for secret in Self.secrets { #expect(!text.contains(secret), "\(path) has \(secret)") }
        }
    }

    @Test func anEmailAddressIsNeverPublished() async throws {
        for drafts in [false, true] {
            let site = try await BuiltSite(Fixture("bridge").edition(includingDrafts: drafts))
            #expect(site.pages.values.allSatisfy { !$0.contains("desk@ledger.example") })
        }
    }

    @Test func draftPagesSaySoAndStayOutOfSearchEngines() async throws {
        let site = try await BuiltSite(Fixture("bridge").edition(includingDrafts: true))
        for route in [Route.claim("school-roof-leaks"), .source("secret-source"), .profile("board-member")] {
            let page = try site.page(route)
            #expect(page.contains(#"<meta name="robots" content="noindex">"#), "\(route.path)")
            #expect(page.contains("Draft, not published"), "\(route.path)")
        }
        let published = try site.page(.claim("bridge-cost"))
        #expect(!published.contains("noindex"))
        #expect(!published.contains(#"<body class="draft">"#))
    }

    @Test func aRetractedClaimIsItsNoticeAloneUntilItIsTakenUpAgain() async throws {
        let fixture = try await Fixture("bridge")
        func pages(reopened: Bool) async throws -> [String: String] {
            let edition = Edition(
                of: fixture.newsroom,
                today: Fixture.today,
                includingDrafts: true,
                record: try retraction(of: "bridge-cost", reopened: reopened)
            )
            return try await BuiltSite(edition).pages
        }
        let title = try #require(fixture.newsroom.verdicts["bridge-cost"]?.title.value)

        let retracted = try await pages(reopened: false)
        let page = try #require(retracted[Route.claim("bridge-cost").path])
        #expect(page.contains("The figures were of another bridge."))
        #expect(!page.contains(#"<body class="draft">"#))
        for (path, text) in retracted { #expect(!text.contains(title), "\(path)") }

        // The desk sees the text of a reopened claim.
        let reopened = try #require(try await pages(reopened: true)[Route.claim("bridge-cost").path])
        #expect(reopened.contains(title) && reopened.contains("The figures were of another bridge."))
    }

    @Test func aRetractedClaimKeepsTheCardThatOthersFrame() async throws {
        let fixture = try await Fixture("bridge")
        let claim = try #require(fixture.newsroom.claims["bridge-cost"])
        let title = "Retracted: our ruling on “\(claim.statement.value)”"
        let verdict = try #require(fixture.newsroom.verdicts["bridge-cost"])
        // The verdict in the form that the desk gives to readers.
        let takenBack = VerdictPublication(
            published: nil,
            updated: nil,
            reviewers: [],
            replies: [],
            isRetracted: true
        )
        let newsroom = fixture.newsroom.replacing(publications: [verdict.id: takenBack])
        for (drafts, reopened) in [(false, false), (true, false), (true, true)] {
            let site = try await BuiltSite(
                Edition(
                    of: newsroom,
                    today: Fixture.today,
                    includingDrafts: drafts,
                    record: try retraction(of: claim.id, reopened: reopened)
                )
            )
            let card = try site.page(.embed(claim.id))
            #expect(card.contains(">\(title)</a>") && card.contains("The figures were of another bridge."))
            #expect(card.contains("12 November 2026") && !card.contains(#"class="pips""#))
            let answer = try site.page(.oEmbed(claim.id))
            #expect(answer.contains(#""title":"\#(title)""#) || answer.contains(#""title": "\#(title)""#))
            #expect(answer.contains("embed/bridge-cost/"))
            let page = try site.page(.claim(claim.id))
            #expect(page.contains("oembed/bridge-cost.json"))
            guard !reopened else { continue }
            #expect(
                page.contains(#"<meta name="description" content="The figures were of another bridge.">"#)
            )
            #expect(page.contains(#"<meta property="og:title" content="Retracted: "#))
        }
    }

    /// The public record after a retraction, with or without a reopening.
    private func retraction(of claim: String, reopened: Bool) throws -> PublicRecord {
        let digest = Digest(of: [])
        let events: [JournalEvent] = [
            .published(digest, ruling: "true"),
            .retracted(digest, ruling: "true", note: "The figures were of another bridge."),
        ]
        let times = try (1...3).map { try #require(JournalTime("2026-11-1\($0)T10:00:00Z")) }
        let lines = zip(times, reopened ? events + [.reopened(note: "New figures.")] : events).map {
            JournalLine(previous: nil, claim: claim, time: $0, author: "desk", event: $1)
        }
        let earlier = Publication(
            digest: digest,
            ruling: "true",
            time: times[0],
            author: "desk",
            signOffs: [],
            correction: nil
        )
        let history = PublicHistory(
            claim: claim,
            standing: .retracted(
                Retraction(
                    earlier: earlier,
                    time: times[1],
                    author: "desk",
                    reason: "The figures were of another bridge."
                )
            ),
            publications: [earlier],
            lines: lines,
            signatures: JournalSignatures(
                unverified: Journal(claim, SourceFile(path: "", bytes: lines.flatMap(\.bytes))),
                .optional
            ),
            journal: [],
            versions: []
        )
        return PublicRecord(histories: [claim: history], signers: nil, signatures: .optional)
    }
}
