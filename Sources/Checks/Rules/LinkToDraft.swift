import Diagnostics
import Markdown
import Newsroom

/// A link from a published text to an unpublished verdict, or to a claim without a published one.
struct LinkToDraft: Rule {
    static let guide = RuleGuide(
        RuleID("link-to-draft", .warning),
        "A published text links only to what is published.",
        why:
            "A link to a claim without a published verdict, or to a draft, leads readers to nothing, or gives away work in progress.",
        fix: "Publish the other verdict first, or take the link out until then.",
        wrong: "See [the retreat](claim:retreated-within-hours).   # its verdict is a draft",
        right: "See [the offer](claim:offered-analysis).   # its verdict is published"
    )

    func check(_ body: RecordBody, _ context: CheckContext) -> [Finding] {
        guard !body.document.recordLinks.isEmpty else { return [] }
        // An unreadable verdict may be a published one, so nothing is reported until all can be read.
        let hasUnreadableVerdict = context.newsroom.unreadable.contains { $0.kind == .verdict }
        guard !hasUnreadableVerdict, context.isBeforeReaders(body.record) else { return [] }
        return body.document.recordLinks.compactMap { link in
            guard let reason = draft(link, context) else { return nil }
            return Finding(
                "this published text links to \(link.kind) `\(link.id)`, \(reason)",
                at: body.span(link.range),
                help: "publish that verdict first, or take the link out until then"
            )
        }
    }

    private func draft(_ link: RecordLink, _ context: CheckContext) -> String? {
        guard let verdict = context.verdict(of: link) else {
            let isClaim = link.kind == "claim" && context.newsroom.claims[link.id] != nil
            return isClaim ? "which has no verdict" : nil
        }
        // A retracted ruling keeps its page; `link-to-retracted` reports links to it.
        guard !context.isPublished(verdict), !context.publication(of: verdict).isRetracted else { return nil }
        return link.kind == "claim" ? "whose verdict is a draft" : "which is a draft"
    }
}
