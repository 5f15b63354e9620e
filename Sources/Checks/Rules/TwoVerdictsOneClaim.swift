import Diagnostics
import Newsroom

/// A claim with more than one verdict.
struct TwoVerdictsOneClaim: Rule {
    static let guide = RuleGuide(
        RuleID("two-verdicts-one-claim", .error),
        "A claim has one verdict.",
        why: "With two verdicts on one claim a reader cannot know which one the newsroom stands by.",
        fix: """
            Keep one verdict. If the statement has parts that fare differently, use `parts`; if two statements were
            meant, write two claims.
            """,
        wrong: "# content/verdicts/second-look.md\nclaim: offered-analysis   # has a verdict already",
        right: "# content/verdicts/second-look.md\nclaim: offered-analysis-in-2019"
    )

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        guard let claim = context.newsroom.claim(of: verdict),
            let first = context.newsroom.verdict(on: claim),
            first.id != verdict.id
        else { return [] }
        return [
            Finding(
                "claim `\(claim.id)` has a verdict already: `\(first.id)`",
                at: verdict.span(verdict.claim),
                labels: [Diagnostic.Label(first.span(first.claim), "the other verdict")],
                help: "keep one of the two; rulings on parts of a claim go under `parts`"
            )
        ]
    }
}
