import Diagnostics
import Newsroom

/// A published rating without any document among its evidence that was fully read.
struct UnreadEvidenceAlone: Rule {
    static let guide = RuleGuide(
        RuleID("unread-evidence-alone", .warning),
        "A published rating rests on at least one document that was read.",
        why: """
            A `cited` or `partly` read source shows that a document exists, not its content. Such sources can
            stand beside others; a rating that has nothing else repeats what somebody said of them. Evidence for context does
            not count, and verdicts with a label in place of a rating are exempt.
            """,
        fix: """
            Name the source in which the facts were read, with its direction, and give the unread one the stance `context`; or
            choose a label such as unproven.
            """,
        wrong: "evidence:\n  - {source: unread-report, stance: supports, …}",
        right:
            "evidence:\n  - {source: wire-on-report, stance: supports, …}\n  - {source: unread-report, stance: context, …}"
    )

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        let pieces = verdict.evidence.filter { $0.stance != .context }.map(\.reference)
        guard context.isPublished(verdict), context.step(of: verdict) != nil, !pieces.isEmpty,
            !pieces.contains(where: context.lineage.isRead)
        else { return [] }
        return [
            Finding(
                "nothing that supports or undermines the claim was read: all of it is `cited` or `partly`",
                at: verdict.span(verdict.ruling),
                help: "add the source in which the facts were read, or choose a label in place of a rating"
            )
        ]
    }
}
