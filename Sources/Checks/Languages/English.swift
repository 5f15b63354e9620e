import Matching

extension RuleWords {
    /// English.
    static let english = RuleWords(
        relativeDates: [
            "yesterday", "tomorrow", "last week", "this week", "next week", "last month", "this month",
            "next month", "last year", "this year", "next year", "last night", "this morning",
        ],
        absolute: [
            "all", "every", "everyone", "everybody", "everything", "always", "never", "none", "nothing",
            "nobody", "no one", "no-one", "nowhere", "only", "unanimous", "unanimously",
            "without exception", "invariably",
        ],
        harmless: [
            "at all", "after all", "first of all", "above all", "all but", "not all", "not every",
            "not only", "not always", "every other", "all in all", "nothing but", "not everyone",
            "not everybody", "not everything", "all over", "only a", "only an", "only one", "only two",
            "only three",
        ],
        negations: LanguageWords.english.negations,
        conditions: [
            "if", "unless", "provided", "as long as", "so long as", "on condition", "except", "until",
            "in case", "assuming", "whether", "only when", "depending on",
        ],
        numbers: [
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
            "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "dozen",
            "dozens", "half", "twice", "percent",
        ]
    )
}
