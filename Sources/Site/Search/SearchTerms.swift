/// The words of an index with their documents, in the order and the parts in which the search in the browser reads them.
///
/// Whoever has typed the beginning of a word means any word that begins so. Where those words fill more than a part, the beginning has an
/// entry of its own with the best of their documents, so that one part answers it: `th*` for "the", "this", "that" and so on.
struct SearchTerms: Sendable {
    /// Some words that follow each other, in one file.
    struct Part: Sendable {
        /// What is in the first file where there are no words: a search reads it and finds nothing.
        static let empty = Part(firstWord: "", text: [])

        let firstWord: String
        /// An entry of `WordsText` for each word, each with its documents (`PostingsText`).
        var text: [UInt8]
    }

    /// The parts.
    private(set) var parts: [Part] = []

    /// How large a part may become: small enough that a search moves little, large enough that it needs few.
    static let partSize = 4096
    /// How many documents of a beginning are kept; a longer beginning has others.
    private static let keptOfBeginning = 250

    private let index: InvertedIndex
    private var writer = WordsText()
    /// How much each word and all before it fill, so that it is known at once what any words in a row fill.
    private var sizes = [0]
    private var letters: [[Unicode.Scalar]] = []
    private var postings: [[UInt8]] = []
    /// What the documents count for in the beginning at hand; 0 for all others.
    private var impacts: [Int]

    init(_ index: InvertedIndex) {
        self.index = index
        impacts = [Int](repeating: 0, count: index.documentCount)
        for term in index.terms {
            letters.append(Array(term.word.unicodeScalars))
            postings.append(PostingsText.bytes(term.postings))
            sizes.append(sizes[sizes.count - 1] + term.word.utf8.count + postings[postings.count - 1].count)
        }
        add(index.terms.indices, sharing: 0)
        if parts.isEmpty { parts = [.empty] }
    }

    /// Adds words in a row that have so many letters in common.
    private mutating func add(_ places: Range<Int>, sharing count: Int) {
        guard sizes[places.upperBound] - sizes[places.lowerBound] > Self.partSize, places.count > 1 else {
            for place in places { add(index.terms[place], postings[place]) }
            return
        }
        var rest = places
        if letters[rest.lowerBound].count == count {
            add(index.terms[rest.lowerBound], postings[rest.lowerBound])
            rest = rest.dropFirst()
        }
        if count > 0 {
            let term = beginning(String(String.UnicodeScalarView(letters[rest.lowerBound][..<count])), places)
            add(term, PostingsText.bytes(term.postings))
        }
        while let first = rest.first {
            let next = rest.first { letters[$0][count] != letters[first][count] } ?? rest.upperBound
            add(first..<next, sharing: count + 1)
            rest = next..<rest.upperBound
        }
    }

    private mutating func add(_ term: InvertedIndex.Term, _ documents: [UInt8]) {
        let isFull = parts.last.map { $0.text.count + documents.count >= Self.partSize } ?? true
        if isFull {
            parts.append(Part(firstWord: term.word, text: []))
            writer = WordsText()
        }
        writer.append(term.word, documentCount: term.documentCount, to: &parts[parts.count - 1].text)
        parts[parts.count - 1].text.append(WordsText.documentsSeparator)
        parts[parts.count - 1].text += documents
    }

    /// The entry for all words that begin with some letters. A document counts for what its best word counts.
    private mutating func beginning(_ letters: String, _ places: Range<Int>) -> InvertedIndex.Term {
        var documents: [Int] = []
        for place in places {
            for posting in index.terms[place].postings {
                if impacts[posting.document] == 0 { documents.append(posting.document) }
                impacts[posting.document] = max(impacts[posting.document], posting.impact)
            }
        }
        let all = documents.sorted().map { InvertedIndex.Posting(document: $0, impact: impacts[$0]) }
        for document in documents { impacts[document] = 0 }
        return InvertedIndex.Term(
            word: letters + "*",
            documentCount: all.count,
            postings: InvertedIndex.best(Self.keptOfBeginning, of: all)[...]
        )
    }
}
