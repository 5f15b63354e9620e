import Newsroom

/// A published verdict lists no evidence.
struct VerdictWithoutEvidence: Rule {
    static let guide = RuleGuide(
        "verdict-without-evidence",
        .error,
        "A published verdict that rates a claim lists its evidence.",
        why:
            "A rating without evidence is an opinion. Verdicts with a label in place of a rating are exempt.",
        fix: "List the sources under `evidence`, or use a label such as `unproven` if there are none.",
        wrong: "ruling: false\npublished: 2026-11-21",
        right:
            "ruling: false\npublished: 2026-11-21\nevidence:\n  - {source: a, stance: undermines, shows: \"…\"}"
    )

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        guard context.isPublished(verdict), verdict.evidence.isEmpty, context.step(of: verdict) != nil else {
            return []
        }
        return [
            Finding(
                "this verdict rates a claim without listing any evidence",
                at: verdict.span(verdict.ruling),
                help: "list the sources under `evidence`, or take `published` out until there are some"
            )
        ]
    }
}
