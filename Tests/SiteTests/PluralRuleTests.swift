import Testing

@testable import Site

/// Plural rules in the syntax of Unicode's CLDR, with the examples of its chart (cardinals, whole numbers).
struct PluralRuleTests {
    @Test(arguments: [
        // Polish
        ("n % 10 = 2..4 and n % 100 != 12..14", [2, 3, 4, 22, 34, 102], [0, 1, 5, 12, 13, 14, 112, 20]),
        // Slovenian
        ("n % 100 = 3..4", [3, 4, 103, 204], [1, 2, 5, 13]),
        // Lithuanian
        ("n % 10 = 1 and n % 100 != 11..19", [1, 21, 31, 101], [0, 11, 111, 12]),
        // Breton
        (
            "n % 10 = 3..4,9 and n % 100 != 10..19,70..79,90..99", [3, 4, 9, 23, 103],
            [13, 19, 73, 79, 93, 99, 5]
        ),
        // Latvian
        ("n % 10 = 0 or n % 100 = 11..19", [0, 10, 11, 20, 111], [1, 2, 21, 101]),
        ("i = 0,1", [0, 1], [2, 10]), ("n != 0 and n % 1000000 = 0", [1_000_000, 3_000_000], [0, 1, 100]),
    ])
    func holds(rule: String, taken: [Int], left: [Int]) throws {
        let rule = try #require(PluralRule(rule))
        #expect(taken.filter { !rule.holds(for: $0) }.isEmpty)
        #expect(left.filter { rule.holds(for: $0) }.isEmpty)
    }

    @Test(arguments: [
        "", "n", "n =", "n = x", "1 = n", "n % = 1", "n % 0 = 1", "n = 4..2", "n = 1..2..3", "n = 1 and",
        "or n = 1",
        "n is 1", "n = 1,", "v = 0", "n = -1", "n = 2.4",
    ])
    func isNone(text: String) { #expect(PluralRule(text) == nil) }
}
