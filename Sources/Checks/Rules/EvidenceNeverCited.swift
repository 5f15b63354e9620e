import Diagnostics
import Newsroom

/// A listed piece of evidence that the verdict's text never cites.
struct EvidenceNeverCited: Rule {
    static let guide = RuleGuide(
        RuleID("evidence-never-cited", .warning),
        "The reasoning cites every piece of evidence that is listed.",
        why: """
            Evidence that the text never mentions either does not bear on the ruling, or bears on it without the reader
            being told how.
            """,
        fix:
            "Cite it where it matters, `[@id]` or a link `[words](source:id)`, or take it out of `evidence`.",
        wrong: "evidence:\n  - {source: a, stance: supports, shows: \"…\"}\n---\nIt was so.",
        right: "evidence:\n  - {source: a, stance: supports, shows: \"…\"}\n---\nIt was so [@a]."
    )

    func check(_ body: RecordBody, _ context: CheckContext) -> [Finding] {
        guard let verdict = body.record as? Verdict else { return [] }
        let named = body.textReferences.filter { $0.kind != .claim }
        // A text that shows a medium shows its original beside it.
        let originals = named.lazy.filter { $0.kind == .medium }
            .compactMap { context.newsroom.media[$0.id]?.originalMedium?.value }
        let cited = Set(named.map(\.id)).union(originals)
        var reported: Set<String> = []
        return verdict.evidence.map(\.reference).compactMap { reference in
            let id = reference.id
            guard !cited.contains(id.value), reported.insert(id.value).inserted else { return nil }
            return Finding(
                "`\(id.value)` is listed as evidence, but the text never \(Self.verb(reference)) it",
                at: body.span(id.range),
                help: "\(Self.way(reference)), or take it out of `evidence`",
                fixes: [verdict.evidence.count > 1 ? Self.fix(id, in: verdict.file) : nil]
            )
        }
    }

    /// The fix that takes an item out of the list.
    private static func fix(_ id: Located<String>, in file: SourceFile) -> Fix? {
        ListLines(file).item(around: id.range.lowerBound).map {
            Fix("Take `\(id.value)` out of `evidence`", .unsafe, [file.edit($0, "")])
        }
    }

    private static func verb(_ reference: EvidenceReference) -> String {
        if case .medium = reference { "shows" } else { "cites" }
    }

    /// How a text names a piece of evidence: citations are of documents, and media are shown.
    private static func way(_ reference: EvidenceReference) -> String {
        if case .medium(let id) = reference {
            "show it where it matters, `![caption](media:\(id.value))`, or link to it, `[words](media:\(id.value))`"
        } else {
            "cite it where it matters, `[@\(reference.id.value)]`"
        }
    }
}
