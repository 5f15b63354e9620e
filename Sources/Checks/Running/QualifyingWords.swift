/// Words whose omission changes a sentence's meaning: negations, conditions, numbers.
enum QualifyingWords {
    /// The class of a qualifying word; the raw value is its name in messages.
    enum Meaning: String, CaseIterable, Sendable {
        case negation = "a negation"
        case condition = "a condition"
        case number = "a number"
    }

    /// The qualifying words that a quote loses, at most one of each meaning.
    /// - Parameters:
    ///   - omitted: the words left out of the quote.
    ///   - replacement: the bracketed words in their place; a negation here makes up for an omitted one.
    ///   - language: a language without its region, in lower case. Digits count as numbers in every language.
    static func lost(
        in omitted: String,
        replacement: String,
        language: String
    ) -> [(meaning: Meaning, words: String)] {
        let words = PhraseSearch.words(of: omitted)
        let kept = PhraseSearch.words(of: replacement)
        let lists = RuleWords.of(language)
        return Meaning.allCases.compactMap { meaning in
            guard let found = first(meaning, in: words, lists) else { return nil }
            if meaning == .number {
                guard numbers(in: words, lists).contains(where: { !kept.contains($0) }) else { return nil }
            } else if first(meaning, in: kept, lists) != nil {
                return nil
            }
            return (meaning, found)
        }
    }

    private static func first(_ meaning: Meaning, in words: [String], _ lists: RuleWords?) -> String? {
        switch meaning {
        case .negation:
            let short = words.firstIndex { $0.hasSuffix("n't") }.map { (place: $0, phrase: words[$0]) }
            let found = lists?.negations.occurrences(in: words) ?? []
            return (found + (short.map { [$0] } ?? [])).min { $0.place < $1.place }?.phrase
        case .condition: return lists?.conditions.occurrences(in: words).min { $0.place < $1.place }?.phrase
        case .number: return numbers(in: words, lists).first
        }
    }

    private static func numbers(in words: [String], _ lists: RuleWords?) -> [String] {
        words.filter { word in
            word.unicodeScalars.contains { $0.properties.numericType == .decimal }
                || lists?.numbers.contains(word) ?? false
        }
    }
}
