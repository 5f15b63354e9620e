import Diagnostics
import Newsroom

/// A published verdict whose evidence goes back to a withdrawn source by way of other documents.
///
/// Evidence that names the source itself is for `source-withdrawn`.
struct RulingOnWithdrawnSource: Rule {
    static let guide = RuleGuide(
        RuleID("ruling-on-withdrawn-source", .warning),
        "No published ruling goes back to a withdrawn source by way of a copy.",
        why: """
            Who copied or relayed a document has its facts from there. When its publisher withdraws it, the copies fall with it,
            and nothing in the verdict names the document that is gone.
            """,
        fix: """
            `assay impact SOURCE` says what is left of the ruling without it. Look again; replace the evidence, or list it as
            `context` and say what happened.
            """,
        wrong:
            "evidence:\n  - {source: news-report, stance: supports, …}   # derived-from: retracted-study",
        right:
            "evidence:\n  - {source: court-record, stance: supports, …}\n  - {source: news-report, stance: context, …}"
    )

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        guard context.isPublished(verdict) else { return [] }
        return verdict.evidence.flatMap { evidence -> [Finding] in
            guard evidence.stance != .context else { return [] }
            let named = RecordKey(evidence.reference)
            return context.lineage.documents(behind: evidence.reference).sorted().compactMap { document in
                guard document != named, document.kind == .source,
                    let source = context.newsroom.sources[document.id], let status = source.status,
                    status.value == .withdrawn,
                    let way = context.lineage.way(from: evidence.reference, to: document)
                else { return nil }
                let between = way.dropFirst().dropLast().map { "`\($0.id)`" }
                return Finding(
                    "`\(named.id)` goes back to source `\(source.id)`, which was withdrawn",
                    at: verdict.span(evidence.reference.id),
                    labels: [Diagnostic.Label(source.span(status), "withdrawn")],
                    notes: between.isEmpty ? [] : ["by way of \(between.joined(separator: ", "))"],
                    help: "`assay impact \(source.id)` says what is left of the ruling without it"
                )
            }
        }
    }
}
