import Diagnostics
import Newsroom

/// A medium that no record shows.
struct UnusedMedium: Rule {
    static let guide = RuleGuide(
        RuleID("unused-medium", .note),
        "Every medium is shown somewhere.",
        why: "A picture that no text shows and no verdict uses was forgotten, or is left over.",
        fix: "Show it with `![caption](media:id)`, use it as evidence, or delete the record and its file.",
        wrong: "content/media/left-over.md",
        right: "![The square at noon](media:left-over)"
    )

    func check(_ context: CheckContext) -> [Finding] {
        // An unreadable record may show any medium.
        guard context.newsroom.unreadable.isEmpty else { return [] }
        return context.newsroom.media.filter { !context.mentions.contains(.medium, $0.id) }.map { medium in
            Finding(
                "nothing shows the medium `\(medium.id)`",
                at: medium.span(medium.fileName),
                help:
                    "write `![caption](media:\(medium.id))` in a text, or delete \(medium.file.path) and its file"
            )
        }
    }
}
