import Diagnostics
import Newsroom

/// A rated absolute statement ("all", "never") without a counter-example or evidence against it.
struct AbsoluteWording: Rule {
    static let guide = RuleGuide(
        RuleID("absolute-wording", .warning),
        "The verdict on an absolute statement names the case that it was tested against.",
        why: """
            "All", "never" and "nobody" fall with a single counter-example. A reader wants to know that one was looked for.
            A verdict that lists evidence against the claim has answered, and so has one with a label in place of a rating.
            The rule knows English, French, German and Spanish.
            """,
        fix: """
            Name the hardest case that you tested the statement against in the verdict's `counter-example`, list evidence
            that undermines the claim, or word the claim's statement as narrowly as the claimant did.
            """,
        wrong: "statement: All analysts call the plan unworkable.",
        right: "counter-example: Three analysts were asked; one of them calls it workable within limits."
    )

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        guard context.step(of: verdict) != nil, verdict.counterExample == nil,
            !verdict.evidence.contains(where: { $0.stance == .undermines }),
            let claim = context.newsroom.claim(of: verdict),
            let word = AbsoluteWords.first(
                in: claim.statement.value,
                language: context.language
            )
        else { return [] }
        return [
            Finding(
                "the claim says “\(word)”, but the verdict names no case that this was tested against",
                at: verdict.span(verdict.ruling),
                labels: [Diagnostic.Label(claim.span(claim.statement), "“\(word)” stands here")],
                help: "name the hardest case in `counter-example`, or list evidence that undermines the claim"
            )
        ]
    }
}
