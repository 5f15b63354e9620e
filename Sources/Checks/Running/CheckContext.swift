import Diagnostics
import Files
import Markdown
import Newsroom
import Synchronization

/// What a rule may look at.
struct CheckContext: Sendable {
    /// All records.
    let newsroom: Newsroom
    /// The day on which the checks run.
    let today: CalendarDate
    /// The newsroom's language, without region, in lower case: `en`.
    let language: String
    /// Where the newsroom's evidence comes from.
    let lineage: Lineage
    /// The quotes that do not stand in their articles, or not once; of records that have some.
    private let quotations: [RecordKey: [Quotation]]
    /// Which records are named anywhere, in a field or in a text; known when all records have been checked.
    let mentions = Mentions()
    private let headings = Headings()

    /// - Parameter reads: which articles are read, by id; the quotes from others are not looked for.
    init(
        _ newsroom: Newsroom,
        today: CalendarDate,
        reading reads: @Sendable @escaping (String) -> Bool = { _ in true }
    ) async {
        self.newsroom = newsroom
        self.today = today
        let found = await newsroom.articles.concurrentMap { article -> [Quotation] in
            guard !Task.isCancelled, reads(article.id) else { return [] }
            return Quotation.all(
                from: article,
                claims: newsroom.claims(in: article),
                verdicts: newsroom.verdicts(citing: article),
                known: newsroom.quotes
            )
        }
        quotations = Dictionary(grouping: found.joined()) {
            RecordKey(of: $0.record)
        }
        .mapValues { $0.sorted { $0.quote.range.lowerBound < $1.quote.range.lowerBound } }
        language = LanguageTag(newsroom.settings.language).language
        lineage = Lineage(newsroom)
    }

    /// Whether readers can see a verdict: its day of publication has come.
    func isPublished(_ verdict: Verdict) -> Bool {
        newsroom.isPublished(verdict, on: today)
    }

    /// What readers are told of a verdict's publication.
    func publication(of verdict: Verdict) -> VerdictPublication { newsroom.publication(of: verdict) }

    /// The names of the headings on a record's page, which for a claim and its verdict is one.
    func anchors(onPageOf record: RecordKey) -> Set<String> {
        headings.anchors(onPageOf: record) {
            record.kind.recordType.records(onPageOf: record.id, in: newsroom)
        }
    }

    /// The step of the scale that a verdict gives; nil for a label, or an unknown ruling.
    func step(of verdict: Verdict) -> Int? { newsroom.ruling(of: verdict)?.number }

    /// The quotes of a claim or verdict that do not stand in their articles, not once, or not in full; articles that are not there count
    /// for nothing.
    func quotations<Element: Record>(of record: Element) -> [Quotation] {
        quotations[RecordKey(Element.kind, record.id)] ?? []
    }

    /// A profile's name, or the id where there is no such profile.
    func name(of profile: String) -> String { newsroom.profiles[profile]?.name.value ?? profile }
}

/// A record with its Markdown.
struct RecordBody: Sendable {
    let record: any Record
    let document: MarkdownDocument
    /// The references in the record's front matter.
    let fieldReferences: [RecordReference]
    /// The references in its text.
    let textReferences: [RecordReference]
    /// The citations in its text, those without brackets too.
    let citations: [Citation]

    init(_ record: any Record, _ document: MarkdownDocument, in newsroom: Newsroom) {
        self.record = record
        self.document = document
        fieldReferences = record.references(in: newsroom)
        // In an article an `@name` is a word of others.
        let groups = document.citationGroups { id in
            !(record is Article) && (newsroom.sources.contains(id: id) || newsroom.articles.contains(id: id))
        }
        citations = groups.flatMap(\.citations)
        textReferences = document.references(citations)
    }

    /// The records that this one names, other than itself, as far as it matters which are named.
    var mentions: [RecordKey] {
        let own = RecordKey(of: record)
        var mentions: [RecordKey] = []
        mentions.reserveCapacity(fieldReferences.count + textReferences.count)
        for references in [fieldReferences, textReferences] {
            for reference in references {
                for kind in Mentions.kinds where reference.canMean({ $0 == kind }) {
                    let key = RecordKey(kind, reference.id)
                    if key != own { mentions.append(key) }
                }
            }
        }
        return mentions
    }

    /// The place of a range of the record's file.
    func span(_ range: Range<Int>) -> SourceSpan { record.file.span(range) }
}

/// The records that are named anywhere: noted while records are checked on all cores, and kept once.
final class Mentions: Sendable {
    /// The kinds that have an `unused-` rule.
    static let kinds = RecordKind.allCases.filter(\.isReportedUnused)

    private let keys = Mutex<Set<RecordKey>>([])

    /// Whether a record is named.
    func contains(_ kind: RecordKind, _ id: String) -> Bool {
        keys.withLock { $0.contains(RecordKey(kind, id)) }
    }

    /// Notes that records are named.
    func add(_ named: [RecordKey]) {
        keys.withLock { $0.formUnion(named) }
    }
}

/// The headings of pages that links point into: read when they are asked for first, and kept.
final class Headings: Sendable {
    private let anchors = Mutex<[RecordKey: Set<String>]>([:])

    func anchors(onPageOf record: RecordKey, _ texts: () -> [any Record]) -> Set<String> {
        if let known = anchors.withLock({ $0[record] }) { return known }
        let documents = texts().map { MarkdownDocument($0.file, range: $0.body) }
        let found = Set(documents.flatMap { $0.headings.map(\.anchor) })
        anchors.withLock { $0[record] = found }
        return found
    }
}
