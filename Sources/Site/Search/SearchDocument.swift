/// A claim as the search in the reader's browser knows it.
package struct SearchDocument: Sendable, Hashable {
    /// Something to filter by, with the name that readers see.
    package struct Choice: Sendable, Hashable {
        /// The id.
        package let id: String
        /// The name.
        package let name: String

        /// Makes a choice.
        package init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// The way to its page from the site's root, percent-encoded.
    package let address: String
    /// The claim as it is rated.
    package let statement: String
    /// The verdict's headline.
    package let title: String
    /// The verdict's short answer.
    package let summary: String
    /// Who made the claim.
    package let claimants: [Choice]
    /// The ruling.
    package let ruling: Choice
    /// The ruling's shade: `tone-1` to `tone-5`, or `tone-label`.
    package let tone: String
    /// The topics.
    package let topics: [Choice]
    /// The titles and publishers of the documents that it is about or leans on.
    package let documents: [String]
    /// Passages that are quoted, and the headings of its text.
    package let passages: [String]
    /// The day on which the verdict was published; ISO 8601.
    package let published: String
    /// The same as readers see it.
    package let publishedText: String

    /// Makes a document.
    package init(
        address: String,
        statement: String,
        title: String,
        summary: String,
        claimants: [Choice],
        ruling: Choice,
        tone: String,
        topics: [Choice],
        documents: [String] = [],
        passages: [String] = [],
        published: String,
        publishedText: String
    ) {
        self.address = address
        self.statement = statement
        self.title = title
        self.summary = summary
        self.claimants = claimants
        self.ruling = ruling
        self.tone = tone
        self.topics = topics
        self.documents = documents
        self.passages = passages
        self.published = published
        self.publishedText = publishedText
    }
}

/// The fields of a document that are searched, each with what a word in it is worth.
enum SearchField: Int, CaseIterable {
    case statement, title, claimants, summary, topics, ruling, documents, passages

    /// Whether the field says what the claim is about, and not only what else its page names.
    var isAboutClaim: Bool { self != .documents && self != .passages }

    /// How much more a word in this field says about what the claim is about than a word in the summary.
    var weight: Double {
        switch self {
        case .statement: 3
        case .title: 2
        case .claimants: 2.5
        case .summary: 1
        case .topics: 1.5
        case .ruling: 1
        case .documents: 0.4
        case .passages: 0.4
        }
    }
}
