/// The search for words that admit no exception, such as "always".
enum AbsoluteWords {
    /// The first absolute word or phrase of a text, in lower case; nil if there is none or the language has no lists.
    /// - Parameter language: a language without its region, in lower case: `en`.
    static func first(in text: String, language: String) -> String? {
        guard let lists = RuleWords.of(language) else { return nil }
        let words = PhraseSearch.words(of: text)
        // Most texts hold no such word; only for the others the harmless phrases are removed.
        guard !lists.absolute.occurrences(in: words).isEmpty else { return nil }
        return lists.absolute.occurrences(in: lists.harmless.removed(from: words))
            .min { $0.place < $1.place }?.phrase
    }
}
