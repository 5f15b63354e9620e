/// Which words stand in which documents, and how much each word counts there.
///
/// What a word counts for is BM25F's saturated, length-normalised frequency, over weighted fields (Robertson and Zaragoza, "The Probabilistic
/// Relevance Framework", 2009), without the part that depends on the word's rarity: that is left to the reader's browser.
struct InvertedIndex: Sendable {
    /// One document of a word.
    struct Posting: Sendable, Hashable {
        /// The document's place in the list.
        let document: Int
        /// What the word counts for in it, 0 to `PostingsText.impactLimit`.
        let impact: Int
    }

    /// A word and its documents, in the order of their list.
    struct Term: Sendable {
        let word: String
        /// In how many documents the word stands.
        let documentCount: Int
        /// Those documents, or, of a word that stands in more than a quarter of many, the best.
        let postings: [Posting]
    }

    /// The words, sorted by their UTF-16 code units, as JavaScript compares strings.
    let terms: [Term]

    /// Growing frequency counts ever less: at this weighted frequency it counts for half.
    private static let saturation = 4.0
    /// How far a long field dilutes a word, 0 to 1.
    private static let lengthInfluence = 0.4
    /// A word in more documents than this says little; beside rarer words its best documents are enough.
    private static let keptOfCommonWord = 1000

    init(_ documents: [SearchDocument]) {
        let fields = SearchField.allCases
        var lengths = [Double](repeating: 0, count: fields.count)
        var frequencies: [[String: [Int]]] = []
        frequencies.reserveCapacity(documents.count)
        var documentLengths: [[Int]] = []
        for document in documents {
            var counts: [String: [Int]] = [:]
            var ownLengths: [Int] = []
            for field in fields {
                let words = Folding.words(field.text(of: document))
                for word in words {
                    counts[word, default: [Int](repeating: 0, count: fields.count)][field.rawValue] += 1
                }
                ownLengths.append(words.count)
                lengths[field.rawValue] += Double(words.count)
            }
            frequencies.append(counts)
            documentLengths.append(ownLengths)
        }
        let averages = lengths.map { max(1, $0 / Double(max(1, documents.count))) }

        var postings: [String: [Posting]] = [:]
        for (number, counts) in frequencies.enumerated() {
            for (word, byField) in counts {
                let weighted = fields.reduce(0.0) { sum, field in
                    let count = Double(byField[field.rawValue])
                    guard count > 0 else { return sum }
                    let relativeLength =
                        Double(documentLengths[number][field.rawValue]) / averages[field.rawValue]
                    return sum + field.weight * count
                        / (1 - Self.lengthInfluence + Self.lengthInfluence * relativeLength)
                }
                let impact = weighted / (weighted + Self.saturation) * Double(PostingsText.impactLimit)
                postings[word, default: []].append(
                    Posting(document: number, impact: max(1, Int(impact.rounded())))
                )
            }
        }
        let common = max(documents.count / 4, Self.keptOfCommonWord)
        terms = postings.map { word, all in
            Term(
                word: word,
                documentCount: all.count,
                postings: all.count > common ? Self.best(all, Self.keptOfCommonWord) : all
            )
        }
        .sorted { $0.word.utf16.lexicographicallyPrecedes($1.word.utf16) }
    }

    private static func best(_ postings: [Posting], _ count: Int) -> [Posting] {
        // Of equals the later document is the newer verdict.
        postings.sorted { ($0.impact, $0.document) > ($1.impact, $1.document) }
            .prefix(count).sorted { $0.document < $1.document }
    }
}
