import Diagnostics
import Newsroom

/// A claimant of a published claim with neither `same-as` nor `url` (schema.org `sameAs`).
struct ClaimantWithoutSameAs: Rule {
    static let guide = RuleGuide(
        RuleID("claimant-without-same-as", .note),
        "The profile of a claimant says where else they are known.",
        why: """
            Search engines and archives of fact checks tell people of one name apart by addresses: of Wikidata, of Wikipedia,
            of an official page. Without one, a claim of "John Smith" is nobody's. The rule looks at published claims.
            """,
        fix:
            "Add `same-as` with the address of the person or organisation at Wikidata, or `url` with their own page.",
        wrong: "name: Vladimir Putin",
        right: "name: Vladimir Putin\nsame-as: https://www.wikidata.org/wiki/Q7747"
    )

    func check(_ profile: Profile, _ context: CheckContext) -> [Finding] {
        guard profile.sameAs.isEmpty, profile.url == nil,
            context.newsroom.claims(by: profile).contains(where: { claim in
                context.newsroom.verdict(on: claim).map(context.isPublished) ?? false
            })
        else { return [] }
        return [
            Finding(
                "\(profile.described) is a claimant, and has no address elsewhere",
                at: profile.span(profile.name),
                help: "add `same-as` with the address at Wikidata or the like"
            )
        ]
    }
}
