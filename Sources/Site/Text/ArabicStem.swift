/// Takes from a folded Arabic word what is written joined to its front: the article, "and", "in" or "by", "to" or "for".
///
/// After Larkey, Ballesteros and Connell, "Light Stemming for Arabic Information Retrieval" (2007), and a little further: both sides of a search do
/// it, so a word that only begins like one of these is cut in both, and found all the same.
enum ArabicStem {
    private static let prefixes: [[Unicode.Scalar]] = ["وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل"]
        .map {
            Array($0.unicodeScalars)
        }

    /// How many letters are left at least.
    private static let leastRest = 3

    /// The word without them.
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
