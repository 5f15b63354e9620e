/// Word lists of one language for the rules. A rule with an empty list finds nothing in that language.
struct RuleWords: Sendable {
    /// Dates relative to the day of writing: "yesterday", "last week".
    let relativeDates: PhraseList
    /// Words that admit no exception: "always", "nobody".
    let absolute: PhraseList
    /// Phrases that contain an absolute word and are not absolute: "not always".
    let harmless: PhraseList
    /// Negations: "not", "without".
    let negations: PhraseList
    /// Conditions: "if", "unless".
    let conditions: PhraseList
    /// Numbers in words: "twelve". Digits are known in every language.
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

    /// The lists of a language; nil where there are none.
    /// - Parameter language: a language without its region, in lower case: `en`.
    static func of(_ language: String) -> RuleWords? { all[language] }

    private static let all: [String: RuleWords] = [
        "ar": arabic, "de": german, "en": english, "es": spanish, "fr": french,
    ]
}
