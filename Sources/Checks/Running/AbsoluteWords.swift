/// The words with which a statement leaves no exception.
enum AbsoluteWords {
    /// The first absolute word or phrase of a text, in lower case.
    /// - Parameter language: without region, in lower case.
    static func first(in text: String, language: String) -> String? {
        guard let lists = RuleWords.of(language) else { return nil }
        let words = PhraseSearch.words(of: text)
        // Most texts hold no such word, and need no look at what is harmless.
        guard !lists.absolute.occurrences(in: words).isEmpty else { return nil }
        return lists.absolute.occurrences(in: lists.harmless.removed(from: words))
            .min { $0.place < $1.place }?.phrase
    }
}
