import Mustache
import Newsroom

/// A source as lists and evidence show it.
struct SourceView: TemplateShowable {
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
        let state = source.status?.value ?? .live
        status = state == .live ? nil : words["source-status.\(state.rawValue)"]
    }

    var templateRecord: TemplateRecord {
        [
            "title": .record(title), "described": .bool(isTitleDescribed), "lang": .text(language),
            "publisher": .text(publisher), "authors": .list(authors), "authored": .bool(!authors.isEmpty),
            "published": .record(published),
            "original": .record(original), "archived": .list(archived),
            "has-archive": .bool(!archived.isEmpty), "kind": .text(kind),
            "primary": .bool(isPrimary), "checked": .text(checked), "checked-id": .text(checkedID),
            "unread": .bool(checkedID != Source.Checked.read.rawValue),
            "checked-meaning": .text(checkedMeaning),
            "status": .text(status),
        ]
    }
}
