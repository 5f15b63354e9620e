import Mustache
import Newsroom

/// A source in a list or as evidence.
struct SourceView: TemplateView {
    let title: Hyperlink
    /// Whether the title is a description, because the real headline is unknown.
    let isTitleDescribed: Bool
    /// The document's language (BCP 47); nil if it is the site's.
    let language: String?
    let publisher: String
    let authors: [Hyperlink]
    let published: DateView?
    let original: ExternalLink?
    let archived: [ExternalLink]
    let kind: String
    let isPrimary: Bool
    /// The way it was checked: as an id, in a word (`checked`) and in a sentence (`checkedMeaning`).
    let checkedID: String
    let checked: String
    let checkedMeaning: String
    /// The interest of its author or publisher in the matter.
    let interest: String?
    /// The newsroom's own relation to the source.
    let relation: String?
    /// The status in a word; nil for a live source.
    let status: String?

    init(_ source: Source, in scope: PageScope) {
        let words = scope.words
        title = Hyperlink(source.title.value, to: scope.links.to(.source(source.id)))
        isTitleDescribed = source.isTitleDescribed
        language = source.language == scope.settings.language ? nil : source.language
        publisher = source.publisher.value
        authors = source.authors.map { Hyperlink($0.value, to: nil) }
        published = scope.view(source.published)
        original = source.url.map { ExternalLink($0.value) }
        archived = source.archived.map { ExternalLink($0.value) }
        kind = words["source-kind.\(source.sourceKind.rawValue)"]
        isPrimary = source.sourceKind.isPrimary
        checkedID = source.checked.rawValue
        checked = words["checked.\(source.checked.rawValue)"]
        checkedMeaning = words["checked-meaning.\(source.checked.rawValue)"]
        interest = source.interest?.value
        relation = source.relation?.value
        let state = source.status?.value ?? .live
        status = state == .live ? nil : words["source-status.\(state.rawValue)"]
    }

    static let fields: TemplateFields<Self> = [
        "title": { .record($0.title) },
        "described": { .bool($0.isTitleDescribed) },
        "lang": { .text($0.language) },
        "publisher": { .text($0.publisher) },
        "authors": { .list($0.authors) },
        "authored": { .bool(!$0.authors.isEmpty) },
        "published": { .record($0.published) },
        "original": { .record($0.original) },
        "archived": { .list($0.archived) },
        "has-archive": { .bool(!$0.archived.isEmpty) },
        "kind": { .text($0.kind) },
        "primary": { .bool($0.isPrimary) },
        "checked": { .text($0.checked) },
        "checked-id": { .text($0.checkedID) },
        "unread": { .bool($0.checkedID != Source.Checked.read.rawValue) },
        "checked-meaning": { .text($0.checkedMeaning) },
        "interest": { .text($0.interest) },
        "relation": { .text($0.relation) },
        "status": { .text($0.status) },
    ]
}
