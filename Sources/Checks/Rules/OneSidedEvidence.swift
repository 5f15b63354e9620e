import Diagnostics
import Newsroom

/// A published verdict whose evidence all has the same direction.
struct OneSidedEvidence: Rule {
    static let guide = RuleGuide(
        RuleID("one-sided-evidence", .note),
        "A verdict shows more than the evidence that speaks for its ruling.",
        why: """
            A reviewer who looks only for confirmation finds it. A piece of evidence that speaks the other way, or that
            gives context, shows the reader that the other side was looked at.
            """,
        fix: """
            Look for the best evidence against the ruling, and list it as `supports`, `undermines` or `context`. If there
            is none to be found, say so in the text.
            """,
        wrong: "evidence:\n  - {source: a, stance: supports, …}\n  - {source: b, stance: supports, …}",
        right: "evidence:\n  - {source: a, stance: supports, …}\n  - {source: b, stance: context, …}"
    )

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        let stances = Set(verdict.evidence.map(\.stance))
        guard context.isPublished(verdict), context.step(of: verdict) != nil, verdict.evidence.count > 1,
            stances.count == 1, let stance = stances.first, stance != .context
        else { return [] }
        let isFor = stance == .supports
        return [
            Finding(
                "all evidence \(stance.rawValue) the claim; none speaks \(isFor ? "against" : "for") it or gives context",
                at: verdict.span(verdict.ruling),
                help: "list the best evidence that points the other way, or what gives context"
            )
        ]
    }
}
