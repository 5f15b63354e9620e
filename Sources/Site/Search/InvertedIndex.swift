/// Which words stand in which documents, and how much each word counts there.
///
/// What a word counts for is BM25F's saturated, length-normalised frequency, over weighted fields (Robertson and Zaragoza, "The Probabilistic
/// Relevance Framework", 2009), without the part that depends on the word's rarity: that is left to the reader's browser.
struct InvertedIndex: Sendable {
    /// One document of a word. Four bytes, because an index of a hundred thousand claims has millions.
    struct Posting: Sendable, Hashable {
        private let packed: UInt32

        /// - Parameters:
        ///   - document: the document's place in the list.
        ///   - impact: what the word counts for in it, 0 to `PostingsText.impactLimit`.
        init(document: Int, impact: Int) { packed = UInt32(document) << 6 | UInt32(impact) }

        var document: Int { Int(packed >> 6) }
        var impact: Int { Int(packed & 0x3F) }
    }

    /// A word and its documents, in the order of their list.
    struct Term: Sendable {
        let word: String
        /// In how many documents the word stands.
        let documentCount: Int
        /// Those documents, or, of a word that stands in more than a quarter of many, the best.
        let postings: ArraySlice<Posting>
    }

    /// The words, sorted by their UTF-16 code units, as JavaScript compares strings.
    let terms: [Term]
    /// How many documents there are.
    let documentCount: Int

    /// Growing frequency counts ever less: at this weighted frequency it counts for half.
    private static let saturation = 4.0
    /// How far a long field dilutes a word, 0 to 1.
    private static let lengthInfluence = 0.4
    /// A word in more documents than this says little; beside rarer words its best documents are enough.
    private static let keptOfCommonWord = 1000
    /// A word of more documents than this finds only those that are about it, and not those whose page names it somewhere.
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

    /// The documents of each word, by the word's number: parts of one array.
    private static func postings(of texts: NumberedTexts) -> [ArraySlice<Posting>] {
        let averages = averageLengths(of: texts)
        let starts = starts(of: texts)
        var ends = starts
        var postings = [Posting](
            repeating: Posting(document: 0, impact: 0),
            count: starts.last ?? 0
        )
        // Of the document at hand alone: what each of its words weighs, by the word's number.
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

    /// How many words a field has in a document, by the field's number.
    private static func averageLengths(of texts: NumberedTexts) -> [Double] {
        SearchField.allCases.map { field in
            let sum = (0..<texts.documentCount).reduce(0) { $0 + texts.words(of: field, in: $1).count }
            return max(1, Double(sum) / Double(max(1, texts.documentCount)))
        }
    }

    /// Where the documents of each word begin when they stand one after the other by the words' numbers, and where the last end.
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

    /// The postings that count most, in the order of the documents. Of equals the later document is the newer verdict.
    static func best(_ count: Int, of postings: some BidirectionalCollection<Posting>) -> [Posting] {
        var left = count
        var numbers = [Int](repeating: 0, count: PostingsText.impactLimit + 1)
        for posting in postings { numbers[posting.impact] += 1 }
        // How many of each impact are kept.
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
    /// Whether it comes before another string by UTF-16 code units.
    ///
    /// That is the order of the bytes of UTF-8, but for characters beyond 16 bits: they are written with surrogates, which come before
    /// U+E000.
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
