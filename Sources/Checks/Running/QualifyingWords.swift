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
        let lists = lists[language]
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

    private struct Lists: Sendable {
        let negations: PhraseList
        let conditions: PhraseList
        let numbers: Set<String>

        init(negations: [String], conditions: [String], numbers: [String]) {
            self.negations = PhraseList(negations)
            self.conditions = PhraseList(conditions)
            self.numbers = Set(numbers)
        }
    }

    private static func first(_ meaning: Meaning, in words: [String], _ lists: Lists?) -> String? {
        switch meaning {
        case .negation:
            let short = words.firstIndex { $0.hasSuffix("n't") }.map { (place: $0, phrase: words[$0]) }
            let found = lists?.negations.occurrences(in: words) ?? []
            return (found + (short.map { [$0] } ?? [])).min { $0.place < $1.place }?.phrase
        case .condition: return lists?.conditions.occurrences(in: words).min { $0.place < $1.place }?.phrase
        case .number: return numbers(in: words, lists).first
        }
    }

    private static func numbers(in words: [String], _ lists: Lists?) -> [String] {
        words.filter { word in
            word.unicodeScalars.contains { $0.properties.numericType == .decimal }
                || lists?.numbers.contains(word) ?? false
        }
    }

    private static let lists: [String: Lists] = [
        "en": english, "es": spanish, "fr": french, "de": german, "ar": arabic,
    ]

    private static let english = Lists(
        negations: [
            "under no circumstances", "by no means", "in no way", "no longer", "no one", "not", "never", "no",
            "none", "nobody", "nothing", "nowhere", "neither", "nor", "cannot", "without", "hardly",
            "scarcely",
            "barely", "far from", "anything but",
        ],
        conditions: [
            "if", "unless", "provided", "as long as", "so long as", "on condition", "except", "until",
            "in case",
            "assuming", "whether", "only when", "depending on",
        ],
        numbers: [
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "twenty",
            "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "hundreds",
            "thousand",
            "thousands", "million", "millions", "billion", "billions", "dozen", "dozens", "half", "twice",
            "percent",
        ]
    )

    private static let spanish = Lists(
        negations: [
            "bajo ninguna circunstancia", "de ningún modo", "no", "nunca", "jamás", "ni", "nadie", "nada",
            "ningún",
            "ninguna", "ninguno", "tampoco", "sin", "apenas",
        ],
        conditions: [
            "si", "a menos que", "a no ser que", "salvo", "excepto", "siempre que", "con tal de",
            "en caso de",
            "hasta que",
        ],
        numbers: [
            "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce",
            "veinte",
            "treinta", "cuarenta", "cincuenta", "cien", "cientos", "mil", "miles", "millón", "millones",
            "mitad",
            "doble",
        ]
    )

    private static let french = Lists(
        negations: [
            "en aucun cas", "en aucune circonstance", "ne", "pas", "jamais", "non", "ni", "aucun", "aucune",
            "personne", "rien", "nullement", "guère", "sans",
        ],
        conditions: [
            "si", "s'il", "s'ils", "à moins que", "sauf", "excepté", "à condition", "pourvu que", "tant que",
            "en cas de", "au cas où", "jusqu'à ce que",
        ],
        numbers: [
            "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "vingt",
            "trente", "quarante", "cinquante", "cent", "cents", "mille", "milliers", "million", "millions",
            "milliard", "milliards", "moitié",
        ]
    )

    private static let german = Lists(
        negations: [
            "unter keinen umständen", "auf keinen fall", "nicht", "nie", "niemals", "nein", "kein", "keine",
            "keinen",
            "keiner", "keinem", "keines", "niemand", "nichts", "nirgends", "weder", "ohne", "kaum",
        ],
        conditions: [
            "wenn", "falls", "sofern", "es sei denn", "außer", "solange", "vorausgesetzt", "bis", "im fall",
        ],
        numbers: [
            "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
            "zwanzig",
            "hundert", "hunderte", "tausend", "tausende", "million", "millionen", "milliarde", "milliarden",
            "hälfte", "doppelt", "prozent",
        ]
    )

    private static let arabic = Lists(
        negations: [
            "لا", "ولا", "لم", "ولم", "لن", "ولن", "ليس", "ليست", "وليس", "غير", "دون", "بدون", "أبدا",
            "أبداً",
        ],
        conditions: ["إذا", "وإذا", "لو", "ولو", "إلا", "بشرط", "شريطة", "ما لم", "حتى"],
        numbers: [
            "اثنان", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة", "مئة", "ألف",
            "مليون", "نصف",
        ]
    )
}
