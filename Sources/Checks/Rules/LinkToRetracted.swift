import Diagnostics
import Markdown
import Newsroom

/// A link from a published text to a retracted ruling.
struct LinkToRetracted: Rule {
    static let guide = RuleGuide(
        RuleID("link-to-retracted", .note),
        "A published text does not lean on a ruling that was retracted.",
        why: """
            The page is still there, and says that the ruling was retracted and why. A text that was written before points at it as
            if it stood.
            """,
        fix: "Say in the text that the ruling was retracted, or take the link out.",
        wrong: "He had said so before, see [our ruling](claim:offered-analysis).   # retracted since",
        right: "We retracted [our ruling](claim:offered-analysis) on what he had said before."
    )

    func check(_ body: RecordBody, _ context: CheckContext) -> [Finding] {
        guard !body.document.recordLinks.isEmpty, context.isBeforeReaders(body.record) else { return [] }
        return body.document.recordLinks.compactMap { link in
            guard let verdict = context.verdict(of: link),
                context.publication(of: verdict).isRetracted
            else { return nil }
            return Finding(
                "this published text links to \(link.kind) `\(link.id)`, whose ruling was retracted",
                at: body.span(link.range),
                help: "say in the text that the ruling was retracted, or take the link out"
            )
        }
    }
}
