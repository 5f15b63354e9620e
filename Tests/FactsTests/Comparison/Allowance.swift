/// Where content may differ from the facts files, each with its reason.
enum Allowance {
    /// Passages that the facts name for the argument and not as an appearance of the claim.
    static let unusedPassages: Set<String> = [
        // VICE's own third paragraph, quoted against the claim that its first makes.
        "C02 VP3"
    ]

    /// Evidence beyond the facts' lines.
    static let addedEvidence: Set<String> = [
        // The reasoning of C02 rests on VICE's third paragraph, which the facts list among its appearances.
        "C02 V undermines",
        // C20 is about what the article's experts say; their words are in the article.
        "C20 V context",
    ]

    /// Addresses that the facts say are not to be linked as they stand; the address of a `copy` may be
    /// withheld, too, since its canonical page is to be found first.
    static let withheldAddresses = [
        "S34b": "faulty as recorded",
        "S55": "reported dead",
        "S65": "publicly cited, never opened, to be tested first",
    ]

    /// Dates of publication that the facts leave open although the register has a day.
    static let openDates = [
        // R7 gives 15–16 July, and the register asks to check the day before printing it.
        "S20": "2018-07-15/2018-07-16"
    ]
}
