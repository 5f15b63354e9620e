import Diagnostics
import Newsroom

/// A ruling at one end of the scale without any evidence in that direction.
struct RulingAgainstEvidence: Rule {
    static let guide = RuleGuide(
        RuleID("ruling-against-evidence", .warning),
        "The best ruling has evidence that supports the claim, the worst evidence that undermines it.",
        why: """
            When the ruling and the stances contradict each other, one of them was typed wrongly. The stance is measured
            against the claim's statement, not against the ruling.
            """,
        fix: "Correct the stance of the evidence, or the ruling.",
        wrong: "ruling: true\nevidence:\n  - {source: a, stance: undermines, …}",
        right: "ruling: true\nevidence:\n  - {source: a, stance: supports, …}"
    )

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        let stances = Set(verdict.evidence.map(\.stance))
        guard let step = context.step(of: verdict), !stances.isEmpty else { return [] }
        let best = context.newsroom.settings.scale.steps.count
        let needed: Evidence.Stance
        if step == best, best > 1 {
            needed = .supports
        } else if step == 1, best > 1 {
            needed = .undermines
        } else {
            return []
        }
        guard !stances.contains(needed) else { return [] }
        let end = needed == .supports ? "best" : "worst"
        return [
            Finding(
                "the ruling is the \(end) of the scale, but no evidence \(needed.rawValue) the claim",
                at: verdict.span(verdict.ruling),
                help:
                    "check each `stance`: it is measured against the claim's statement, not against the ruling"
            )
        ]
    }
}
