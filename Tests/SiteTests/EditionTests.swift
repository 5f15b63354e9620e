import Addresses
import Newsroom
import Testing

@testable import Site

@Suite struct EditionTests {
    @Test func aDraftAndWhatOnlyItUsesAreNotInTheEdition() async throws {
        let records = try await Fixture("bridge").edition().records
        #expect(records.claims.ids == ["bridge-cost", "cheapest-bridge", "pont-étroit"])
        #expect(records.verdicts.ids == ["bridge-cost", "cheapest-bridge", "pont-étroit"])
        #expect(!records.sources.contains(id: "secret-source"))
        #expect(!records.profiles.contains(id: "board-member"))
    }

    @Test func evidenceBringsWhatItDrawsOnAndPeopleBringTheirOrganisations() async throws {
        let records = try await Fixture("bridge").edition().records
        #expect(
            records.sources.ids == [
                "council-minutes", "county-statement", "inspection-report", "ledger-accounts",
            ]
        )
        #expect(records.articles.ids == ["harbour-interview", "ledger-opening"])
        #expect(
            records.profiles.ids == ["ana-ruiz", "desk", "harbour-radio", "li-müller", "millbrook-ledger"]
        )
        #expect(records.pages.ids == ["about", "methodology"])
    }

    @Test(
        arguments: [
            ("2026-05-29", []), ("2026-05-30", ["pont-étroit"]),
            ("2026-06-01", ["cheapest-bridge", "pont-étroit"]),
            ("2026-06-02", ["bridge-cost", "cheapest-bridge", "pont-étroit"]),
        ])
    func verdictsArePublishedFromTheirDayOnNewestFirst(day: String, claims: [String]) async throws {
        let edition = try await Fixture("bridge").edition(today: #require(CalendarDate(day)))
        #expect(edition.ratedClaims.map(\.claim.id) == claims)
    }

    @Test func anEmptyEditionStillHasItsStandingPages() async throws {
        let edition = try await Fixture("bridge").edition(today: #require(CalendarDate("2020-01-01")))
        #expect(edition.records.pages.count == 2)
        #expect(edition.records.sources.isEmpty)
        #expect(try await BuiltSite(edition).page(.home).contains("Nothing has been published yet."))
    }

    @Test func anEditionWithDraftsHasEverythingAndKnowsWhatIsADraft() async throws {
        let edition = try await Fixture("bridge").edition(includingDrafts: true)
        let draft = try #require(edition.records.claims["school-roof-leaks"])
        let public_ = try #require(edition.records.claims["bridge-cost"])
        #expect(edition.isDraft(draft))
        #expect(!edition.isDraft(public_))
        #expect(edition.ratedClaims.first?.claim.id == "school-roof-leaks")
        #expect(edition.claims(by: try #require(edition.records.profiles["ana-ruiz"])).count == 3)
    }

    @Test func aVerdictWithAnUnknownRulingIsNotPublished() throws {
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
            "content/claims/c.md": "---\nstatement: C.\nclaimant: p\n---\n",
            "content/verdicts/c.md": """
            ---
            claim: c
            ruling: misspelt
            title: T
            summary: S.
            authors: p
            published: 2026-01-01
            ---
            """,
        ]).edition()
        #expect(edition.ratedClaims.isEmpty)
        #expect(edition.records.claims.isEmpty)
    }
}
