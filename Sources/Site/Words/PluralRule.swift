/// A plural rule of the Unicode CLDR (UTS 35, part 3, "Plural rules syntax"): the whole numbers that take a form.
///
///     n % 10 = 2..4 and n % 100 != 12..14
///
/// Only the operands `n` and `i` are supported. They are equal, because counts are whole numbers.
struct PluralRule: Sendable {
    /// One comparison: `n % 10 = 2..4, 7`.
    private struct Relation {
        let modulus: Int?
        let isNegated: Bool
        let ranges: [ClosedRange<Int>]

        func holds(for number: Int) -> Bool {
            let value = modulus.map { number % $0 } ?? number
            return ranges.contains { $0.contains(value) } != isNegated
        }
    }

    /// The groups between `or`s. The rule holds if all relations of one group hold.
    private let alternatives: [[Relation]]

    /// Parses a rule; nil for any other text.
    init?(_ text: String) {
        let words = text.split(separator: " ")
        var alternatives: [[Relation]] = []
        for group in words.split(separator: "or", omittingEmptySubsequences: false) {
            var relations: [Relation] = []
            for relation in group.split(separator: "and", omittingEmptySubsequences: false) {
                guard let relation = Self.relation(relation) else { return nil }
                relations.append(relation)
            }
            alternatives.append(relations)
        }
        self.alternatives = alternatives
    }

    /// Whether a number takes the form.
    func holds(for number: Int) -> Bool {
        alternatives.contains { group in group.allSatisfy { $0.holds(for: number) } }
    }

    private static func relation(_ words: ArraySlice<Substring>) -> Relation? {
        var words = words
        guard let operand = words.popFirst(), operand == "n" || operand == "i" else { return nil }
        var modulus: Int?
        if words.first == "%" {
            words.removeFirst()
            guard let divisor = words.popFirst().flatMap({ Int($0) }), divisor > 0 else { return nil }
            modulus = divisor
        }
        guard let sign = words.popFirst(), sign == "=" || sign == "!=", !words.isEmpty else { return nil }
        var ranges: [ClosedRange<Int>] = []
        for part in words.joined().split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: ".", omittingEmptySubsequences: true).map {
                UInt32($0).map(Int.init)
            }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last,
                ends.count == 1 || (ends.count == 2 && part.contains(".."))
            else { return nil }
            ranges.append(first...last)
        }
        return ranges.isEmpty ? nil : Relation(modulus: modulus, isNegated: sign == "!=", ranges: ranges)
    }
}
