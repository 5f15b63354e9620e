import Diagnostics
import Markdown
import Newsroom

/// What a rule may look at.
struct CheckContext: Sendable {
    /// All records.
    let newsroom: Newsroom
    /// The day on which the checks run.
    let today: CalendarDate
    /// The words of the articles, by article id.
    let words: [String: ArticleWords]
    /// Which records are named anywhere, in a field or in a text; empty until all records have been checked.
    var mentions = Mentions()

    /// Whether readers can see a verdict: its day of publication has come.
    func isPublished(_ verdict: Verdict) -> Bool {
        verdict.published.map { $0.value <= today } ?? false
    }

    /// The step of the scale that a verdict gives; nil for a label, or an unknown ruling.
    func step(of verdict: Verdict) -> Int? { newsroom.ruling(of: verdict)?.number }

    /// A profile's name, or the id where there is no such profile.
    func name(of profile: String) -> String { newsroom.profiles[profile]?.name.value ?? profile }
}

/// A record with its Markdown.
struct RecordBody: Sendable {
    let record: any Record
    let document: MarkdownDocument

    /// The place of a range of the record's file.
    func span(_ range: Range<Int>) -> SourceSpan { record.file.span(range) }
}

/// The ids that are named anywhere, by kind.
struct Mentions: Sendable {
    private var ids: [RecordKind: Set<String>] = [:]

    /// Whether a record is named.
    func contains(_ kind: RecordKind, _ id: String) -> Bool { ids[kind]?.contains(id) ?? false }

    /// Notes that references name records, except those by which a record names itself.
    mutating func add(_ references: [Reference], of record: (any Record)?) {
        for reference in references {
            for kind in reference.kinds {
                if let record, type(of: record).kind == kind, record.id == reference.id { continue }
                ids[kind, default: []].insert(reference.id)
            }
        }
    }

    /// Adds what was noted elsewhere.
    mutating func add(_ other: Mentions) {
        for (kind, names) in other.ids { ids[kind, default: []].formUnion(names) }
    }
}
