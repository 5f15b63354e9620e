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
    /// The words of the articles, by article id.
    let words: [String: ArticleWords]
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
        let articles = await newsroom.articles.concurrentMap { article in
            Task.isCancelled || !reads(article.id) ? nil : (article.id, ArticleWords(of: article))
        }
        let words = Dictionary(uniqueKeysWithValues: articles.compactMap(\.self))
        self.words = words
        quotations = await Quotation.all(in: newsroom, words)
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
