import Addresses
import Newsroom
import Testing

@testable import Site

@Suite struct ArticlePassageTests {
    @Test func aClaimsWordsAreMarkedAndLeadToItsRuling() async throws {
        let page = try await BuiltSite(Fixture("bridge").edition()).page(.article("ledger-opening"))
        let marked = page.matches(of: /<mark>(.*?)<\/mark>/).map { String($0.1) }.joined()
        #expect(
            marked
                == "This bridge cost two million and not a penny moreIt is the cheapest bridge in the county."
        )
        let notes = page.matches(of: /<sup class="claim-note"><a href="([^"]*)"/).map { String($0.1) }
        #expect(notes == ["../../claims/bridge-cost/index.html", "../../claims/cheapest-bridge/index.html"])
    }

    @Test func aDraftsWordsAreNotMarked() async throws {
        let page = try await BuiltSite(Fixture("bridge").edition()).page(.article("ledger-opening"))
        #expect(page.contains("<p>The old bridge was closed in 2019 after an inspection.</p>"))
        let withDrafts = try await BuiltSite(Fixture("bridge").edition(includingDrafts: true))
            .page(.article("ledger-opening"))
        #expect(withDrafts.contains("<mark>The old bridge was closed in 201</mark>"))
    }

    @Test func wordsThatClaimsShareAreMarkedOnceAndHaveANoteForEach() throws {
        let edition = try Fixture([
            "content/site.yaml": """
            name: X
            url: https://x.example/
            language: en
            description: X.
            publisher: p
            scale: {version: 1, rulings: [{id: "no", label: "No", meaning: "No."}, {id: "yes", label: "Yes", meaning: "Yes."}]}
            """,
            "content/profiles/p.md": "---\nname: P\nkind: person\n---\n",
            "seeds/a.md": "---\ntitle: A\npublisher: p\n---\n> one two three four fünf\n",
            "content/claims/b.md":
                "---\nstatement: B.\nclaimant: p\nappearances: [{article: a, quote: one two three}]\n---\n",
            "content/claims/c.md":
                "---\nstatement: C.\nclaimant: p\nappearances: [{article: a, quote: three four fünf}]\n---\n",
        ]).edition(includingDrafts: true)
        let renderer = SiteRenderer(
            edition: edition,
            theme: SiteTemplates(theme: Fixture.theme),
            words: Fixture.words
        )
        let (file, diagnostics) = renderer.render(.article("a"))
        let page = String(decoding: try #require(file).bytes, as: UTF8.self)
        #expect(diagnostics.map(\.message) == [])
        let passage = try #require(page.firstMatch(of: /<blockquote>\n<p>(.*)<\/p>/)).1
        #expect(
            passage.replacing(/<sup.*?<\/sup>/, with: "^").replacing("</mark><mark>", with: "|")
                == "<mark>one two |thre|e</mark>^<mark> four fün|f</mark>^"
        )
    }
}
