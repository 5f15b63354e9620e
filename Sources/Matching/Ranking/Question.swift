/// A sentence as an index sees it.
struct Question: Sendable {
    /// A word of the sentence.
    struct Part: Sendable {
        let word: Word
        /// The number of its term; nil if no claim has it.
        let term: Int?
        let rarity: Float
    }

    let parts: [Part]
    /// The distinct known terms with their rarity, in the order of their numbers.
    let terms: [(number: Int, rarity: Float)]
    /// The rarity of all distinct words together, those that no claim has included.
    let whole: Float

    init(_ words: [Word], in index: ClaimIndex) {
        let unknown = Rarity.value(of: 0, among: Float(index.count), isCommon: false)
        var parts: [Part] = []
        for word in words { parts += Self.parts(of: word, in: index, unknown) }
        self.parts = parts
        var known: [Int: Float] = [:]
        var others: Set<String> = []
        for part in parts {
            if let term = part.term { known[term] = part.rarity } else { others.insert(part.word.term) }
        }
        terms = known.sorted { $0.key < $1.key }.map { (number: $0.key, rarity: $0.value) }
        whole = terms.reduce(0) { $0 + $1.rarity } + unknown * Float(others.count)
    }

    /// A word; or the two words that it joins, if no claim has it: "australianfires".
    private static func parts(of word: Word, in index: ClaimIndex, _ unknown: Float) -> [Part] {
        if let term = index.number(of: word) {
            return [Part(word: word, term: term, rarity: index.rarity(term))]
        }
        if let halves = halves(of: word, in: index) {
            return halves.map { Part(word: word, term: $0, rarity: index.rarity($0)) }
        }
        return [Part(word: word, term: nil, rarity: unknown)]
    }

    private static func halves(of word: Word, in index: ClaimIndex) -> [Int]? {
        let letters = Array(word.folded.unicodeScalars)
        guard letters.count >= 8, letters.count < 40, !word.traits.contains(.number) else { return nil }
        var best: (terms: [Int], worth: Float)?
        for place in 3...(letters.count - 3) {
            let head = String(String.UnicodeScalarView(letters[..<place]))
            let tail = String(String.UnicodeScalarView(letters[place...]))
            guard let first = index.surfaces.number(of: head), let second = index.surfaces.number(of: tail)
            else {
                continue
            }
            let terms = [Int(index.surfaceTerms[first]), Int(index.surfaceTerms[second])]
            // The commoner the rarer half is, the less is it a word by chance.
            let worth = -max(index.rarity(terms[0]), index.rarity(terms[1]))
            if best.map({ worth > $0.worth }) ?? true { best = (terms, worth) }
        }
        return best?.terms
    }
}
