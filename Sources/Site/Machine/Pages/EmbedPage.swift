import Mustache
import Newsroom

/// A rated claim as a card that other sites can frame.
struct EmbedPage: PageContent {
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

    var templateRecord: TemplateRecord {
        [
            "title": .text(title), "summary": .text(description), "statement": .text(statement),
            "claimants": .list(claimants), "stated": .record(stated), "ruling": .record(ruling),
            "published": .record(published), "address": .text(address), "site-name": .text(siteName),
        ]
    }
}
