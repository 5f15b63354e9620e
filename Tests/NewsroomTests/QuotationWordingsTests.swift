import Testing

@testable import Newsroom

@Suite struct QuotationWordingsTests {
    private static func marked(_ stretches: [QuoteWordings.Stretch]) -> String {
        stretches.map { $0.differs ? "<\($0.text)>" : $0.text }.joined()
    }

    @Test(
        arguments: [
            (
                "the joint group on cybersecurity, which we discussed",
                "the joint group on cyber security, which we discussed",
                "the joint group on <cybersecurity>, which we discussed",
                "the joint group on <cyber security>, which we discussed"
            ),
            (
                "we are ready to look at any material together",
                "we are ready to look together at any material that comes",
                nil, nil
            ),
        ] as [(String, String, String?, String?)]
    )
    func differingWordsAreMarked(first: String, second: String, one: String?, other: String?) throws {
        let wordings = try #require(QuoteWordings(first, second))
        if let one { #expect(Self.marked(wordings.first) == one) }
        if let other { #expect(Self.marked(wordings.second) == other) }
        // The words are complete, whichever are marked.
        #expect(wordings.first.map(\.text).joined() == first)
        #expect(wordings.second.map(\.text).joined() == second)
        #expect(wordings.first.contains { $0.differs })
        let swapped = try #require(QuoteWordings(second, first))
        #expect(swapped.second.map(\.text).joined() == first)
    }

    @Test(
        arguments: [
            (
                "we are ready to talk",
                "we  are ‘ready’ to talk".replacing("‘", with: "").replacing("’", with: "")
            ),
            ("it’s a joint group – now", "it's a joint group—now"),
            ("we are ready to talk", "Yes, we are ready to talk about it"),
            ("we are ready to talk", "nothing was ever heard of the initiative again"),
            (
                "The speech came on the day that 12 Russian officials were charged over the hack of the National Committee.",
                "just days before, the Department charged 12 Russian officials for the infamous National Committee hack"
            ),
        ]
    )
    func sameAndDifferentQuotesAreNotWordingsOfOne(first: String, second: String) {
        #expect(QuoteWordings(first, second) == nil)
        #expect(QuoteWordings(second, first) == nil)
    }
}
