import Mustache
import Newsroom

/// A source as lists and evidence show it.
struct SourceView: TemplateView {
    let title: Hyperlink
    /// Whether the title describes the piece because its headline was not seen.
    let isTitleDescribed: Bool
    /// The language of the document, where it differs from the site's.
    let language: String?
    let publisher: String
    let authors: [Hyperlink]
    let published: DateView?
    let original: ExternalLink?
    let archived: [ExternalLink]
    let kind: String
    let isPrimary: Bool
    /// How it was checked, in a word and in a sentence.
    let checkedID: String
    let checked: String
    let checkedMeaning: String
    /// What its author or publisher has at stake.
    let interest: String?
    /// What ties the newsroom to it.
    let relation: String?
    /// A word on its status, unless it is live.
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
