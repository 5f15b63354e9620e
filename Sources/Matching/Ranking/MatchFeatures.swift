/// What speaks for a match of a sentence and a claim, and against it: numbers from 0 to 1, each of which a person understands.
package struct MatchFeatures: Sendable {
    /// A feature's name, in the order of `values`.
    package enum Name: Int, CaseIterable, Sendable {
        /// BM25F, as a share of what the sentence could have at most.
        case worth
        /// BM25F, as a share of what the best claim has.
        case standing
        /// The share of the sentence's words that stand in the claim, by rarity.
        case covered
        /// The share of the statement's words that stand in the sentence.
        case statement
        /// The share of the headline's words that stand in the sentence.
        case title
        /// The better of the two.
        case either
        /// The share of the sentence's neighbouring words that are neighbours in the claim, too.
        case neighbours
        /// The longest run of words that both have, by rarity.
        case run
        /// The share of the sentence's names that the claim has.
        case names
        /// The share of the claim's names that the sentence has.
        case claimNames
        /// The share of the sentence's numbers that the claim has.
        case numbers
        /// Both have numbers, and none is the same.
        case otherNumbers
        /// One has a negation, and the other has none.
        case negation
        /// The rarest shared word, against the rarest of the sentence.
        case rarest
        /// The number of different shared words.
        case count
        /// How short the claim is.
        case brevity
    }

    package let values: [Float]

    package subscript(_ name: Name) -> Float { values[name.rawValue] }

    /// Compares a sentence with a claim of an index.
    /// - Parameters:
    ///   - score: the claim's BM25F.
    ///   - best: the best claim's.
    init(_ question: Question, _ claim: Int, of index: ClaimIndex, score: Float, best: Float) {
        let comparison = Comparison(question, claim, of: index)
        let largest = max(question.whole, 0.001)
        var values = [Float](repeating: 0, count: Name.allCases.count)
        func set(_ name: Name, _ value: Float) { values[name.rawValue] = value }
        set(.worth, score / largest)
        set(.standing, best > 0 ? score / best : 0)
        set(.covered, comparison.shared / largest)
        set(.statement, comparison.coverage(of: .statement))
        set(.title, comparison.coverage(of: .title))
        set(.either, max(comparison.coverage(of: .statement), comparison.coverage(of: .title)))
        set(.neighbours, comparison.neighbours)
        set(.run, comparison.longestRun / largest)
        set(.names, comparison.names)
        set(.claimNames, comparison.claimNames)
        set(.numbers, comparison.numbers)
        set(.otherNumbers, comparison.hasOtherNumbers ? 1 : 0)
        set(.negation, comparison.negatesOtherwise ? 1 : 0)
        set(.rarest, comparison.rarest)
        set(.count, Rarity.logarithm(1 + Float(comparison.sharedCount)) / 4)
        set(.brevity, 1 / (1 + Float(comparison.claimLength) / 20))
        self.values = values
    }
}
