import Mustache
import Newsroom

/// What readers take with them: the page's address, and the code with which another site shows the claim's card.
struct ShareView: TemplateView {
    let address: String
    let code: String
    /// The card's own page, which shows what the code does.
    let card: String

    init(_ rated: RatedClaim, in scope: PageScope) {
        address = scope.address(.claim(rated.claim.id))
        card = scope.links.to(.embed(rated.claim.id))
        let claimants = scope.profiles(rated.claim.claimants).map(\.name.value)
        code = OEmbed.frame(
            at: scope.address(.embed(rated.claim.id)),
            title: rated.verdict.title.value,
            height: OEmbed.height(rated, claimants: claimants)
        )
    }

    static let fields: TemplateFields<Self> = [
        "address": { .text($0.address) },
        "code": { .text($0.code) },
        "card": { .text($0.card) },
    ]
}
