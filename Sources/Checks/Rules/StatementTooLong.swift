import Diagnostics
import Newsroom

/// A claim's statement with more than 75 characters, which search engines cut (schema.org `claimReviewed`).
struct StatementTooLong: Rule {
    static let guide = RuleGuide(
        RuleID("statement-too-long", .note),
        "A claim's statement has at most 75 characters.",
        why: """
            Search engines show it beside the ruling (`claimReviewed`) and ask for less than 75 characters, so that it does
            not wrap; feeds and cards show it in full.
            """,
        fix: "State the one thing that was rated. What surrounds it belongs into the claim's text.",
        wrong: "statement: (two sentences with their circumstances)",
        right: "statement: Putin offered to examine specific material jointly."
    )

    private static let limit = 75

    func check(_ claim: Claim, _ context: CheckContext) -> [Finding] {
        let statement = claim.statement.value
        // A character takes one byte at least: shorter statements need no counting.
        guard statement.utf8.count > Self.limit else { return [] }
        let count = statement.count
        guard count > Self.limit else { return [] }
        return [
            Finding(
                "the statement has \(count) characters; search engines ask for at most \(Self.limit)",
                at: claim.span(claim.statement),
                help: "state the one thing that was rated"
            )
        ]
    }
}
