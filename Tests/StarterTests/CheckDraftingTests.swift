import Newsroom
import Testing

@testable import Starter

@Suite("A whole check in one go")
struct CheckDraftingTests {
    private func drafts(
        _ subject: String,
        id: String? = nil,
        sources: [String] = [],
        isPlain: Bool = true
    ) throws -> [Drafting.Draft] {
        let loaded = DraftingTests.loaded()
        return try Drafting(
            newsroom: #require(loaded.newsroom),
            paths: loaded.files.keys,
            findings: loaded.diagnostics
        ).drafts(
            .init(
                subject: subject,
                id: id,
                sources: sources,
                author: "example-writer",
                isPlain: isPlain
            )
        )
    }

    @Test(
        "words become an article with them, a claim that quotes them, its verdict, and the sources that are not there yet"
    )
    func words() throws {
        let made = try drafts(
            "The bridge has\n more lamps: 40!",
            sources: ["lamp-count", "example-council-minutes", "lamp-count"]
        )
        #expect(
            made.map(\.path) == [
                "seeds/the-bridge-has-more-lamps-40.md", "content/sources/lamp-count.md",
                "content/claims/the-bridge-has-more-lamps-40.md",
                "content/verdicts/the-bridge-has-more-lamps-40.md",
            ]
        )
        #expect(made[0].text.hasSuffix("---\n> The bridge has more lamps: 40!\n"))
        #expect(made[2].text.contains("statement: \"The bridge has more lamps: 40!\"\n"))
        #expect(
            made[2].text.contains(
                "appearances:\n  - article: the-bridge-has-more-lamps-40\n    quote: \"The bridge has more lamps: 40!\"\n"
            )
        )
        #expect(made[3].text.contains("claim: the-bridge-has-more-lamps-40\n"))
        #expect(made[3].text.contains("authors: example-writer\n"))
        #expect(
            made[3].text.contains("  - source: lamp-count\n")
                && made[3].text.contains("  - source: example-council-minutes\n")
        )
        #expect(made[2].missing == ["claimant"])
    }

    @Test("an article that is there is used, and dates the claim")
    func article() throws {
        let made = try drafts("example-bridge-lamps", id: "all-new", isPlain: false)
        #expect(made.map(\.path) == ["content/claims/all-new.md", "content/verdicts/all-new.md"])
        #expect(made[0].text.contains("\nstated: 2024-10-02\n"))
        #expect(made[0].text.contains("  - article: example-bridge-lamps\n"))
    }

    @Test("what is there already is not written over")
    func taken() {
        #expect(throws: DraftProblem.self) {
            try drafts("example-bridge-lamps", id: "example-lamps-replaced")
        }
        #expect(throws: DraftProblem.self) { try drafts("x", id: "No id") }
    }
}
