extension ClaimIndex {
    /// Indexes claims.
    package init(_ claims: [ClaimText], language: String) {
        var builder = ClaimIndexBuilder(language: language)
        for claim in claims { builder.add(claim) }
        self = builder.index(language)
    }
}

/// An index in the making: terms get numbers as they come, and sorted ones at the end.
private struct ClaimIndexBuilder {
    private struct Posting {
        let term: UInt32
        let claim: UInt32
        let frequency: Float
    }

    private let reader: WordReader
    private var numbers: [String: UInt32] = [:]
    private var names: [String] = []
    /// The stems of each folded word, counted.
    private var surfaces: [String: [UInt32: Int]] = [:]
    private var postings: [Posting] = []
    private var words: [UInt32] = []
    private var wordStarts: [UInt32] = [0]
    private var lengths: [Float] = []
    private var texts: [UInt8] = []
    private var textStarts: [UInt32] = [0]

    init(language: String) { reader = WordReader(language: language) }

    mutating func add(_ claim: ClaimText) {
        var frequencies: [UInt32: Float] = [:]
        var length: Float = 0
        for field in IndexedField.allCases {
            for text in field.texts(of: claim) {
                for word in reader.read(text) {
                    let term = number(of: word)
                    words.append(term | word.traits.rawValue)
                    frequencies[term, default: 0] += field.weight
                    length += field.weight
                }
            }
            words.append(ClaimIndex.fieldEnd)
        }
        let number = UInt32(lengths.count)
        for (term, frequency) in frequencies {
            postings.append(Posting(term: term, claim: number, frequency: frequency))
        }
        lengths.append(length)
        wordStarts.append(UInt32(words.count))
        texts += claim.stored
        textStarts.append(UInt32(texts.count))
    }

    private mutating func number(of word: Word) -> UInt32 {
        let number: UInt32
        if let known = numbers[word.term] {
            number = known
        } else {
            number = UInt32(names.count)
            numbers[word.term] = number
            names.append(word.term)
        }
        if !word.traits.contains(.number) { surfaces[word.folded, default: [:]][number, default: 0] += 1 }
        return number
    }

    func index(_ language: String) -> ClaimIndex {
        let order = names.indices.sorted { SortedStrings.isBefore(names[$0], names[$1]) }
        var places = [UInt32](repeating: 0, count: names.count)
        for (place, number) in order.enumerated() { places[number] = UInt32(place) }
        let written = surfaces.keys.sorted(by: SortedStrings.isBefore)
        let surfaceTerms = written.map { word in
            let best = (surfaces[word] ?? [:]).map { (term: places[Int($0.key)], count: $0.value) }
                .max { ($0.count, $1.term) < ($1.count, $0.term) }
            return best?.term ?? 0
        }
        var starts = [UInt32](repeating: 0, count: names.count + 1)
        for posting in postings { starts[Int(places[Int(posting.term)]) + 1] += 1 }
        for term in names.indices { starts[term + 1] += starts[term] }
        let common = Set(reader.words.common.map { reader.term(of: $0) })
        let rarities = order.enumerated().map { place, number in
            Rarity.value(
                of: Float(starts[place + 1] - starts[place]),
                among: Float(lengths.count),
                isCommon: common.contains(names[number])
            )
        }
        let average = lengths.reduce(0, +) / Float(max(lengths.count, 1))
        let saturation = lengths.map { length in
            Self.saturation * (1 - Self.lengthShare + Self.lengthShare * length / max(average, 1))
        }
        // They came in the order of the claims, which stays within each term.
        var next = starts
        var claims = [UInt32](repeating: 0, count: postings.count)
        var weights = [Float](repeating: 0, count: postings.count)
        for posting in postings {
            let term = Int(places[Int(posting.term)])
            claims[Int(next[term])] = posting.claim
            weights[Int(next[term])] =
                posting.frequency / (posting.frequency + saturation[Int(posting.claim)])
            next[term] += 1
        }
        return ClaimIndex(
            language: language,
            terms: SortedStrings(order.map { names[$0] }),
            surfaces: SortedStrings(written),
            surfaceTerms: surfaceTerms,
            rarities: rarities,
            postingStarts: starts,
            postingClaims: claims,
            postingWeights: weights,
            wordStarts: wordStarts,
            words: words.map { word in
                guard word != ClaimIndex.fieldEnd else { return word }
                return word & ~Word.Traits.termMask | places[Int(word & Word.Traits.termMask)]
            },
            textStarts: textStarts,
            texts: texts
        )
    }

    /// BM25's k1 and b, chosen on the training part of the benchmark.
    private static let saturation: Float = 1.2
    private static let lengthShare: Float = 0.6
}
