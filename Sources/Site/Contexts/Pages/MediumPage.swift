import Mustache
import Newsroom

/// The page of a picture with a mark: the picture under its mark, and the rulings that it belongs to.
struct MediumPage: PageContent, TemplateView {
    let title: String
    let description: String
    /// What it is, in a word.
    let kind: String
    let figure: [UInt8]
    /// The claims that show it, or link to it.
    let claims: [ListedClaim]

    /// Makes the page; nil for a medium without a mark.
    init?(_ medium: Medium, in scope: PageScope) {
        guard let ruling = medium.ruling(on: scope.settings.scale) else { return nil }
        title = scope.words.text("feed.entry", ["ruling": ruling.label, "title": medium.title])
        description = title
        kind = scope.words["medium-kind.\(medium.mediumKind.rawValue)"]
        figure = scope.figures(of: medium)
        claims = scope.claims(showing: medium).map { scope.listed($0) }
    }

    static let fields: TemplateFields<Self> = [
        "title": { .text($0.title) },
        "kind": { .text($0.kind) },
        "figure": { .html($0.figure) },
        "claims": { .section($0.claims) },
    ]
}
