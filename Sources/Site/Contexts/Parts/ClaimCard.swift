import Mustache
import Newsroom

/// What is said of a rated claim in few words.
struct ClaimCard: TemplateShowable {
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
        scope.note(rated.claim)
        scope.note(rated.verdict)
        statement = rated.claim.statement.value
        title = rated.verdict.title.value
        summary = rated.verdict.summary.value
        address = scope.links.to(.claim(rated.claim.id))
        claimants = scope.profileLinks(rated.claim.claimants)
        stated = scope.view(rated.claim.stated)
        published = scope.view(rated.verdict.published)
        ruling = scope.view(rated.ruling)
        topics = rated.claim.topics.map { scope.topicLink($0.value) }
        isDraft = scope.edition.isDraft(rated.verdict)
    }

    var templateRecord: TemplateRecord {
        [
            "statement": .text(statement), "title": .text(title), "summary": .text(summary),
            "address": .text(address), "claimants": .list(claimants), "stated": .record(stated),
            "published": .record(published), "ruling": .record(ruling), "topics": .list(topics),
            "draft": .bool(isDraft),
        ]
    }
}

/// A rated claim in a list, as the template `claim-card` shows it.
///
/// A claim stands in a dozen lists, so it is rendered once for those at the same depth.
struct ListedClaim: TemplateShowable {
    let html: [UInt8]

    init(_ card: ClaimCard, in scope: PageScope) {
        let context = card.templateRecord.merging(["words": .record(scope.words.templateRecord)])
        html = scope.html("claim-card", context)
    }

    var templateRecord: TemplateRecord { ["card": .html(html)] }
}
