import Mustache
import Newsroom

/// A piece of evidence as a verdict uses it, with its number.
struct EvidenceView: TemplateView {
    let number: String
    let anchor: String
    /// The ways back to the citations.
    let citedAt: [Hyperlink]
    let stance: Evidence.Stance
    let shows: String
    let locator: String?
    let quote: String?
    let language: String?
    /// What is used: one of the two, or neither where the id leads to nothing.
    let source: Shared<SourceView>?
    let article: ArticleView?
    let missing: String?
    /// Where the text was read, when that was not in the source itself.
    let readIn: [Hyperlink]
    /// What it copies or only relays.
    let derivedFrom: [Hyperlink]

    init(_ entry: CitationNumbering.Entry, in scope: PageScope) {
        number = scope.words.number(entry.number)
        anchor = entry.anchor
        citedAt = entry.citedAt.enumerated().map { position, anchor in
            Hyperlink(scope.words.number(position + 1), to: "#" + anchor)
        }
        stance = entry.evidence.stance
        shows = entry.evidence.shows.value
        locator = entry.evidence.locator
        quote = entry.evidence.quote?.value
        switch entry.evidence.reference {
        case .source(let id):
            let record = scope.source(id.value)
            source = record.map { scope.view($0) }
            readIn = record?.readIn.map { scope.sourceLink($0.value) } ?? []
            derivedFrom = record?.derivedFrom.map { scope.link(to: $0) } ?? []
            article = nil
            missing = source == nil ? id.value : nil
        case .article(let id):
            source = nil
            readIn = []
            derivedFrom = []
            article = scope.article(id.value).map { ArticleView($0, in: scope) }
            missing = article == nil ? id.value : nil
        }
        language = source?.view.language ?? article?.language
    }

    static let fields: TemplateFields<Self> = [
        "number": { .text($0.number) },
        "anchor": { .text($0.anchor) },
        "cited-at": { .list($0.citedAt) },
        "cited": { .bool(!$0.citedAt.isEmpty) },
        "stance": { .text($0.stance.rawValue) },
        "shows": { .text($0.shows) },
        "locator": { .text($0.locator) },
        "quote": { .text($0.quote) },
        "lang": { .text($0.language) },
        "source": { .record($0.source) },
        "article": { .record($0.article) },
        "missing": { .text($0.missing) },
        "read-in": { .section($0.readIn) },
        "derived-from": { .section($0.derivedFrom) },
    ]
}
