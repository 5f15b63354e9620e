/// A claim as another publisher, a list or a feed has it.
package struct IncomingItem: Hashable, Sendable {
    /// The number of the item in its file, from 1.
    package let number: Int
    /// The claim, in the words of the file.
    package var words: String
    /// The name of who made the claim.
    package var who: String?
    /// Whether the file says that an organisation made it; nil where it does not say.
    package var isOrganisation: Bool?
    /// The day on which the claim was made, such as 2018-07-16; a month or a year where no more is known.
    package var made: String?
    /// The addresses at which the claim was made.
    package var places: [String] = []
    /// The language of the words (BCP 47).
    package var language: String?
    /// The day on which somebody saw it, where the file says so.
    package var seen: String?
    /// How often it was seen or asked about.
    package var count = 1
    /// What else the file says about it, in words.
    package var note: String?
    /// What others ruled on it.
    package var rulings: [ForeignRuling] = []

    /// Makes an item of nothing but words.
    package init(number: Int, words: String) {
        self.number = number
        self.words = words
    }
}

/// A ruling of another publisher on a claim, in that publisher's own words.
package struct ForeignRuling: Hashable, Sendable {
    /// The name of the publisher.
    package var publisher: String?
    /// The address of the fact-check.
    package var url: String?
    /// The headline of the fact-check.
    package var title: String?
    /// The day of the fact-check.
    package var date: String?
    /// The ruling as it is published: "Mostly false".
    package var rating: String?
    /// The number of the ruling, with the ends of its scale: "2 of 1 to 5".
    package var number: String?
    /// The language of the fact-check (BCP 47).
    package var language: String?

    /// Makes a ruling of which nothing is known yet.
    package init() {}

    /// Whether nothing is known of it.
    package var isEmpty: Bool { self == ForeignRuling() }
}
