import Markdown
import Mustache
import Newsroom

@testable import Site

/// The names of templates that pages do not include but show ready-made.
enum PartNames {
    /// Hands over the values of each part that a page has.
    static func add(of subject: PageSubject, in scope: PageScope, to names: (String, TemplateRecord) -> Void)
    {
        switch subject {
        case .home:
            for claim in scope.rankedClaims {
                names("claim-card", ClaimCard(scope.read(claim), in: scope).templateRecord)
            }
            for ruling in scope.settings.scale.all {
                names("scale", ScaleView(pointingAt: ruling, in: scope).templateRecord)
            }
        case .record(.claim, let id, _):
            guard let claim = scope.claim(id), let rated = scope.rated(claim) else { return }
            let groups = scope.document(of: rated.verdict).citationGroups { scope.publisher(of: $0) != nil }
            let numbering = CitationNumbering(rated.verdict.evidence, citedIn: groups)
            for citation in groups.flatMap(\.citations) {
                let view = CitationView(citation, numbering: numbering, in: scope)
                names("citation", ["citations": .list([view])])
                names("mention", ["name": .text(""), "citations": .list([view])])
            }
            for medium in scope.media(of: rated) {
                names("medium", ["medium": .record(MediumView(medium, role: "media.original", in: scope))])
                names("medium-inline", ["medium": .record(MediumView(medium, in: scope))])
            }
        default: break
        }
    }
}
