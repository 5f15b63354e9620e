/// Where content may differ from the facts files, each with its reason.
enum Allowance {
    /// Passages that the facts name for the argument and not as an appearance of the claim.
    static let unusedPassages: Set<String> = [
        // VICE's own third paragraph, quoted against the claim that its first makes.
        "C02 VP3",
        // The review takes VICE's sentence on Trump's motive out of a claim on Putin's.
        "C20 VP22",
        // The facts name these beside the claim, and they say less than it does.
        "N2 TP7", "N4 VP1",
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
        "S20": "2018-07-15/2018-07-16",
        // The review dates the interview by its first sentence.
        "S38": "2018-04",
    ]

    /// Titles of documents of which the review read more than the register has.
    static let titles = ["S59": "SSCI unclassified summary of ICA review, 3 July 2018, pp. 5 and 6"]

    /// Addresses at which the review read what the register has not.
    static let furtherAddresses = [
        "S59": ["https://en.wikisource.org/wiki/Page:SSCI_ICA_ASSESSMENT_FINALJULY3.pdf/6"]
    ]

    /// Words of checking that the review corrects.
    static let checked = ["S100": "cited"]

    /// Evidence that the review takes out of a verdict, or turns round.
    static let revisedEvidence: Set<String> = [
        // The dispute over the breach moves to the indictment.
        "C14 S50", "C14 S85",
        // A copy on a site hostile to the finding: dropped.
        "C05 S66b",
        // What the White House said in 2017 cannot bear on 2018.
        "C10 S31", "C10 S32",
        // Once the accusation itself is rated, reports of it support the claim.
        "C18 S120", "C18 S125", "C19 S125",
        // One record supports and has the denial, too: it is listed once, with what it supports.
        "N1 S248", "N2 S233",
    ]

    /// Members of a family that stand for something else elsewhere.
    static let openLineages = [
        "S227": "used for what the Treasury said of NotPetya, not for the alert",
        "S35": "another statement of the same speaker, and no copy of the first",
        "S180": "another statement of the same speaker, and no copy of the first",
    ]

    /// Words of shortened statements that name what the facts name otherwise.
    static let ownWords: Set<String> = [
        "speaks", "spoke", "oversaw", "pentagon", "creating", "cyber", "prepares",
    ]
}
