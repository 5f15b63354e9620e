import Addresses
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
    /// The source used as evidence. Of `source`, `article`, `medium` and `missing`, exactly one is set.
    let source: Shared<SourceView>?
    let article: ArticleView?
    /// The medium used as evidence: a link to its file, and its figure.
    let medium: Hyperlink?
    let figure: [UInt8]
    /// What the medium is, in a word.
    let mediumKind: String?
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
        quote = entry.evidence.quote?.value
        switch entry.evidence.reference {
        case .source(let id):
            let record = scope.source(id.value)
            source = record.map { scope.view($0) }
            readIn = record?.readIn.map { scope.sourceLink($0.value) } ?? []
            derivedFrom = record?.derivedFrom.map { scope.link(to: $0) } ?? []
            article = nil
            medium = nil
            figure = []
            mediumKind = nil
            missing = source == nil ? id.value : nil
        case .article(let id):
            source = nil
            readIn = []
            derivedFrom = []
            article = scope.article(id.value).map { ArticleView($0, in: scope) }
            medium = nil
            figure = []
            mediumKind = nil
            missing = article == nil ? id.value : nil
        case .medium(let id):
            source = nil
            readIn = []
            derivedFrom = []
            article = nil
            let record = scope.medium(id.value)
            medium = record.map { scope.mediumLink($0.id, locator: entry.evidence.locator) }
            let place = Links.mediaFragment(entry.evidence.locator)
            figure = record.map { scope.figures(of: $0, fragment: place) } ?? []
            mediumKind = record.map { scope.words["medium-kind.\($0.mediumKind.rawValue)"] }
            missing = record == nil ? id.value : nil
        }
        let isMedium = medium != nil
        locator = entry.evidence.locator.map { isMedium ? scope.words.place(inMedium: $0) : $0 }
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
        "medium": { .record($0.medium) },
        "medium-kind": { .text($0.mediumKind) },
        "figure": { .html(unlessEmpty: $0.figure) },
        "missing": { .text($0.missing) },
        "read-in": { .section($0.readIn) },
        "derived-from": { .section($0.derivedFrom) },
    ]
}
