import Addresses
import Newsroom
import Testing

@testable import Site

@Suite struct FrontPageTests {
    /// An edition with these claims by id, each with its day and its amount of evidence.
    private static func edition(
        _ claims: [String: (published: String?, evidence: Int)],
        includingDrafts: Bool = false
    ) throws -> Edition {
        var files = [
            "content/site.yaml": """
            name: X
            url: https://x.example/
            language: en
            description: X.
            publisher: p
            scale: {version: 1, rulings: [{id: "no", label: "No", meaning: "No."}, {id: "yes", label: "Yes", meaning: "Yes."}]}
            topics: [{id: t, name: Tides}]
            """,
            "content/profiles/p.md": "---\nname: Pat\nkind: person\n---\n",
            "content/sources/s.md":
                "---\ntitle: S\npublisher: P\nkind: news-report\nchecked: read\nstatus: withdrawn\n---\n",
        ]
        for (id, claim) in claims {
            files["content/claims/\(id).md"] =
                "---\nstatement: S \(id).\nclaimant: p\ntopics: t\n---\n"
            let evidence = Array(
                repeating: "{source: s, stance: supports, shows: So.}",
                count: claim.evidence
            )
            files["content/verdicts/\(id).md"] = """
                ---
                claim: \(id)
                ruling: "no"
                title: T \(id)
                summary: S.
                authors: p
                \(claim.published.map { "published: \($0)" } ?? "review-by: 2027-01-01")
                evidence: [\(evidence.joined(separator: ", "))]
                ---
                No.
                """
        }
        return try Fixture(files).edition(includingDrafts: includingDrafts)
    }

    private static func page(_ subject: PageSubject, of edition: Edition) throws -> String {
        let renderer = SiteRenderer(
            edition: edition,
            theme: SiteTemplates(theme: Fixture.theme),
            words: Fixture.words
        )
        let (file, diagnostics) = renderer.render(subject)
        #expect(diagnostics.map(\.message) == [])
        return String(decoding: try #require(file).bytes, as: UTF8.self)
    }

    @Test func theNewestRulingWithTheMostEvidenceLeads() throws {
        let edition = try Self.edition(
            [
                "older": ("2026-10-01", 9), "thin": ("2026-11-01", 1), "rich": ("2026-11-01", 3),
                "draft": (nil, 20),
            ],
            includingDrafts: true
        )
        var choice = FrontPageChoice(of: RankedClaims(edition.ratedClaims))
        #expect(choice.takeNewest(10).map(\.claimID) == ["rich", "thin", "older", "draft"])
        #expect(choice.takeNewest(10).isEmpty)
    }

    @Test func eachRulingIsShownOnce() throws {
        let days = (1...20).map { ("c\($0)", (published: Optional("2026-10-\($0 + 10)"), evidence: 1)) }
        let edition = try Self.edition(Dictionary(uniqueKeysWithValues: days))
        let page = try Self.page(.home, of: edition)
        let shown = page.matches(of: /<(?:h[23][^>]*|li)><a href="claims\/(c\d+)\/index.html">/).map {
            String($0.1)
        }
        let count = 1 + FrontPageChoice.besideCount + FrontPageChoice.topicCount + FrontPageChoice.latestCount
        #expect(shown == (0..<count).map { "c\(20 - $0)" })
    }

    @Test func aTopicWithOneRulingLeftHasNoSectionAndFewClaimsHaveNoTally() throws {
        let five = try Self.page(.home, of: Self.edition(Self.claims(5)))
        #expect(!five.contains("front-topic\"") && five.contains("c1/index.html"))
        #expect(!five.contains("tally_heading"))
        let ten = try Self.page(.home, of: Self.edition(Self.claims(10)))
        #expect(ten.contains("class=\"front-topic\"") && ten.contains("tally_heading"))
    }

    private static func claims(_ count: Int) -> [String: (published: String?, evidence: Int)] {
        Dictionary(uniqueKeysWithValues: (1...count).map { ("c\($0)", ("2026-10-\($0 + 10)", 1)) })
    }

    @Test func anEmptySiteSaysSo() throws {
        let edition = try Self.edition([:])
        #expect(try Self.page(.home, of: edition).contains("Nothing has been published yet."))
        #expect(try Self.page(.archive, of: edition).contains("Nothing has been published yet."))
        #expect(edition.publicationYears.isEmpty)
    }

    @Test func theArchiveHasAPageForEachYearAndMonthWithRulings() throws {
        var claims: [String: (published: String?, evidence: Int)] = [
            "a": ("2025-12-31", 0), "b": ("2026-01-01", 0), "draft": (nil, 0),
        ]
        for number in 1...60 { claims["c\(number)"] = ("2026-03-05", 0) }
        let edition = try Self.edition(claims, includingDrafts: true)
        let routes = SitePlan.pages(of: edition).compactMap { subject -> String? in
            if case .period = subject { subject.route.path } else { nil }
        }
        #expect(
            routes == [
                "archive/2026/index.html", "archive/2026/page/2/index.html", "archive/2026/03/index.html",
                "archive/2026/03/page/2/index.html", "archive/2026/01/index.html",
                "archive/2025/index.html", "archive/2025/12/index.html",
            ]
        )
        let overview = try Self.page(.archive, of: edition)
        #expect(
            overview.contains(
                #"<a href="../archive/2026/03/index.html">March 2026</a> <span class="count">60 claims"#
            )
        )
        let january = try #require(CalendarDate("2026-01"))
        let month = try Self.page(.period(january, number: 1), of: edition)
        #expect(month.contains("T b") && !month.contains("T a"))
        #expect(month.contains(#"<a href="../../../archive/2026/03/index.html">March 2026</a>"#))
        let none = try #require(CalendarDate("2024-01"))
        #expect(PageSubject.period(none, number: 1).content(in: Self.scope(edition)) == nil)
    }

    private static func scope(_ edition: Edition) -> PageScope {
        PageScope(
            edition: edition,
            words: Fixture.words,
            links: Links(from: .home),
            templates: SiteTemplates(theme: Fixture.theme).library
        )
    }

    @Test func aWithdrawnSourceSaysSoAndWhichRulingsLeanOnIt() throws {
        let page = try Self.page(.source("s"), of: Self.edition(["a": ("2026-01-01", 1)]))
        #expect(page.contains("Its publisher has withdrawn this source."))
        #expect(
            page.contains(
                #"<h3 id="uses_supports">Supports the claim <span class="count">1 claim</span></h3>"#
            )
        )
        #expect(!page.contains("uses_undermines"))
    }
}
