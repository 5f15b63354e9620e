import Markdown
import Newsroom

/// A text that readers see links to what they cannot see.
struct LinkToDraft: Rule {
    static let guide = RuleGuide(
        "link-to-draft",
        .warning,
        "A published text links only to what is published.",
        why:
            "A link to a claim without a published verdict, or to a draft, leads readers to nothing, or gives away work in progress.",
        fix: "Publish the other verdict first, or take the link out until then.",
        wrong: "See [the retreat](claim:retreated-within-hours).   # its verdict is a draft",
        right: "See [the offer](claim:offered-analysis).   # its verdict is published"
    )

    func check(_ body: RecordBody, _ context: CheckContext) -> [Finding] {
        guard !body.document.recordLinks.isEmpty else { return [] }
        // A verdict whose day of publication cannot be read is no draft: say nothing until it can be.
        let hasUnreadableVerdict = context.newsroom.unreadable.contains { $0.kind == .verdict }
        guard !hasUnreadableVerdict, isPublished(body.record, context) else { return [] }
        return body.document.recordLinks.compactMap { link in
            guard let reason = draft(link, context) else { return nil }
            return Finding(
                "this published text links to \(link.kind) `\(link.id)`, \(reason)",
                at: body.span(link.range),
                help: "publish that verdict first, or take the link out until then"
            )
        }
    }

    private func isPublished(_ record: any Record, _ context: CheckContext) -> Bool {
        switch record {
        case let verdict as Verdict: context.isPublished(verdict)
        case let claim as Claim: context.newsroom.verdict(on: claim).map(context.isPublished) ?? false
        case is StandingPage: true
        default: false
        }
    }

    private func draft(_ link: RecordLink, _ context: CheckContext) -> String? {
        switch link.kind {
        case "verdict":
            return context.newsroom.verdicts[link.id].flatMap {
                context.isPublished($0) ? nil : "which is a draft"
            }
        case "claim":
            guard let claim = context.newsroom.claims[link.id] else { return nil }
            guard let verdict = context.newsroom.verdict(on: claim) else { return "which has no verdict" }
            return context.isPublished(verdict) ? nil : "whose verdict is a draft"
        default: return nil
        }
    }
}
