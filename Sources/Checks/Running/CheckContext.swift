import Diagnostics
import Files
import Markdown
import Newsroom

/// What a rule may look at.
struct CheckContext: Sendable {
    /// All records.
    let newsroom: Newsroom
    /// The day on which the checks run.
    let today: CalendarDate
    /// The texts of the articles, by article id.
    let texts: [String: ArticleText]
    /// The newsroom's language, without region, in lower case: `en`.
    let language: String
    /// Where the newsroom's evidence comes from.
    let lineage: Lineage
    /// The quotes that records take from articles, with the places where they stand; of records that take some.
    private let quotations: [RecordKey: [Quotation]]
    /// Which records are named anywhere, in a field or in a text; empty until all records have been checked.
    var mentions = Mentions()

    /// - Parameter reads: which articles are read, by id; the quotes from others are not looked for.
    init(
        _ newsroom: Newsroom,
        today: CalendarDate,
        reading reads: @Sendable @escaping (String) -> Bool = { _ in true }
    ) async {
        self.newsroom = newsroom
        self.today = today
        let quoting = Quotation.Quoting.all(in: newsroom)
        // Article by article, because words that are ready to be searched take many times the memory of the text.
        let read = await newsroom.articles.concurrentMap { article -> (ArticleText, [Quotation])? in
            guard !Task.isCancelled, reads(article.id) else { return nil }
            let words = ArticleWords(of: article)
            let quotations = quoting[article.id].map { Quotation.all(from: article, words, $0) } ?? []
            return (ArticleText(article.id, words), quotations)
        }.compactMap(\.self)
        texts = Dictionary(uniqueKeysWithValues: read.map { ($0.0.id, $0.0) })
        quotations = Dictionary(grouping: read.flatMap(\.1)) {
            RecordKey(type(of: $0.record).kind, $0.record.id)
        }
        .mapValues { $0.sorted { $0.quote.range.lowerBound < $1.quote.range.lowerBound } }
        language = newsroom.settings.language.lowercased().split(separator: "-").first.map(String.init) ?? ""
        lineage = Lineage(newsroom)
    }

    /// Whether readers can see a verdict: its day of publication has come.
    func isPublished(_ verdict: Verdict) -> Bool {
        verdict.published.map { $0.value <= today } ?? false
    }

    /// The step of the scale that a verdict gives; nil for a label, or an unknown ruling.
    func step(of verdict: Verdict) -> Int? { newsroom.ruling(of: verdict)?.number }

    /// The quotes that a claim or verdict takes from articles that are there.
    func quotations<Element: Record>(of record: Element) -> [Quotation] {
        quotations[RecordKey(Element.kind, record.id)] ?? []
    }

    /// A profile's name, or the id where there is no such profile.
    func name(of profile: String) -> String { newsroom.profiles[profile]?.name.value ?? profile }
}

/// The text of an article, and which blocks of it are the article's own words.
struct ArticleText: Sendable {
    let id: String
    let document: MarkdownDocument
    let ownBlocks: [Int]

    init(_ id: String, _ words: ArticleWords) {
        self.id = id
        document = words.document
        ownBlocks = words.blocks
    }
}

/// A record with its Markdown.
struct RecordBody: Sendable {
    let record: any Record
    let document: MarkdownDocument
    /// The references in the record's front matter.
    let fieldReferences: [Reference]
    /// The references in its text.
    let textReferences: [Reference]

    /// All references of the record.
    var references: [Reference] { fieldReferences + textReferences }

    init(_ record: any Record, _ document: MarkdownDocument, in newsroom: Newsroom) {
        self.record = record
        self.document = document
        fieldReferences = newsroom.references(of: record)
        textReferences = document.references
    }

    /// The records that this one names, other than itself.
    var mentions: [RecordKey] {
        let own = RecordKey(type(of: record).kind, record.id)
        var mentions: [RecordKey] = []
        for references in [fieldReferences, textReferences] {
            for reference in references {
                for key in reference.keys where key != own { mentions.append(key) }
            }
        }
        return mentions
    }

    /// The place of a range of the record's file.
    func span(_ range: Range<Int>) -> SourceSpan { record.file.span(range) }
}

/// The records that are named anywhere.
struct Mentions: Sendable {
    private var keys: Set<RecordKey> = []

    /// Whether a record is named.
    func contains(_ kind: RecordKind, _ id: String) -> Bool { keys.contains(RecordKey(kind, id)) }

    /// Notes that records are named.
    mutating func add(_ keys: some Sequence<RecordKey>) { self.keys.formUnion(keys) }
}
