import Diagnostics
import Newsroom

/// An author or reviewer who is the claimant, or is affiliated with the claimant in either direction.
struct ConflictOfInterest: Rule {
    static let guide = RuleGuide(
        RuleID("conflict-of-interest", .error),
        "Nobody rules on their own claim, or on that of an organisation that they belong to.",
        why: """
            Whoever is party to a claim can send in material, but cannot judge it. The rule follows `affiliations`, also
            from organisation to organisation.
            """,
        fix:
            "Let someone else write or review the verdict. If the affiliation has ended, take it out of the profile.",
        wrong:
            "# the claimant is example-party, ana's profile has affiliations: [example-party]\nauthors: [ana]",
        right: "authors: [someone-else]"
    )

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        guard let claim = context.newsroom.claim(of: verdict) else { return [] }
        let reviewers = context.publication(of: verdict).reviewers
        let roles = verdict.authors.map { ($0, "author") } + reviewers.map { ($0, "reviewer") }
        return roles.flatMap { person, role in
            claim.claimants.compactMap { claimant -> Finding? in
                relation(of: person.value, to: claimant.value, role, context).map { message in
                    Finding(
                        message,
                        at: verdict.span(person),
                        labels: [Diagnostic.Label(claim.span(claimant), "the claimant")],
                        help: "let someone else be the \(role) of this verdict"
                    )
                }
            }
        }
    }

    private func relation(
        of person: String,
        to claimant: String,
        _ role: String,
        _ context: CheckContext
    ) -> String? {
        switch context.newsroom.relation(of: person, to: claimant) {
        case .same: "\(role) `\(person)` is the claimant"
        case .member: "\(role) `\(person)` belongs to the claimant `\(claimant)`"
        case .organisation: "the claimant `\(claimant)` belongs to the \(role) `\(person)`"
        case nil: nil
        }
    }
}
