import TestSupport
import Testing

/// The reference newsroom's content, compared with the facts files behind it.
@Suite("Content and facts", .enabled(if: FactsFolder.isPresent, SharedMaterial.isNeeded))
struct ContentFactsTests {
    @Test func contentAgreesWithTheFacts() throws {
        let comparison = FactsComparison(
            facts: Facts(try FactsFolder.load()),
            folder: try RecordFolder.load()
        )
        let result = try comparison.run()
        print("Compared with the facts files:\n\(result.summary)")
        for finding in result.findings { Issue.record("\(finding)") }
        // Each kind must have compared something, since no comparison would pass as well.
        for kind in ["statements", "rulings", "appearances", "quotations", "dates", "numbers", "addresses"] {
            #expect(result.counts[kind, default: 0] > 0, "no \(kind) were compared")
        }
    }

    @Test func everyClaimOfTheFactsHasItsPages() throws {
        let comparison = FactsComparison(
            facts: Facts(try FactsFolder.load()),
            folder: try RecordFolder.load()
        )
        #expect(comparison.facts.claims.count == 33)
        #expect(comparison.missingPages().isEmpty)
    }
}
