import Addresses
import Testing

@testable import Site

@Suite struct PlainPageTests {
    @Test func theTeamIsWhoeverHasARole() async throws {
        let page = try await BuiltSite(Fixture("bridge").edition()).page(.team)
        let names = page.matches(of: /<h2 class="team-name">.*?<a href="[^"]*">(.*?)<\/a>/).map {
            String($0.1)
        }
        #expect(names == ["Li Müller", "The checking desk"])
    }

    @Test func theMethodologyHasTheNumbersOfTheScale() async throws {
        let page = try await BuiltSite(Fixture("bridge").edition()).page(.page("methodology"))
        let rows = page.matches(of: /<tr><td>(.*?)<\/td><th scope="row">/).map { String($0.1) }
        #expect(rows == ["5", "4", "3", "2", "1", "–"])
        #expect(page.contains(#"aria-labelledby="scale_title""#))
    }

    @Test func onlyDraftsHaveTheWatermark() async throws {
        let site = try await BuiltSite(Fixture("bridge").edition(includingDrafts: true))
        #expect(
            try site.page(.claim("school-roof-leaks")).contains(
                #"<div class="watermark" aria-hidden="true">Draft</div>"#
            )
        )
        #expect(try !site.page(.claim("bridge-cost")).contains("watermark"))
    }

    @Test func everyPageLeadsToSearchFeedsAndData() async throws {
        let site = try await BuiltSite(Fixture("bridge").edition())
        for (path, html) in site.pages where !path.hasPrefix("embed/") {
            let links = HTMLScan(html).values("href")
            for end in [
                "search/index.html", "archive/index.html", "feeds/rulings.xml", "feeds/corrections.json",
                "data/claims.csv", "claimreview.json",
            ] {
                #expect(links.contains { $0.hasSuffix(end) }, "\(path) does not lead to \(end)")
            }
        }
    }

    @Test func theCorrectionsPageShowsWhatWasChangedOrThatNothingWas() throws {
        func page(_ updated: String) throws -> String {
            let edition = try Fixture([
                "content/site.yaml": """
                name: X
                url: https://x.example/
                language: en
                description: X.
                publisher: p
                scale: {version: 1, rulings: [{id: "no", label: "No", meaning: "No."}, {id: "yes", label: "Yes", meaning: "Yes."}]}
                """,
                "content/profiles/p.md": "---\nname: Pat\nkind: person\n---\n",
                "content/pages/corrections.md": "---\ntitle: Corrections\n---\nTell us.\n",
                "content/claims/c.md": "---\nstatement: C.\nclaimant: p\n---\n",
                "content/verdicts/c.md":
                    "---\nclaim: c\nruling: \"no\"\ntitle: T\nsummary: S.\nauthors: p\npublished: 2026-01-02\n\(updated)---\nNo.\n",
            ]).edition()
            let renderer = SiteRenderer(
                edition: edition,
                theme: SiteTemplates(theme: Fixture.theme),
                words: Fixture.words
            )
            let (file, diagnostics) = renderer.render(.standing("corrections"))
            #expect(diagnostics.map(\.message) == [])
            return String(decoding: try #require(file).bytes, as: UTF8.self)
        }
        #expect(try page("").contains("Nothing that we published has been changed so far."))
        #expect(
            try page("updated: 2026-01-02\n").contains("Nothing that we published has been changed so far.")
        )
        let changed = try page("updated: 2026-02-03\n")
        #expect(
            changed.contains(
                #"<time datetime="2026-02-03">3 February 2026</time>: <a href="../../claims/c/index.html"><bdi>T</bdi></a>"#
            )
        )
        #expect(!changed.contains("has been changed so far"))
    }
}
