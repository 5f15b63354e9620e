import Mustache
import Newsroom

/// A numbered piece of evidence.
struct EvidenceView: TemplateView {
    let number: String
    let anchor: String
    /// Links back to the citations in the text.
    let citedAt: [Hyperlink]
    let stance: Evidence.Stance
    let shows: String
    let locator: String?
    let quote: String?
    let language: String?
    /// The source used as evidence. Of `source`, `article` and `missing`, exactly one is set.
    let source: Shared<SourceView>?
    let article: ArticleView?
    let missing: String?
    /// The sources in which an unread source was read about.
    let readIn: [Hyperlink]
    /// The documents that the source copies or relays.
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
