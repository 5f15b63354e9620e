import Mustache
import Newsroom

/// A rated claim as a card that other sites can frame.
struct EmbedPage: PageContent, TemplateView {
    let title: String
    let description: String
    let statement: String
    let claimants: [Hyperlink]
    let stated: DateView?
    let ruling: Shared<RulingView>
    let published: DateView?
    /// The claim's page: absolute, because readers copy it.
    let address: String
    let siteName: String

    /// Nil for a claim that readers cannot see: there is no card of a draft.
    init?(_ claim: Claim, in scope: PageScope) {
        scope.note(claim)
        guard let rated = scope.rated(claim), !scope.edition.isDraft(rated.verdict) else { return nil }
        title = rated.verdict.title.value
        description = rated.verdict.summary.value
        statement = claim.statement.value
        claimants = scope.profileLinks(claim.claimants)
        stated = scope.view(claim.stated)
        ruling = scope.view(rated.ruling)
        published = scope.view(rated.verdict.published)
        address = scope.edition.address(.claim(claim.id))
        siteName = scope.settings.name
    }

    static let fields: TemplateFields<Self> = [
        "title": { .text($0.title) },
        "summary": { .text($0.description) },
        "statement": { .text($0.statement) },
        "claimants": { .list($0.claimants) },
        "stated": { .record($0.stated) },
        "ruling": { .record($0.ruling) },
        "published": { .record($0.published) },
        "address": { .text($0.address) },
        "site-name": { .text($0.siteName) },
    ]
}
