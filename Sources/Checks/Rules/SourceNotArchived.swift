import Diagnostics
import Newsroom

/// A source on the web without an archived copy.
struct SourceNotArchived: Rule {
    static let guide = RuleGuide(
        RuleID("source-not-archived", .note),
        "A source on the web has an archived copy.",
        why:
            "Pages change and vanish. A memento, or a captured snapshot, keeps a verdict checkable in ten years.",
        fix: "Save the page, for instance at web.archive.org, and list the address under `archived`.",
        wrong: "url: https://example.org/report",
        right:
            "url: https://example.org/report\narchived: https://web.archive.org/web/2026/https://example.org/report"
    )

    func check(_ source: Source, _ context: CheckContext) -> [Finding] {
        guard let url = source.url, source.archived.isEmpty, source.snapshot == nil,
            source.status?.value != .dead
        else { return [] }
        return [
            Finding(
                "source `\(source.id)` has no archived copy",
                at: source.span(url),
                help: "save the page at a web archive, and list that address under `archived`"
            )
        ]
    }
}
