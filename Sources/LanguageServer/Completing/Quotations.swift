import Newsroom

/// The sentences of an article's own words, as quotations to choose from.
struct Quotations {
    let candidates: [Candidate]

    /// The most sentences that are offered of one article.
    private static let limit = 200
    /// The longest label, in characters.
    private static let labelLength = 70

    /// - Parameter limit: the longest quotation that the newsroom allows, in words.
    init(of article: Article, limit: Int) {
        let words = ArticleWords(of: article)
        var sentences: [String] = []
        for block in words.blocks where sentences.count < Self.limit {
            sentences += Self.sentences(of: words.document.blocks[block].plainText)
        }
        candidates = sentences.prefix(Self.limit).map { sentence in
            let isLong = sentence.count > Self.labelLength
            var candidate = Candidate(
                isLong ? sentence.prefix(Self.labelLength - 1) + "…" : sentence,
                .text,
                text: YAMLLine.quoted(sentence)
            )
            candidate.meaning = isLong ? MarkdownWords.escaped(sentence) : nil
            candidate.words = isLong ? sentence : ""
            let count = sentence.split(separator: " ").count
            candidate.detail = count > limit ? "\(count) words: longer than the limit of \(limit)" : nil
            candidate.rank = count > limit ? 2 : 1
            return candidate
        }
    }

    /// The sentences of a passage on one line each: they end with a mark and a blank behind it.
    static func sentences(of passage: String) -> [String] {
        let words = passage.split { $0.isWhitespace }
        var sentences: [String] = []
        var current: [Substring] = []
        for word in words {
            current.append(word)
            let bare = word.reversed().drop { "\"”’»)'".contains($0) }
            // An initial or abbreviation such as "U.S." ends no sentence.
            guard let mark = bare.first, ".!?…".contains(mark),
                bare.dropFirst().filter(\.isLetter).count > 2 || mark != "."
            else { continue }
            sentences.append(current.joined(separator: " "))
            current = []
        }
        if !current.isEmpty { sentences.append(current.joined(separator: " ")) }
        return sentences
    }
}
