/// The words of one language that change what a sentence says: negations, numbers, months, and the signs of a checkable statement.
package struct LanguageWords: Sendable {
    /// Negations: "not", "without", "under no circumstances".
    package let negations: [String]
    /// Numbers in words, with their values: "twelve".
    package let numbers: [String: Double]
    /// Words that multiply the number before them: "million".
    package let multipliers: [String: Double]
    /// The months: names, and short forms without their dots.
    package let months: [String: Int]
    /// Words that compare: "more", "highest".
    package let comparisons: Set<String>
    /// Words that name a cause or an effect: "because", "led".
    package let causes: Set<String>
    /// Words of measures and shares: "percent", "dollars".
    package let measures: Set<String>
    /// Bodies that are named without a name: "government", "court".
    package let bodies: Set<String>
    /// Words that stand in every text: "the", "is".
    let common: [String]
    /// Whether every noun begins with a capital letter, so that capitals tell no names.
    package let capitalisesNouns: Bool
    /// Whether a comma, and not a point, stands before decimals.
    package let hasDecimalComma: Bool

    /// The same words as texts are folded.
    let foldedComparisons: Set<String>
    let foldedCauses: Set<String>
    let foldedMeasures: Set<String>
    let foldedBodies: Set<String>

    /// The negations of one word, for tokens.
    package let singleNegations: Set<String>

    init(
        negations: [String],
        numbers: [String: Double] = [:],
        multipliers: [String: Double] = [:],
        months: [[String]] = [],
        comparisons: Set<String> = [],
        causes: Set<String> = [],
        measures: Set<String> = [],
        bodies: Set<String> = [],
        common: String = "",
        capitalisesNouns: Bool = false,
        hasDecimalComma: Bool = true
    ) {
        self.negations = negations
        self.numbers = numbers
        self.multipliers = multipliers
        var numbered: [String: Int] = [:]
        for (index, names) in months.enumerated() { for name in names { numbered[name] = index + 1 } }
        self.months = numbered
        self.comparisons = comparisons
        self.causes = causes
        self.measures = measures
        self.bodies = bodies
        self.common = common.split(separator: " ").map(String.init)
        self.capitalisesNouns = capitalisesNouns
        self.hasDecimalComma = hasDecimalComma
        foldedComparisons = Set(comparisons.map(Folding.fold))
        foldedCauses = Set(causes.map(Folding.fold))
        foldedMeasures = Set(measures.map(Folding.fold))
        foldedBodies = Set(bodies.map(Folding.fold))
        singleNegations = Set(negations.filter { !$0.contains(" ") })
    }

    /// The words of a language; those without any word for a language that has no file here.
    /// - Parameter language: a language tag (BCP 47), of which the first part counts.
    package static func of(_ language: String) -> LanguageWords {
        all[language.prefix { $0 != "-" }.lowercased()] ?? none
    }

    private static let none = LanguageWords(negations: [])

    private static let all: [String: LanguageWords] = [
        "ar": arabic, "de": german, "en": english, "es": spanish, "fr": french,
    ]
}
