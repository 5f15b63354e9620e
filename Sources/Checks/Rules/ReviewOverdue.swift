import Diagnostics
import Newsroom

/// A verdict whose `review-by` day has passed.
struct ReviewOverdue: Rule {
    static let guide = RuleGuide(
        RuleID("review-overdue", .warning),
        "A verdict is looked at again by the day that it names.",
        why: "Facts change. The newsroom promised its readers to look again.",
        fix: "Check the evidence again, note what you found, and move `review-by`, or take it out.",
        wrong: "review-by: 2020-01-01",
        right: "updated: 2026-11-21\nreview-by: 2027-11-21"
    )

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        guard let reviewBy = verdict.reviewBy, reviewBy.value < context.today else { return [] }
        return [
            Finding(
                "this verdict was to be reviewed by \(reviewBy.value)",
                at: verdict.span(reviewBy),
                notes: ["today is \(context.today)"],
                help: "check the evidence again, then move `review-by` or take it out"
            )
        ]
    }
}
