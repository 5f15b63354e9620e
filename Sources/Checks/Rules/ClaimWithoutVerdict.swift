import Diagnostics
import Newsroom

/// A claim without a verdict.
struct ClaimWithoutVerdict: Rule {
    static let guide = RuleGuide(
        RuleID("claim-without-verdict", .note),
        "Every claim has a verdict, if only a draft.",
        why: "A claim without a verdict is work that waits.",
        fix: "Write `content/verdicts/<claim>.md`.",
        wrong: "content/claims/offered-analysis.md",
        right: "content/claims/offered-analysis.md\ncontent/verdicts/offered-analysis.md"
    )

    func check(_ claim: Claim, _ context: CheckContext) -> [Finding] {
        guard context.newsroom.verdict(on: claim) == nil,
            !context.newsroom.unreadable.contains(RecordKey(.verdict, claim.id))
        else { return [] }
        return [
            Finding(
                "claim `\(claim.id)` has no verdict",
                at: claim.span(claim.statement),
                help: "write content/verdicts/\(claim.id).md"
            )
        ]
    }
}
