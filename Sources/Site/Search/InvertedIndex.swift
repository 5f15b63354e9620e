/// An inverted index: for each word, its documents and its impact in each.
///
/// The impact is BM25F's saturated, length-normalised frequency over weighted fields (Robertson and Zaragoza, "The
/// Probabilistic Relevance Framework", 2009). The factor for the word's rarity is left to the reader's browser.
struct InvertedIndex: Sendable {
    /// A document of a word, in four bytes, because an index of a hundred thousand claims has millions of postings.
    struct Posting: Sendable, Hashable {
        private let packed: UInt32

        /// Packs a document and an impact.
        /// - Parameters:
        ///   - document: the document's index in the list, below 2^26.
        ///   - impact: the word's impact in the document, from 0 to `PostingsText.impactLimit`.
        init(document: Int, impact: Int) { packed = UInt32(document) << 6 | UInt32(impact) }

        var document: Int { Int(packed >> 6) }
        var impact: Int { Int(packed & 0x3F) }
    }

    /// A word with its documents, in the order of the list.
    struct Term: Sendable {
        let word: String
        /// The number of documents with the word, kept or not.
        let documentCount: Int
        /// The documents with the word; only the best of them for a very common word.
        let postings: ArraySlice<Posting>
    }

    /// The words, sorted by UTF-16 code units, as JavaScript compares strings.
    let terms: [Term]
    /// The number of documents in the index.
    let documentCount: Int

    /// The weighted frequency with half of the highest impact (BM25's k1).
    private static let saturation = 4.0
    /// The influence of a field's length on a word's impact, from 0 to 1 (BM25's b).
    private static let lengthInfluence = 0.4
    /// The number of documents kept for a very common word, which says little beside rarer words.
    private static let keptOfCommonWord = 1000
    /// The number of documents up to which mere mentions count. A more frequent word finds only documents with it in a field
    /// about the claim.
    private static let mostMentions = 100

    init(_ documents: [SearchDocument]) {
        let texts = NumberedTexts(documents)
        let lists = Self.postings(of: texts)
        let common = max(documents.count / 4, Self.keptOfCommonWord)
        terms = zip(texts.words, lists).map { word, all in
            let best = all.count > common ? Self.best(Self.keptOfCommonWord, of: all)[...] : all
            return Term(word: word, documentCount: all.count, postings: best)
        }
        .sorted { $0.word.precedesInUTF16($1.word) }
        documentCount = documents.count
    }

    /// The postings of each word, by the word's number, as slices of one array.
    private static func postings(of texts: NumberedTexts) -> [ArraySlice<Posting>] {
        let averages = averageLengths(of: texts)
        let starts = starts(of: texts)
        var ends = starts
        var postings = [Posting](
            repeating: Posting(document: 0, impact: 0),
            count: starts.last ?? 0
        )
        // The weights of the current document's words, by the word's number; zero for all others.
        var weights = [Double](repeating: 0, count: texts.words.count)
        var isAbout = [Bool](repeating: false, count: texts.words.count)
        var found: [Int] = []
        for document in 0..<texts.documentCount {
            for field in SearchField.allCases {
                let words = texts.words(of: field, in: document)
                let relativeLength = Double(words.count) / averages[field.rawValue]
                let weight = field.weight / (1 - lengthInfluence + lengthInfluence * relativeLength)
                for word in words.lazy.map({ Int($0) }) {
                    if weights[word] == 0 { found.append(word) }
                    weights[word] += weight
                    if field.isAboutClaim { isAbout[word] = true }
                }
            }
            for word in found {
                defer { (weights[word], isAbout[word]) = (0, false) }
                guard isAbout[word] || starts[word + 1] - starts[word] <= mostMentions else { continue }
                let share = weights[word] / (weights[word] + saturation)
                let impact = max(1, Int((share * Double(PostingsText.impactLimit)).rounded()))
                postings[ends[word]] = Posting(document: document, impact: impact)
                ends[word] += 1
            }
            found.removeAll(keepingCapacity: true)
        }
        return texts.words.indices.map { postings[starts[$0]..<ends[$0]] }
    }

    /// The average number of words in each field, by the field's number.
    private static func averageLengths(of texts: NumberedTexts) -> [Double] {
        SearchField.allCases.map { field in
            let sum = (0..<texts.documentCount).reduce(0) { $0 + texts.words(of: field, in: $1).count }
            return max(1, Double(sum) / Double(max(1, texts.documentCount)))
        }
    }

    /// The start of each word's postings in the common array, by the word's number, and the end of the last.
    private static func starts(of texts: NumberedTexts) -> [Int] {
        var counts = [Int](repeating: 0, count: texts.words.count)
        var lastDocuments = [Int](repeating: -1, count: texts.words.count)
        for document in 0..<texts.documentCount {
            for field in SearchField.allCases {
                for word in texts.words(of: field, in: document).lazy.map({ Int($0) })
                where lastDocuments[word] != document {
                    lastDocuments[word] = document
                    counts[word] += 1
                }
            }
        }
        return counts.reduce(into: [0]) { starts, count in starts.append(starts[starts.count - 1] + count) }
    }

    /// The postings with the highest impacts, in the order of the documents. Among equals later documents win, because they
    /// are newer verdicts.
    static func best(_ count: Int, of postings: some BidirectionalCollection<Posting>) -> [Posting] {
        var left = count
        var numbers = [Int](repeating: 0, count: PostingsText.impactLimit + 1)
        for posting in postings { numbers[posting.impact] += 1 }
        // From here on `numbers` holds how many postings of each impact are kept.
        for impact in numbers.indices.reversed() {
            numbers[impact] = min(numbers[impact], left)
            left -= numbers[impact]
        }
        let kept = postings.reversed().filter { posting in
            numbers[posting.impact] -= 1
            return numbers[posting.impact] >= 0
        }
        return kept.reversed()
    }
}

extension String {
    /// Whether the string sorts before another one by UTF-16 code units.
    ///
    /// UTF-8 bytes have the same order, except for characters beyond 16 bits, whose surrogates sort before U+E000.
    func precedesInUTF16(_ other: String) -> Bool {
        var others = other.utf8.makeIterator()
        for byte in utf8 {
            guard let otherByte = others.next() else { return false }
            if byte == otherByte { continue }
            let (isLong, isOtherLong) = (byte >= 0xF0, otherByte >= 0xF0)
            return isLong == isOtherLong || min(byte, otherByte) < 0xEE ? byte < otherByte : isLong
        }
        return others.next() != nil
    }
}
