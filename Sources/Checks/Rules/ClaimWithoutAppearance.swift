import Diagnostics
import Newsroom

/// A claim without any appearance in an article.
struct ClaimWithoutAppearance: Rule {
    static let guide = RuleGuide(
        RuleID("claim-without-appearance", .warning),
        "Every claim says where it was made, in exact words.",
        why: "Without an appearance a reader cannot see that anyone ever claimed it.",
        fix: "Add the article and the quote under `appearances`.",
        wrong: "statement: The moon is made of cheese.",
        right:
            "statement: The moon is made of cheese.\nappearances:\n  - {article: moon-weekly, quote: \"nothing but cheese\"}"
    )

    func check(_ claim: Claim, _ context: CheckContext) -> [Finding] {
        guard claim.appearances.isEmpty, claim.shownIn.isEmpty else { return [] }
        return [
            Finding(
                "nothing says where claim `\(claim.id)` was made",
                at: claim.span(claim.statement),
                help: "add the article and the exact words under `appearances`"
            )
        ]
    }
}
