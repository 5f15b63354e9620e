/// The words of a sentence beside those of a claim.
struct Comparison {
    /// The rarity of the shared words together.
    private(set) var shared: Float = 0
    /// The number of different shared words.
    private(set) var sharedCount = 0
    private(set) var claimLength = 0
    private(set) var longestRun: Float = 0
    /// Shares from 0 to 1.
    private(set) var neighbours: Float = 0
    private(set) var names: Float = 0
    private(set) var claimNames: Float = 0
    private(set) var numbers: Float = 0
    private(set) var rarest: Float = 0
    private(set) var hasOtherNumbers = false
    private(set) var negatesOtherwise = false
    private var coverages = [Float](repeating: 0, count: IndexedField.allCases.count)

    /// The share of a field's words that stand in the sentence, by rarity.
    func coverage(of field: IndexedField) -> Float { coverages[field.rawValue] }

    init(_ question: Question, _ claim: Int, of index: ClaimIndex) {
        let known = TermSet(question.terms.map(\.number))
        let words = index.words[Int(index.wordStarts[claim])..<Int(index.wordStarts[claim + 1])]
        let here = TermSet(
            words.compactMap { $0 == ClaimIndex.fieldEnd ? nil : Int($0 & Word.Traits.termMask) }
        )
        var most: Float = 0
        for (term, rarity) in question.terms {
            most = max(most, rarity)
            guard here.contains(term) else { continue }
            shared += rarity
            sharedCount += 1
            rarest = max(rarest, rarity)
        }
        rarest = most > 0 ? rarest / most : 0
        cover(words, known, index)
        compareOrder(question, words)
        compareTraits(question, words, known, here, index)
    }

    /// Finds how much of each field the sentence has.
    private mutating func cover(_ words: ArraySlice<UInt32>, _ known: TermSet, _ index: ClaimIndex) {
        var field = 0
        var total: Float = 0
        var found: Float = 0
        for word in words {
            if word == ClaimIndex.fieldEnd {
                coverages[field] = total > 0 ? found / total : 0
                (total, found) = (0, 0)
                field += 1
                if field == coverages.count { break }
                continue
            }
            claimLength += 1
            let term = Int(word & Word.Traits.termMask)
            let rarity = index.rarity(term)
            total += rarity
            if known.contains(term) { found += rarity }
        }
    }

    /// Compares which words follow each other.
    private mutating func compareOrder(_ question: Question, _ words: ArraySlice<UInt32>) {
        let parts = question.parts
        guard parts.count > 1 else { return }
        // Each neighbouring pair of the claim, and each with one word between.
        var pairs: Set<UInt64> = []
        var before: UInt32?
        var earlier: UInt32?
        for word in words {
            if word == ClaimIndex.fieldEnd {
                (before, earlier) = (nil, nil)
                continue
            }
            let term = word & Word.Traits.termMask
            if let before { pairs.insert(UInt64(before) << 32 | UInt64(term)) }
            if let earlier { pairs.insert(UInt64(earlier) << 32 | UInt64(term)) }
            (earlier, before) = (before, term)
        }
        var all: Float = 0
        var same: Float = 0
        var run: Float = 0
        for index in 1..<parts.count {
            let rarity = parts[index - 1].rarity + parts[index].rarity
            all += rarity
            if let one = parts[index - 1].term, let other = parts[index].term,
                pairs.contains(UInt64(one) << 32 | UInt64(other))
            {
                same += rarity
                run += run == 0 ? rarity : parts[index].rarity
                longestRun = max(longestRun, run)
            } else {
                run = 0
            }
        }
        neighbours = all > 0 ? same / all : 0
    }

    /// Compares names, numbers and negations.
    private mutating func compareTraits(
        _ question: Question,
        _ words: ArraySlice<UInt32>,
        _ known: TermSet,
        _ here: TermSet,
        _ index: ClaimIndex
    ) {
        names = Self.share(of: .name, in: question, here)
        numbers = Self.share(of: .number, in: question, here)
        var all: Float = 0
        var found: Float = 0
        var claimHasNumbers = false
        var sharesNumber = false
        var claimNegates = false
        var field = 0
        for word in words {
            if word == ClaimIndex.fieldEnd {
                field += 1
                // Only the statement and the headline say what was ruled on.
                if field == 2 { break }
                continue
            }
            let term = Int(word & Word.Traits.termMask)
            let traits = Word.Traits(rawValue: word & ~Word.Traits.termMask)
            if traits.contains(.number) {
                claimHasNumbers = true
                if known.contains(term) { sharesNumber = true }
            }
            guard field == 0 else { continue }
            if traits.contains(.negation) { claimNegates = true }
            if traits.contains(.name) {
                all += index.rarity(term)
                if known.contains(term) { found += index.rarity(term) }
            }
        }
        claimNames = all > 0 ? found / all : 0
        let asksNumbers = question.parts.contains { $0.word.traits.contains(.number) }
        hasOtherNumbers = asksNumbers && claimHasNumbers && !sharesNumber
        negatesOtherwise = question.parts.contains { $0.word.traits.contains(.negation) } != claimNegates
    }

    private static func share(of trait: Word.Traits, in question: Question, _ here: TermSet) -> Float {
        var all: Float = 0
        var found: Float = 0
        for part in question.parts where part.word.traits.contains(trait) {
            all += part.rarity
            if let term = part.term, here.contains(term) { found += part.rarity }
        }
        return all > 0 ? found / all : 0
    }
}

/// A few terms, sorted.
struct TermSet {
    private let sorted: [Int]

    init(_ terms: [Int]) { sorted = terms.sorted() }

    func contains(_ term: Int) -> Bool {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < term { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] == term
    }
}
