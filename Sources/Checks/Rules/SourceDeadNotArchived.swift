import Diagnostics
import Newsroom

/// A source with `status: dead` and no copy: no `archived`, `also-at` or snapshot.
struct SourceDeadNotArchived: Rule {
    static let guide = RuleGuide(
        RuleID("source-dead-not-archived", .warning),
        "A source whose address is dead can be seen somewhere else.",
        why: "Readers cannot check what they cannot see.",
        fix: """
            Look for an archived copy and list it under `archived`, or another address of the same document under
            `also-at`. If there is none, look for another source.
            """,
        wrong: "url: https://example.org/gone\nstatus: dead",
        right:
            "url: https://example.org/gone\nstatus: dead\narchived: https://web.archive.org/web/2019/https://example.org/gone"
    )

    func check(_ source: Source, _ context: CheckContext) -> [Finding] {
        guard let status = source.status, status.value == .dead, source.archived.isEmpty,
            source.alsoAt.isEmpty,
            source.snapshot == nil
        else { return [] }
        return [
            Finding(
                "source `\(source.id)` is dead, and no copy of it is listed",
                at: source.span(status),
                help: "list an archived copy under `archived`, or another address under `also-at`"
            )
        ]
    }
}
