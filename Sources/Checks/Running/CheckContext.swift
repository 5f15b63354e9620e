import Diagnostics
import Files
import Markdown
import Newsroom
import Synchronization

/// The input of all rules: the linked newsroom, the day, and look-ups computed once for all records.
struct CheckContext: Sendable {
    /// All records.
    let newsroom: Newsroom
    /// The day on which the checks run.
    let today: CalendarDate
    /// The files that go out as they are.
    let statics: StaticFiles
    /// The newsroom's language without its region, in lower case: `en`.
    let language: String
    /// The derivations among the sources: which document each piece of evidence goes back to.
    let lineage: Lineage
    /// Problematic quotes by record; records without any are absent.
    private let quotations: [RecordKey: [Quotation]]
    /// Records that are named in any field or text; complete only when all records have been checked.
    let mentions = Mentions()
    private let headings = Headings()

    /// Makes the context, and looks for quotes in their articles.
    /// - Parameter records: the only records whose quotes are looked for; nil for all.
    init(
        _ newsroom: Newsroom,
        today: CalendarDate,
        statics: StaticFiles = .none,
        only records: Set<RecordKey>? = nil
    ) async {
        self.newsroom = newsroom
        self.today = today
        self.statics = statics
        let articles = records.map(newsroom.articles(quotedBy:)) ?? Array(newsroom.articles)
        let found = await articles.concurrentMap { article -> [Quotation] in
            guard !Task.isCancelled else { return [] }
            var claims = newsroom.claims(in: article)
            var verdicts = newsroom.verdicts(citing: article)
            if let records {
                claims.removeAll { !records.contains(RecordKey(.claim, $0.id)) }
                verdicts.removeAll { !records.contains(RecordKey(.verdict, $0.id)) }
            }
            return Quotation.all(from: article, claims: claims, verdicts: verdicts, known: newsroom.quotes)
        }
        quotations = Dictionary(grouping: found.joined()) {
            RecordKey(of: $0.record)
        }
        .mapValues { $0.sorted { $0.quote.range.lowerBound < $1.quote.range.lowerBound } }
        language = LanguageTag(newsroom.settings.language).language
        lineage = Lineage(newsroom)
    }

    /// Whether a verdict's day of publication has come.
    func isPublished(_ verdict: Verdict) -> Bool {
        newsroom.isPublished(verdict, on: today)
    }

    /// What readers are told of a verdict's publication.
    func publication(of verdict: Verdict) -> VerdictPublication { newsroom.publication(of: verdict) }

    /// The anchors of the headings on a record's page. A claim and its verdict share one page.
    func anchors(onPageOf record: RecordKey) -> Set<String> {
        headings.anchors(onPageOf: record) {
            record.kind.recordType.records(onPageOf: record.id, in: newsroom)
        }
    }

    /// The number of a verdict's ruling on the scale; nil for a label and for an unknown ruling.
    func step(of verdict: Verdict) -> Int? { newsroom.ruling(of: verdict)?.number }

    /// Problematic quotes of a claim or verdict: absent from the article, ambiguous, or with words left out. Quotes from
    /// missing articles are not among them.
    func quotations<Element: Record>(of record: Element) -> [Quotation] {
        quotations[RecordKey(Element.kind, record.id)] ?? []
    }

    /// The name of a profile, given by id; the id itself for an unknown profile.
    func name(of profile: String) -> String { newsroom.profiles[profile]?.name.value ?? profile }
}

extension Newsroom {
    /// The articles that some records quote, by id.
    fileprivate func articles(quotedBy records: Set<RecordKey>) -> [Article] {
        var ids: Set<String> = []
        for key in records {
            switch key.kind {
            case .claim: ids.formUnion(claims[key.id]?.appearances.map(\.article.value) ?? [])
            case .verdict:
                for case .article(let id) in verdicts[key.id]?.evidence.map(\.reference) ?? [] {
                    ids.insert(id.value)
                }
            default: break
            }
        }
        return ids.sorted().compactMap { articles[$0] }
    }
}

/// A record with its parsed Markdown and the records that it names.
struct RecordBody: Sendable {
    let record: any Record
    let document: MarkdownDocument
    /// The references in the record's front matter.
    let fieldReferences: [RecordReference]
    /// The references in its text.
    let textReferences: [RecordReference]
    /// The citations in its text, bracketed or not.
    let citations: [Citation]

    init(_ record: any Record, _ document: MarkdownDocument, in newsroom: Newsroom) {
        self.record = record
        self.document = document
        fieldReferences = record.references(in: newsroom)
        // Articles are other people's words, so an `@name` in one is never a citation.
        let groups = document.citationGroups { id in
            !(record is Article) && (newsroom.sources.contains(id: id) || newsroom.articles.contains(id: id))
        }
        citations = groups.flatMap(\.citations)
        textReferences = document.references(citations)
    }

    /// Other records that this one names, of the kinds in `Mentions.kinds`.
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

/// The set of records that any record names, filled while records are checked on all cores.
final class Mentions: Sendable {
    /// The kinds that have an `unused-` rule.
    static let kinds = RecordKind.allCases.filter(\.isReportedUnused)

    private let keys = Mutex<Set<RecordKey>>([])

    /// Whether the set contains a record.
    func contains(_ kind: RecordKind, _ id: String) -> Bool {
        keys.withLock { $0.contains(RecordKey(kind, id)) }
    }

    /// Adds records to the set.
    func add(_ named: [RecordKey]) {
        keys.withLock { $0.formUnion(named) }
    }
}

/// A cache of heading anchors by page, filled at the first link into the page.
final class Headings: Sendable {
    private let anchors = Mutex<[RecordKey: Set<String>]>([:])

    /// The anchors on a record's page.
    /// - Parameter texts: the records whose texts stand on the page; asked only on the first call.
    func anchors(onPageOf record: RecordKey, _ texts: () -> [any Record]) -> Set<String> {
        if let known = anchors.withLock({ $0[record] }) { return known }
        let documents = texts().map { MarkdownDocument($0.file, range: $0.body) }
        let found = Set(documents.flatMap { $0.headings.map(\.anchor) })
        anchors.withLock { $0[record] = found }
        return found
    }
}
