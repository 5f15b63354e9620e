import Mustache
import Newsroom

/// A summary of a rated claim for lists.
struct ClaimCard: TemplateView {
    let statement: String
    let title: String
    let summary: String
    let address: String
    let claimants: [Hyperlink]
    let stated: DateView?
    let published: DateView?
    let ruling: Shared<RulingView>
    let topics: [Hyperlink]
    let isDraft: Bool

    init(_ rated: RatedClaim, in scope: PageScope) {
        statement = rated.claim.statement.value
        title = rated.verdict.title.value
        summary = rated.verdict.summary.value
        address = scope.links.to(.claim(rated.claim.id))
        claimants = scope.profileLinks(rated.claim.claimants)
        stated = scope.view(rated.claim.stated)
        published = scope.view(rated.publication.published)
        ruling = scope.view(rated.ruling)
        topics = rated.claim.topics.map { scope.topicLink($0.value) }
        isDraft = scope.isDraft(rated.verdict)
    }

    static let fields: TemplateFields<Self> = [
        "statement": { .text($0.statement) },
        "title": { .text($0.title) },
        "summary": { .text($0.summary) },
        "address": { .text($0.address) },
        "claimants": { .list($0.claimants) },
        "stated": { .record($0.stated) },
        "published": { .record($0.published) },
        "ruling": { .record($0.ruling) },
        "topics": { .list($0.topics) },
        "draft": { .bool($0.isDraft) },
    ]
}

/// A reference to a rated claim, with its title and ruling.
struct ClaimReference: TemplateView {
    let title: String
    let address: String
    let ruling: Shared<RulingView>

    init(_ rated: RatedClaim, in scope: PageScope) {
        title = rated.verdict.title.value
        address = scope.links.to(.claim(rated.claim.id))
        ruling = scope.view(rated.ruling)
    }

    static let fields: TemplateFields<Self> = [
        "title": { .text($0.title) },
        "address": { .text($0.address) },
        "ruling": { .record($0.ruling) },
    ]
}

/// A rated claim in a list, rendered with the template `claim-card`.
///
/// A claim stands in a dozen lists, so its HTML is cached for all pages at the same depth.
struct ListedClaim: TemplateView {
    let html: [UInt8]

    init(_ card: ClaimCard, in scope: PageScope) {
        let context = card.templateRecord.merging(["words": .record(scope.words.templateRecord)])
        html = scope.html("claim-card", context)
    }

    static let fields: TemplateFields<Self> = [
        "card": { .html($0.html) }
    ]
}
