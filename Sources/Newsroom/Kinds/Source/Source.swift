import Diagnostics

/// One piece of evidence.
package final class Source: DecodableRecord {
    /// What a source is.
    package enum SourceKind: String, Hashable, Sendable, CaseIterable {
        /// A law, an indictment, a contract, a letter.
        case primaryDocument = "primary-document"
        /// Spoken words, written down.
        case transcript
        /// What an institution says in its own name.
        case officialStatement = "official-statement"
        /// Figures.
        case dataset
        /// A study or an expert's analysis.
        case research
        /// A talk that the newsroom or another outlet had.
        case interview
        /// Journalism.
        case newsReport = "news-report"

        /// Whether it is a first-hand record rather than a report about one.
        package var isPrimary: Bool {
            switch self {
            case .primaryDocument, .transcript, .officialStatement, .dataset, .interview: true
            case .research, .newsReport: false
            }
        }
    }

    /// How the newsroom checked a source.
    package enum Checked: String, Hashable, Sendable, CaseIterable {
        /// The page, or the passage that matters, was read and shows the fact.
        case read
        /// The fact was read on a mirror or a syndicated copy.
        case copy
        /// Known by citation; its own text was not read.
        case cited
        /// The right document, but the passage in question was not read in it.
        case partly

        /// Whether the passage that matters was read, if only in a copy.
        package var isReading: Bool {
            switch self {
            case .read, .copy: true
            case .cited, .partly: false
            }
        }
    }

    /// Whether a source can still be seen.
    package enum Status: String, Hashable, Sendable, CaseIterable {
        /// As far as is known, yes.
        case live
        /// Its address does not answer any more.
        case dead
        /// Its publisher took it back.
        case withdrawn
    }

    /// The file's base name.
    package let id: String
    /// The file.
    package let file: SourceFile
    /// The bytes of the Markdown body in the file.
    package let body: Range<Int>

    /// The title as published, or a description of the piece.
    package let title: Located<String>
    /// Whether the title describes the piece because its headline was not seen.
    package let isTitleDescribed: Bool
    /// Who published it.
    package let publisher: Located<String>
    /// Who wrote it.
    package let authors: [Located<String>]
    /// When it was published.
    package let published: Located<DateSpan>?
    /// The day on which the newsroom read it.
    package let accessed: Located<CalendarDate>?
    /// The canonical address.
    package let url: Located<String>?
    /// Other addresses of the same document.
    package let alsoAt: [Located<String>]
    /// Mementos of it.
    package let archived: [Located<String>]
    /// What it is.
    package let sourceKind: SourceKind
    /// How it was checked.
    package let checked: Checked
    /// The sources in which its text was read, when that was not here.
    package let readIn: [Located<String>]
    /// What it copies or only relays.
    package let derivedFrom: [EvidenceReference]
    /// Whether its author had access of their own to the event or the data.
    package let hasOwnAccess: Bool
    /// What its author or publisher has at stake in the matter.
    package let interest: Located<String>?
    /// What ties the newsroom to it.
    package let relation: Located<String>?
    /// Whether it can still be seen.
    package let status: Located<Status>?
    /// The language of the document (BCP 47).
    package let language: String?
    /// The captured copy.
    package let snapshot: Snapshot?

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
        guard let title, let publisher, let sourceKind, let checked else { return nil }
        self.id = id
        self.file = file
        self.body = body
        self.title = title
        self.publisher = publisher
        self.sourceKind = sourceKind
        self.checked = checked
    }

    /// The source with another snapshot, or with none.
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
    }
}

/// A captured copy of a source.
package struct Snapshot: Hashable, Sendable {
    /// The file's path, relative to the newsroom's folder.
    package let file: Located<String>
    /// Its SHA-256, in hexadecimal.
    package let sha256: Located<String>
}
