import Diagnostics
import Newsroom

/// An author among the reviewers of the same verdict.
struct AuthorReviewsOwnWork: Rule {
    static let guide = RuleGuide(
        RuleID("author-reviews-own-work", .error),
        "Nobody reviews a verdict that they wrote.",
        why: "A second pair of eyes has to belong to a second person.",
        fix: "Name a reviewer who did not write the verdict, or take the author out of `reviewers`.",
        wrong: "authors: [first-desk]\nreviewers: [first-desk]",
        right: "authors: [first-desk]\nreviewers: [second-desk]"
    )

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        context.publication(of: verdict).reviewers.compactMap { reviewer in
            guard let author = verdict.authors.first(where: { $0.value == reviewer.value }) else {
                return nil
            }
            return Finding(
                "`\(reviewer.value)` reviews their own work",
                at: verdict.span(reviewer),
                labels: [Diagnostic.Label(verdict.span(author), "an author of the verdict")],
                help: "name a reviewer who did not write the verdict"
            )
        }
    }
}
