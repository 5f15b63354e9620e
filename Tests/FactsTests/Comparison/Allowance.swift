/// The differences from the facts files that content may have, each with its reason.
enum Allowance {
    /// Passages that the facts name for the argument, and not as an appearance of the claim.
    static let unusedPassages: Set<String> = [
        // VICE's own third paragraph, quoted against the claim in its first.
        "C02 VP3",
        // VICE's sentence on Trump's motive, which the review removes from a claim on Putin's.
        "C20 VP22",
        // Passages beside the claim, which say less than it does.
        "N2 TP7", "N4 VP1",
    ]

    /// Evidence that the facts' lines do not list.
    static let addedEvidence: Set<String> = [
        // VICE's third paragraph: the reasoning of C02 rests on it, and the facts list it as an appearance.
        "C02 V undermines",
        // The article's own words, because C20 is about what its experts say.
        "C20 V context",
    ]

    /// Addresses that must not be linked as they are, by the facts. The address of a `copy` may be left out too,
    /// until its canonical page is found.
    static let withheldAddresses = [
        "S34b": "faulty as recorded",
        "S55": "reported dead",
        "S65": "publicly cited, never opened, to be tested first",
    ]

    /// Dates of publication that the facts leave open, although the register has a day.
    static let openDates = [
        // The span 15–16 July of R7, because the register asks to check the day first.
        "S20": "2018-07-15/2018-07-16",
        // The month of the interview, which the review takes from its first sentence.
        "S38": "2018-04",
    ]

    /// Titles of documents of which the review read more than the register lists.
    static let titles = ["S59": "SSCI unclassified summary of ICA review, 3 July 2018, pp. 5 and 6"]

    /// Addresses at which the review read something that the register does not have.
    static let furtherAddresses = [
        "S59": ["https://en.wikisource.org/wiki/Page:SSCI_ICA_ASSESSMENT_FINALJULY3.pdf/6"]
    ]

    /// The values of `checked` that the review corrects.
    static let checked = ["S100": "cited"]

    /// Evidence that the review removes from a verdict, or turns round.
    static let revisedEvidence: Set<String> = [
        // The dispute over the breach, which moves to the indictment.
        "C14 S50", "C14 S85",
        // A copy on a site hostile to the finding, which is dropped.
        "C05 S66b",
        // Statements of the White House of 2017, which cannot bear on 2018.
        "C10 S31", "C10 S32",
        // Reports of the accusation, which support the claim once the accusation itself is rated.
        "C18 S120", "C18 S125", "C19 S125",
        // One record that supports the claim and has the denial too; it is listed once, for what it supports.
        "N1 S248", "N2 S233",
    ]

    /// Members of a family that have another meaning elsewhere.
    static let openLineages = [
        "S227": "used for what the Treasury said of NotPetya, not for the alert",
        "S35": "another statement of the same speaker, and no copy of the first",
        "S180": "another statement of the same speaker, and no copy of the first",
    ]

    /// Words of shortened statements for which the facts have others.
    static let ownWords: Set<String> = [
        "speaks", "spoke", "oversaw", "pentagon", "creating", "cyber", "prepares",
    ]
}
