import Mustache
import Newsroom

/// A rated claim in a list.
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
