/// One language's word lists for rules: negations, numbers, "always", "yesterday". Without a list, a rule finds nothing.
struct RuleWords: Sendable {
    /// Days named from the day of writing: "yesterday". Empty where the rule does not know the language.
    let relativeDates: PhraseList
    /// Words that leave no exception: "always".
    let absolute: PhraseList
    /// Phrases with such a word that are not absolute: "not always".
    let harmless: PhraseList
    /// "not", "without".
    let negations: PhraseList
    /// "if", "unless".
    let conditions: PhraseList
    /// Numbers in words. Digits are numbers in any language.
    let numbers: Set<String>

    init(
        relativeDates: [String],
        absolute: [String],
        harmless: [String],
        negations: [String],
        conditions: [String],
        numbers: [String]
    ) {
        self.relativeDates = PhraseList(relativeDates)
        self.absolute = PhraseList(absolute)
        self.harmless = PhraseList(harmless)
        self.negations = PhraseList(negations)
        self.conditions = PhraseList(conditions)
        self.numbers = Set(numbers)
    }

    /// The words of a language; nil for one that the rules do not know.
    /// - Parameter language: without region, in lower case: `en`.
    static func of(_ language: String) -> RuleWords? { all[language] }

    private static let all: [String: RuleWords] = [
        "ar": arabic, "de": german, "en": english, "es": spanish, "fr": french,
    ]
}
