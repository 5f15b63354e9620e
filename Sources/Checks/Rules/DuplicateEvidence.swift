import Diagnostics
import Newsroom

/// A piece of evidence that a verdict lists twice, with the same stance and locator.
struct DuplicateEvidence: Rule {
    static let guide = RuleGuide(
        RuleID("duplicate-evidence", .warning),
        "A verdict lists each piece of evidence once.",
        why: "The same passage listed twice looks like two pieces of evidence.",
        fix: "Join the two entries, or give each the `locator` of the passage that it is about.",
        wrong:
            "evidence:\n  - {source: a, stance: supports, shows: X}\n  - {source: a, stance: supports, shows: Y}",
        right: """
            evidence:
              - {source: a, stance: supports, locator: p. 1, shows: X}
              - {source: a, stance: supports, locator: p. 9, shows: Y}
            """
    )

    private struct Key: Hashable {
        let id: String
        let stance: Evidence.Stance
        let locator: String?

        // The id alone: few entries of a verdict share one.
        func hash(into hasher: inout Hasher) { hasher.combine(id) }
    }

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        guard verdict.evidence.count > 1 else { return [] }
        var first: [Key: Located<String>] = [:]
        first.reserveCapacity(verdict.evidence.count)
        return verdict.evidence.compactMap { evidence in
            let id = evidence.reference.id
            let key = Key(id: id.value, stance: evidence.stance, locator: evidence.locator)
            guard let earlier = first[key] else {
                first[key] = id
                return nil
            }
            return Finding(
                "`\(id.value)` is listed twice with the same stance and locator",
                at: verdict.span(id),
                labels: [Diagnostic.Label(verdict.span(earlier), "listed here first")],
                help: "join the two, or give each its own `locator`"
            )
        }
    }
}
