import Matching

extension RuleWords {
    /// Arabic, without lists for relative dates and absolute words.
    static let arabic = RuleWords(
        relativeDates: [],
        absolute: [],
        harmless: [],
        negations: LanguageWords.arabic.negations,
        conditions: [
            "إذا", "وإذا", "لو", "ولو", "إلا", "بشرط", "شريطة", "ما لم", "حتى",
        ],
        numbers: [
            "اثنان", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة", "مئة",
            "ألف", "مليون", "نصف",
        ]
    )
}
