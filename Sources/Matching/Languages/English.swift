extension LanguageWords {
    /// English.
    package static let english = LanguageWords(
        negations: [
            "under no circumstances", "by no means", "in no way", "no longer", "no one", "not", "never",
            "no", "none", "nobody", "nothing", "nowhere", "neither", "nor", "cannot", "without",
            "hardly", "scarcely", "barely", "far from", "anything but",
        ],
        numbers: [
            "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
            "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
            "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
            "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
        ],
        multipliers: [
            "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
            "dozen": 12, "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12,
        ],
        months: [
            ["january", "jan"], ["february", "feb"], ["march"], ["april", "apr"], ["may"],
            ["june", "jun"], ["july", "jul"], ["august", "aug"], ["september", "sept", "sep"],
            ["october", "oct"], ["november", "nov"], ["december", "dec"],
        ],
        comparisons: [
            "more", "most", "less", "least", "fewer", "fewest", "higher", "highest", "lower", "lowest",
            "greater", "greatest", "larger", "largest", "smaller", "smallest", "bigger", "biggest",
            "better", "best", "worse", "worst", "faster", "fastest", "than", "double", "doubled",
            "twice", "triple", "tripled", "increased", "decreased", "rose", "fell", "record", "half",
            "longest", "oldest", "first",
        ],
        causes: [
            "because", "cause", "caused", "causes", "causing", "due", "led", "leads", "result",
            "results", "resulted", "therefore", "effect", "effects", "thanks", "created", "creates",
        ],
        measures: [
            "percent", "percentage", "dollars", "dollar", "euros", "euro", "pounds", "million",
            "billion", "trillion", "thousand", "hundred", "half", "third", "quarter", "years", "miles",
            "jobs", "rate",
        ],
        bodies: [
            "government", "congress", "senate", "parliament", "court", "commission", "ministry",
            "department", "agency", "council", "administration", "university", "police", "army",
            "committee", "bank", "union", "party",
        ],
        common: """
            the a an of to in and or is are was were be been has have had it its this that these \
            those for on at by with from as not but he she they we i you his her their our my \
            your will would can could do does did than then there who which what when where if \
            about more also after before all into over just up out so no any some said says
            """,
        hasDecimalComma: false
    )
}
