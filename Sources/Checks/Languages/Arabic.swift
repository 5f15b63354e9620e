extension RuleWords {
    /// Arabic, without lists for relative dates and absolute words.
    static let arabic = RuleWords(
        relativeDates: [],
        absolute: [],
        harmless: [],
        negations: [
            "لا", "ولا", "لم", "ولم", "لن", "ولن", "ليس", "ليست", "وليس", "غير", "دون", "بدون", "أبدا",
            "أبداً",
        ],
        conditions: [
            "إذا", "وإذا", "لو", "ولو", "إلا", "بشرط", "شريطة", "ما لم", "حتى",
        ],
        numbers: [
            "اثنان", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة", "مئة",
            "ألف", "مليون", "نصف",
        ]
    )
}
