/// The claims of a newsroom, by their words.
///
/// It is flat: a few arrays of numbers, which a file holds as they are, so that opening it copies and parses nothing.
///
///     let index = ClaimIndex([ClaimText(id: "flat", statement: "The earth is flat.")], language: "en")
///     Matcher(index).matches(for: "Earth: flat!")
package struct ClaimIndex: Sendable {
    /// The language whose stems the index has (BCP 47).
    package let language: String
    /// The stems.
    let terms: SortedStrings
    /// The folded words as they are written, and the stem of each: so "educacion" finds what "educación" has.
    let surfaces: SortedStrings
    let surfaceTerms: [UInt32]
    /// How much each term counts.
    let rarities: [Float]
    /// Where the claims of each term begin in the two arrays below.
    let postingStarts: [UInt32]
    let postingClaims: [UInt32]
    /// What a term is worth in a claim: BM25F without the rarity.
    let postingWeights: [Float]
    /// Where the words of each claim begin in `words`.
    let wordStarts: [UInt32]
    /// The words of the claims in order: a term with its traits, and `fieldEnd` between fields.
    let words: [UInt32]
    /// Where the texts of each claim begin in `texts`.
    let textStarts: [UInt32]
    let texts: [UInt8]

    /// What stands between two fields of a claim's words.
    static let fieldEnd = UInt32.max

    /// The number of claims.
    package var count: Int { wordStarts.count - 1 }

    /// The rarity of a term (BM25's idf).
    func rarity(_ term: Int) -> Float { rarities[term] }

    /// The number of the term of a word; nil if no claim has it.
    func number(of word: Word) -> Int? {
        if word.traits.contains(.number) { return terms.number(of: word.term) }
        if let surface = surfaces.number(of: word.folded) { return Int(surfaceTerms[surface]) }
        return terms.number(of: word.term)
    }

    /// The texts of a claim.
    package func text(of claim: Int) -> ClaimText {
        let bytes = texts[Int(textStarts[claim])..<Int(textStarts[claim + 1])]
        return ClaimText(stored: bytes)
    }
}

/// How much a rare word counts.
enum Rarity {
    /// BM25's idf, which is never negative.
    ///
    /// A newsroom with ten claims does not know which words are common in its language. So it is counted as if it had some
    /// thousand texts more, in which common words stand as often as the language has them.
    /// - Parameter isCommon: whether the word is one that stands in every text: "the", "is".
    static func value(of holders: Float, among count: Float, isCommon: Bool) -> Float {
        let all = count + supposed
        let holders = holders + (isCommon ? supposed * commonShare : 1)
        return logarithm(1 + (all - holders + 0.5) / (holders + 0.5))
    }

    private static let supposed: Float = 2000
    private static let commonShare: Float = 0.25

    /// The natural logarithm, by the same steps on every system: the C library's may differ in the last digit.
    static func logarithm(_ value: Float) -> Float {
        let exponent = value.exponent
        let ratio = (value.significand - 1) / (value.significand + 1)
        let square = ratio * ratio
        let series: Float =
            1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square * (1 / 9 + square / 11))))
        return Float(exponent) * 0.693_147_18 + 2 * ratio * series
    }
}
