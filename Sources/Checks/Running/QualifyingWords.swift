/// The words without which a sentence says something else: negations, conditions, numbers.
enum QualifyingWords {
    /// What such a word is.
    enum Meaning: String, CaseIterable, Sendable {
        case negation = "a negation"
        case condition = "a condition"
        case number = "a number"
    }

    /// The qualifying words that a text leaves out and its replacement does not have, each with what it is.
    /// - Parameters:
    ///   - omitted: the words that were left out.
    ///   - replacement: what stands in their place; a negation there makes up for one that was left out.
    ///   - language: without region, in lower case. Digits are numbers in any language.
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
