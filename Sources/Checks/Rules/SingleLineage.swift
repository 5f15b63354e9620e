import Diagnostics
import Newsroom

/// A published rating without two independent pieces of evidence.
struct SingleLineage: Rule {
    static let guide = RuleGuide(
        RuleID("single-lineage", .warning),
        "A published rating rests on at least two independent lines of evidence.",
        why: """
            Ten reports that all copy one agency are one source. Evidence counts as independent when it goes back, along
            `derived-from`, to different documents. Evidence for context does not count, and verdicts with a label in place
            of a rating are exempt.
            """,
        fix: """
            Find a second source that had the facts for itself. Where one suffices, for instance the text of a law, say why
            in `single-lineage-reason`.
            """,
        wrong: "evidence:\n  - {source: agency, …}\n  - {source: paper-that-copies-agency, …}",
        right: "evidence:\n  - {source: agency, …}\n  - {source: court-record, …}"
    )

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        let pieces = verdict.evidence.filter { $0.stance != .context }
        guard context.isPublished(verdict), context.step(of: verdict) != nil, !verdict.evidence.isEmpty,
            verdict.singleLineageReason == nil
        else { return [] }
        guard !context.lineage.hasIndependentPair(among: pieces.map(\.reference)) else { return [] }
        return [
            Finding(
                message(pieces.count),
                at: verdict.span(verdict.ruling),
                notes: notes(pieces, context.lineage),
                help: "add an independent source, or say in `single-lineage-reason` why one suffices"
            )
        ]
    }

    private func message(_ count: Int) -> String {
        switch count {
        case 0: "all evidence of this rating is context; nothing supports or undermines the claim"
        case 1: "this rating rests on one piece of evidence"
        default: "this rating rests on one line of evidence, in \(count) pieces"
        }
    }

    private func notes(_ pieces: [Evidence], _ lineage: Lineage) -> [String] {
        guard pieces.count > 1, let first = pieces.first else { return [] }
        let shared = pieces.dropFirst().reduce(lineage.roots(of: first.reference)) { shared, piece in
            shared.intersection(lineage.roots(of: piece.reference))
        }
        guard let root = shared.min() else { return ["each piece shares an origin with every other"] }
        return ["all of them go back to the \(root.kind.rawValue) `\(root.id)`"]
    }
}
