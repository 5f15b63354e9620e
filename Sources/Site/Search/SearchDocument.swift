/// A claim in the search index.
package struct SearchDocument: Sendable, Hashable {
    /// A value to filter by, such as a topic.
    package struct Choice: Sendable, Hashable {
        /// The record's or ruling's id.
        package let id: String
        /// The name that readers see.
        package let name: String

        /// Makes a choice.
        package init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// The path of its page from the site's root, percent-encoded.
    package let address: String
    /// The claim's statement.
    package let statement: String
    /// The verdict's headline.
    package let title: String
    /// The verdict's short answer.
    package let summary: String
    /// The claimants.
    package let claimants: [Choice]
    /// The ruling.
    package let ruling: Choice
    /// The ruling's shade: `tone-1` to `tone-5`, or `tone-label`.
    package let tone: String
    /// The topics.
    package let topics: [Choice]
    /// The titles and publishers of the claim's articles and evidence.
    package let documents: [String]
    /// The quotes from articles and evidence, and the headings of the verdict's text.
    package let passages: [String]
    /// The day of the verdict's publication (ISO 8601).
    package let published: String
    /// The day of publication in the language's form.
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

/// The searched fields of a document, with their weights.
enum SearchField: Int, CaseIterable {
    case statement, title, claimants, summary, topics, ruling, documents, passages

    /// Whether the field tells the claim's subject, and not only things mentioned on its page.
    var isAboutClaim: Bool { self != .documents && self != .passages }

    /// The weight of a word in this field, relative to a word in the summary.
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
