import Markdown
import Mustache
import Newsroom

/// One citation in a text.
struct CitationView: TemplateView {
    /// The visible text: the evidence's number, or the record's title.
    let label: String
    /// The target: the entry in the list of evidence, or the record's page.
    let address: String?
    /// The citation's own fragment identifier, for links back from the evidence.
    let anchor: String?
    let prefix: String?
    let locator: String?
    /// The text for screen readers in place of a bare number.
    let spoken: String?

    init(_ citation: Citation, numbering: CitationNumbering?, in scope: PageScope) {
        prefix = citation.prefix
        locator = citation.locator
        if let target = numbering?.target(of: citation) {
            label = scope.words.number(target.entry.number)
            address = "#" + target.entry.anchor
            anchor = target.anchor
            spoken = scope.words.text("evidence.spoken", ["number": label])
        } else {
            let link = Self.record(citation.id, in: scope)
            label = link.text
            address = link.address
            anchor = nil
            spoken = nil
        }
    }

    private static func record(_ id: String, in scope: PageScope) -> Hyperlink {
        if scope.source(id) != nil { return scope.sourceLink(id) }
        return scope.articleLink(id)
    }

    static let fields: TemplateFields<Self> = [
        "label": { .text($0.label) },
        "address": { .text($0.address) },
        "anchor": { .text($0.anchor) },
        "prefix": { .text($0.prefix) },
        "locator": { .text($0.locator) },
        "spoken": { .text($0.spoken) },
        "numbered": { .bool($0.anchor != nil) },
    ]
}
