import Diagnostics
import Newsroom

/// Sources whose `derived-from` fields form a circle.
struct CircularDerivation: Rule {
    static let guide = RuleGuide(
        RuleID("circular-derivation", .error),
        "No source derives, by whatever way round, from itself.",
        why: "`derived-from` says where a report has its facts from. In a circle nobody had them first.",
        fix: "Find out which of the documents came first, and take `derived-from` out of that one.",
        wrong: "# a.md\nderived-from: b\n# b.md\nderived-from: a",
        right: "# a.md\nderived-from: b\n# b.md"
    )

    func check(_ source: Source, _ context: CheckContext) -> [Finding] {
        source.derivedFrom.compactMap { reference in
            guard
                context.lineage.documents(behind: reference).contains(RecordKey(.source, source.id))
            else { return nil }
            let id = reference.id
            return Finding(
                id.value == source.id
                    ? "source `\(source.id)` is said to derive from itself"
                    : "source `\(source.id)` derives from \(described(reference)), which derives from `\(source.id)`",
                at: source.span(id),
                help: "take `derived-from` out of the document that came first"
            )
        }
    }

    private func described(_ reference: EvidenceReference) -> String {
        switch reference {
        case .source(let id): "`\(id.value)`"
        case .article(let id): "the article `\(id.value)`"
        case .medium(let id): "the medium `\(id.value)`"
        }
    }
}
