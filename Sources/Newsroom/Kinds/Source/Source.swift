import Diagnostics

/// A source: one piece of evidence.
package final class Source: DecodableRecord {
    /// The type of a source.
    package enum SourceKind: String, Hashable, Sendable, CaseIterable {
        /// A document such as a law, an indictment, a contract or a letter.
        case primaryDocument = "primary-document"
        /// A record of spoken words.
        case transcript
        /// An institution's statement in its own name.
        case officialStatement = "official-statement"
        /// A set of figures.
        case dataset
        /// A study, or an expert's analysis.
        case research
        /// An interview by the newsroom or another outlet.
        case interview
        /// A work of journalism.
        case newsReport = "news-report"
        /// A fact-check by another publisher.
        case factCheck = "fact-check"

        /// Whether the type is a first-hand record, and not a report about one.
        package var isPrimary: Bool {
            switch self {
            case .primaryDocument, .transcript, .officialStatement, .dataset, .interview: true
            case .research, .newsReport, .factCheck: false
            }
        }
    }

    /// The depth to which the newsroom checked a source.
    package enum Checked: String, Hashable, Sendable, CaseIterable {
        /// The page or the passage that matters was read, and shows the fact.
        case read
        /// The fact was read on a mirror or a syndicated copy.
        case copy
        /// The source is known by citation; its own text was not read.
        case cited
        /// The document is the right one, but the passage in question was not read in it.
        case partly

        /// Whether the passage that matters was read, if only in a copy.
        package var isReading: Bool {
            switch self {
            case .read, .copy: true
            case .cited, .partly: false
            }
        }
    }

    /// The availability of a source.
    package enum Status: String, Hashable, Sendable, CaseIterable {
        /// Available, as far as is known.
        case live
        /// Gone: the address no longer answers.
        case dead
        /// Withdrawn by its publisher.
        case withdrawn
    }

    /// The id: the file's name without `.md`.
    package let id: String
    /// The file of the record.
    package let file: SourceFile
    /// The byte range of the Markdown body in the file.
    package let body: Range<Int>

    /// The title as published, or a description of the piece.
    package let title: Located<String>
    /// Whether the title is a description, because the headline was not seen.
    package let isTitleDescribed: Bool
    /// The publisher's name.
    package let publisher: Located<String>
    /// The authors' names.
    package let authors: [Located<String>]
    /// The time of publication; nil if unknown.
    package let published: Located<DateSpan>?
    /// The day on which the newsroom read it.
    package let accessed: Located<CalendarDate>?
    /// The canonical address.
    package let url: Located<String>?
    /// The other addresses of the same document.
    package let alsoAt: [Located<String>]
    /// The addresses of archived copies (mementos, RFC 7089).
    package let archived: [Located<String>]
    /// The type of the source.
    package let sourceKind: SourceKind
    /// The depth to which it was checked.
    package let checked: Checked
    /// The ids of the sources in which its text was read, if it was not read itself.
    package let readIn: [Located<String>]
    /// The documents that it copies or merely relays.
    package let derivedFrom: [EvidenceReference]
    /// Whether the author had their own access to the event or the data.
    package let hasOwnAccess: Bool
    /// The stake of its author or publisher in the matter.
    package let interest: Located<String>?
    /// The newsroom's ties to it.
    package let relation: Located<String>?
    /// The availability; nil if left out, which means `live`.
    package let status: Located<Status>?
    /// The language of the document (BCP 47).
    package let language: String?
    /// The captured copy; nil if there is none.
    package let snapshot: Snapshot?
    /// The day on which the newsroom last looked at the page as it is now; nil if it never did.
    package let reviewed: Located<CalendarDate>?

    init?(_ fields: inout FieldReader, id: String, file: SourceFile, body: Range<Int>) {
        let title = fields.text("title")
        isTitleDescribed = fields.flag("title-described")
        let publisher = fields.text("publisher")
        authors = fields.texts("authors")
        published = fields.span("published")
        accessed = fields.day("accessed")
        url = fields.text("url")
        alsoAt = fields.texts("also-at")
        archived = fields.texts("archived")
        let sourceKind = fields.choice("kind", SourceKind.self)?.value
        let checked = fields.choice("checked", Checked.self)?.value
        readIn = fields.texts("read-in")
        derivedFrom = fields.texts("derived-from").map(EvidenceReference.init(lineage:))
        hasOwnAccess = fields.flag("own-access")
        interest = fields.text("interest")
        relation = fields.text("relation")
        status = fields.choice("status", Status.self)
        language = fields.text("language")?.value
        snapshot = fields.group("snapshot", owner: "a snapshot") { Snapshot(&$0) }
        reviewed = fields.day("reviewed")
        guard let title, let publisher, let sourceKind, let checked else { return nil }
        self.id = id
        self.file = file
        self.body = body
        self.title = title
        self.publisher = publisher
        self.sourceKind = sourceKind
        self.checked = checked
    }

    /// A copy of the source with another snapshot, or none.
    package init(_ source: Source, snapshot: Snapshot?) {
        id = source.id
        file = source.file
        body = source.body
        title = source.title
        isTitleDescribed = source.isTitleDescribed
        publisher = source.publisher
        authors = source.authors
        published = source.published
        accessed = source.accessed
        url = source.url
        alsoAt = source.alsoAt
        archived = source.archived
        sourceKind = source.sourceKind
        checked = source.checked
        readIn = source.readIn
        derivedFrom = source.derivedFrom
        hasOwnAccess = source.hasOwnAccess
        interest = source.interest
        relation = source.relation
        status = source.status
        language = source.language
        self.snapshot = snapshot
        reviewed = source.reviewed
    }
}
