/// A light stemmer for folded Arabic words. It removes joined prefixes: the article, "and", "in" or "by", "to" or "for".
///
/// It follows Larkey, Ballesteros and Connell, "Light Stemming for Arabic Information Retrieval" (2007), and removes a
/// little more. That is harmless, because index and query are stemmed alike.
enum ArabicStem {
    private static let prefixes: [[Unicode.Scalar]] = ["وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل"]
        .map {
            Array($0.unicodeScalars)
        }

    /// The smallest number of letters that remain.
    private static let leastRest = 3

    /// The word without its prefixes; the word itself if it is not Arabic.
    static func stem(_ word: String) -> String {
        guard let first = word.unicodeScalars.first, isArabic(first) else { return word }
        var rest = Array(word.unicodeScalars)[...]
        while let prefix = prefixes.first(where: {
            rest.count >= $0.count + leastRest && rest.starts(with: $0)
        }) {
            rest = rest.dropFirst(prefix.count)
        }
        return rest.startIndex == 0 ? word : String(String.UnicodeScalarView(rest))
    }

    private static func isArabic(_ scalar: Unicode.Scalar) -> Bool { (0x621...0x64A).contains(scalar.value) }
}
