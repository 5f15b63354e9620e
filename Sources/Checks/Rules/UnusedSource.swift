import Diagnostics
import Newsroom

/// A source that no record names.
struct UnusedSource: Rule {
    static let guide = RuleGuide(
        RuleID("unused-source", .note),
        "Every source is used somewhere.",
        why: "A source that no verdict, claim or text names was forgotten, or is left over.",
        fix: "Use it as evidence, or delete its file.",
        wrong: "content/sources/left-over.md",
        right: "evidence:\n  - {source: left-over, stance: context, shows: \"…\"}"
    )

    func check(_ context: CheckContext) -> [Finding] {
        // An unreadable record may name any source.
        guard context.newsroom.unreadable.isEmpty else { return [] }
        return context.newsroom.sources.filter { !context.mentions.contains(.source, $0.id) }.map { source in
            Finding(
                "nothing uses source `\(source.id)`",
                at: source.span(source.title),
                help: "use it as evidence, or delete \(source.file.path)"
            )
        }
    }
}
