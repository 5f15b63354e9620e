/// The words of an index with their documents, divided into parts for the search in the browser.
///
/// A typed prefix stands for all words that begin with it. If these fill more than a part, the prefix gets an entry of its
/// own with their best documents, so that one part answers it: `th*` for "the", "this" and "that".
struct SearchTerms: Sendable {
    /// Consecutive words, for one file.
    struct Part: Sendable {
        /// The only part of an index without words, in which a search finds nothing.
        static let empty = Part(firstWord: "", text: [])

        let firstWord: String
        /// The words (`WordsText`), each with its documents (`PostingsText`).
        var text: [UInt8]
    }

    /// The parts, in the order of their words.
    private(set) var parts: [Part] = []

    /// The size in bytes at which a part is full: small enough to load quickly, large enough that a search needs few.
    static let partSize = 4096
    /// The number of documents kept for a prefix. Longer prefixes find the others.
    private static let keptOfBeginning = 250

    private let index: InvertedIndex
    private var writer = WordsText()
    /// Running totals of the words' sizes in bytes, so that the size of any range is one subtraction.
    private var sizes = [0]
    private var letters: [[Unicode.Scalar]] = []
    private var postings: [[UInt8]] = []
    /// The impacts of documents for the current prefix; zero for all others.
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

    /// Adds consecutive words that share their first letters.
    /// - Parameter count: the number of shared letters.
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

    /// The entry of a prefix. A document's impact is that of its best word.
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
