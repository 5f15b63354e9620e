/// The texts of one claim, for an index.
package struct ClaimText: Sendable, Hashable {
    /// The claim's id.
    package let id: String
    /// The statement that was ruled on.
    package let statement: String
    /// The headline of the verdict; empty where there is none.
    package let title: String
    /// The short answer; empty where there is none.
    package let summary: String
    /// The quotations of the occasions on which it was made.
    package let quotes: [String]
    /// The names of the claimants.
    package let names: [String]
    /// What the index only keeps, for those who print a match: the ruling, its day, a path.
    package let notes: [String]

    /// Makes the texts of a claim.
    package init(
        id: String,
        statement: String,
        title: String = "",
        summary: String = "",
        quotes: [String] = [],
        names: [String] = [],
        notes: [String] = []
    ) {
        self.id = id
        self.statement = statement
        self.title = title
        self.summary = summary
        self.quotes = quotes
        self.names = names
        self.notes = notes
    }
}
