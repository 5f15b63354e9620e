import Diagnostics
import Newsroom

/// A published verdict whose evidence goes back to a withdrawn source by way of other documents, or to a source that vanished
/// and of which nobody has a copy.
///
/// Evidence that names a withdrawn source itself is for `source-withdrawn`.
struct RulingOnWithdrawnSource: Rule {
    static let guide = RuleGuide(
        RuleID("ruling-on-withdrawn-source", .warning),
        "No published ruling goes back to a withdrawn source by way of a copy, or to one that vanished without a copy.",
        why: """
            Who copied or relayed a document has its facts from there. When its publisher withdraws it, the copies fall with it,
            and nothing in the verdict names the document that is gone. What vanished from its address, without a capture or an
            archived copy, can be shown to nobody.
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
        withdrawn(verdict, context) + vanished(verdict, context)
    }

    private func withdrawn(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
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

    /// Evidence whose source was found gone on three days, where neither a capture nor an archived copy is left.
    private func vanished(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        guard context.isPublished(verdict), !context.newsroom.captures.addresses.isEmpty else { return [] }
        return verdict.evidence.flatMap { evidence -> [Finding] in
            guard evidence.stance != .context else { return [] }
            return context.lineage.documents(behind: evidence.reference).sorted().compactMap { document in
                guard document.kind == .source, let source = context.newsroom.sources[document.id],
                    context.newsroom.hasVanished(source)
                else { return nil }
                return Finding(
                    "this ruling leans on source `\(source.id)`, whose page is gone, and there is no copy of it",
                    at: verdict.span(evidence.reference.id),
                    labels: source.url.map { [Diagnostic.Label(source.span($0), "gone")] } ?? [],
                    help:
                        "look for a copy with `assay mementos \(source.id)`; `assay impact \(source.id)` says what is left of the ruling without it"
                )
            }
        }
    }
}
