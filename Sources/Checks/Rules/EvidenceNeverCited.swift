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
        let cited = Set(body.textReferences.lazy.filter { $0.kind != .claim }.map(\.id))
        var reported: Set<String> = []
        return verdict.evidence.map(\.reference.id).compactMap { id in
            guard !cited.contains(id.value), reported.insert(id.value).inserted else { return nil }
            return Finding(
                "`\(id.value)` is listed as evidence, but the text never cites it",
                at: body.span(id.range),
                help: "cite it where it matters, `[@\(id.value)]`, or take it out of `evidence`",
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
}
