import Diagnostics
import Newsroom

/// A withdrawn source in the evidence of a published verdict, other than as `context`.
struct SourceWithdrawn: Rule {
    static let guide = RuleGuide(
        RuleID("source-withdrawn", .warning),
        "A published verdict does not lean on a withdrawn source.",
        why:
            "Its own publisher no longer stands by it. As `context` it may stay: that it was withdrawn can be the point.",
        fix:
            "Look again at the ruling without this source; replace it, or list it as `context` and say what happened.",
        wrong: "evidence:\n  - {source: retracted-study, stance: supports, …}",
        right:
            "evidence:\n  - {source: retracted-study, stance: context, shows: \"The study was retracted in 2020.\"}"
    )

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        guard context.isPublished(verdict) else { return [] }
        return verdict.evidence.compactMap { evidence in
            guard evidence.stance != .context, case .source(let id) = evidence.reference,
                let source = context.newsroom.sources[id.value], let status = source.status,
                status.value == .withdrawn
            else { return nil }
            return Finding(
                "this verdict leans on source `\(source.id)`, which was withdrawn",
                at: verdict.span(id),
                labels: [Diagnostic.Label(source.span(status), "withdrawn")],
                help: "look again at the ruling without it, or list it as `context` and say what happened"
            )
        }
    }
}
