import Encodings
import Newsroom

/// Notes on characters that differ between a quote and its article and can look alike.
enum LookAlikes {
    /// Notes with the code points of differing characters. Empty for words of unequal length, for more than four
    /// differences, and for plainly different characters such as two ASCII letters or an ideograph.
    static func notes(on difference: WordDifference) -> [String] {
        let (quote, passage) = (Array(difference.quote), Array(difference.passage))
        guard quote.count == passage.count else { return [] }
        let pairs = zip(quote, passage).filter { $0 != $1 }
        guard pairs.count <= limit, pairs.allSatisfy({ canLookAlike($0, $1) }) else { return [] }
        return pairs.map { "the quote has \(named($0)), the article \(named($1))" }
    }

    /// The largest number of differing characters that get notes.
    private static let limit = 4

    private static func canLookAlike(_ one: Character, _ other: Character) -> Bool {
        !(one.isASCII && other.isASCII) && !isIdeograph(one) && !isIdeograph(other)
    }

    private static func isIdeograph(_ character: Character) -> Bool {
        character.unicodeScalars.first?.properties.isIdeographic ?? false
    }

    /// A character by its code points and names: “а” (U+0430 CYRILLIC SMALL LETTER A).
    private static func named(_ character: Character) -> String {
        let points = character.unicodeScalars.map { scalar in
            scalar.properties.name.map { scalar.codePoint + " " + $0 } ?? scalar.codePoint
        }
        return "“\(character)” (\(points.joined(separator: ", ")))"
    }
}
