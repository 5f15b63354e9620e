import Mustache
import Newsroom

/// A claim's card for other sites to frame, with its ruling or its retraction.
struct EmbedPage: PageContent, TemplateView {
    let title: String
    let description: String
    let statement: String
    let claimants: [Hyperlink]
    let stated: DateView?
    /// The ruling; nil once retracted, because framed cards stay and must not repeat it.
    let ruling: Shared<RulingView>?
    let retraction: RetractionView?
    /// The picture that is the claim, with the ruling over it.
    let picture: MediumView?
    let published: DateView?
    /// The absolute address of the claim's page, for readers to copy.
    let address: String
    let siteName: String

    /// Makes the card; nil for a claim with neither a published verdict nor a retraction.
    init?(_ claim: Claim, in scope: PageScope) {
        let rated = scope.rated(claim).flatMap { scope.isDraft($0.verdict) ? nil : $0 }
        if let rated {
            title = rated.verdict.title.value
            description = rated.verdict.summary.value
            retraction = nil
        } else if let retraction = scope.history(of: claim)?.standing.retraction {
            title = scope.retractedTitle(of: claim)
            description = retraction.reason
            self.retraction = RetractionView(retraction, of: claim.id, in: scope)
        } else {
            return nil
        }
        statement = claim.statement.value
        claimants = scope.profileLinks(claim.claimants)
        stated = scope.view(claim.stated)
        ruling = rated.map { scope.view($0.ruling) }
        picture = rated.flatMap { _ in scope.markedPicture(of: claim) }.map { MediumView($0, in: scope) }
        published = scope.view(rated?.publication.published)
        address = scope.address(.claim(claim.id))
        siteName = scope.settings.name
    }

    static let fields: TemplateFields<Self> = [
        "title": { .text($0.title) },
        "summary": { .text($0.description) },
        "statement": { .text($0.statement) },
        "claimants": { .list($0.claimants) },
        "stated": { .record($0.stated) },
        "ruling": { .record($0.ruling) },
        "retraction": { .record($0.retraction) },
        "picture": { .record($0.picture) },
        "published": { .record($0.published) },
        "address": { .text($0.address) },
        "site-name": { .text($0.siteName) },
    ]
}

extension PageScope {
    /// The headline of a retracted claim, because the bare statement would look like our own assertion.
    func retractedTitle(of claim: Claim) -> String {
        words.text("history.retracted-title", ["statement": claim.statement.value])
    }
}
