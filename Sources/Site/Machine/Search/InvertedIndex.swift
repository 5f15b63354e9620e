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
    /// How many documents there are.
    let documentCount: Int

    /// Growing frequency counts ever less: at this weighted frequency it counts for half.
    private static let saturation = 4.0
    /// How far a long field dilutes a word, 0 to 1.
    private static let lengthInfluence = 0.4
    /// A word in more documents than this says little; beside rarer words its best documents are enough.
    private static let keptOfCommonWord = 1000

    init(_ documents: [SearchDocument]) {
        var numbering = WordNumbering()
        let texts = documents.map { document in
            SearchField.allCases.map { numbering.numbers(of: $0, in: document) }
        }
        let averages = SearchField.allCases.map { field in
            let sum = texts.reduce(0) { $0 + $1[field.rawValue].count }
            return max(1, Double(sum) / Double(max(1, documents.count)))
        }

        var postings = [[Posting]](repeating: [], count: numbering.words.count)
        // Of the document at hand alone: what each of its words weighs, by the word's number.
        var weights = [Double](repeating: 0, count: numbering.words.count)
        for (document, text) in texts.enumerated() {
            var found: [Int] = []
            for field in SearchField.allCases {
                let numbers = text[field.rawValue]
                let relativeLength = Double(numbers.count) / averages[field.rawValue]
                let weight = field.weight / (1 - Self.lengthInfluence + Self.lengthInfluence * relativeLength)
                for number in numbers {
                    if weights[number] == 0 { found.append(number) }
                    weights[number] += weight
                }
            }
            for number in found {
                let share = weights[number] / (weights[number] + Self.saturation)
                let impact = max(1, Int((share * Double(PostingsText.impactLimit)).rounded()))
                postings[number].append(Posting(document: document, impact: impact))
                weights[number] = 0
            }
        }
        let common = max(documents.count / 4, Self.keptOfCommonWord)
        terms = zip(numbering.words, postings).map { word, all in
            Term(
                word: word,
                documentCount: all.count,
                postings: all.count > common ? Self.best(Self.keptOfCommonWord, of: all) : all
            )
        }
        .sorted { $0.word.utf16.lexicographicallyPrecedes($1.word.utf16) }
        documentCount = documents.count
    }

    /// The postings that count most, in the order of the documents. Of equals the later document is the newer verdict.
    static func best(_ count: Int, of postings: [Posting]) -> [Posting] {
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

/// Gives every word a number, so that texts are compared as numbers.
private struct WordNumbering {
    /// The words by their numbers.
    private(set) var words: [String] = []
    private var numbers: [String: Int] = [:]
    /// Names stand in many documents, and are taken apart once.
    private var names: [String: [Int]] = [:]

    mutating func numbers(of field: SearchField, in document: SearchDocument) -> [Int] {
        switch field {
        case .statement: numbers(of: document.statement)
        case .title: numbers(of: document.title)
        case .summary: numbers(of: document.summary)
        case .claimants: document.claimants.flatMap { numbers(ofName: $0.name) }
        case .topics: document.topics.flatMap { numbers(ofName: $0.name) }
        case .ruling: numbers(ofName: document.ruling.name)
        }
    }

    private mutating func numbers(ofName name: String) -> [Int] {
        if let known = names[name] { return known }
        let found = numbers(of: name)
        names[name] = found
        return found
    }

    private mutating func numbers(of text: String) -> [Int] {
        Folding.words(text).map { word in
            if let number = numbers[word] { return number }
            numbers[word] = words.count
            words.append(word)
            return words.count - 1
        }
    }
}
