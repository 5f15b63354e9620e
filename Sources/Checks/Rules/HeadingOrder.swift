import Diagnostics
import Markdown
import Newsroom

/// A heading above level 2, or one that skips a level (WCAG 1.3.1).
struct HeadingOrder: Rule {
    static let guide = RuleGuide(
        RuleID("heading-order", .warning),
        "Headings in a text start at level 2 (`##`) and leave no level out.",
        why:
            "The page's title is level 1. People who use a screen reader move from heading to heading by level (WCAG 1.3.1).",
        fix: "Use `##` for the main headings of a text, `###` below them, and so on.",
        wrong: "# Background\n\n#### Details",
        right: "## Background\n\n### Details"
    )

    func check(_ body: RecordBody, _ context: CheckContext) -> [Finding] {
        var previous = 1
        return body.document.headings.compactMap { heading in
            defer { previous = max(heading.level, 2) }
            if heading.level == 1 {
                let words = heading.text.excerpt(60)
                return Finding(
                    "a heading of level 1 stands in the text; the page's title is the only one",
                    at: body.span(heading.range),
                    help: Self.isQuoted(heading, in: body)
                        ? "write `\\# \(words)` if the sign belongs to the words" : "write `## \(words)`"
                )
            }
            guard heading.level > previous + 1 else { return nil }
            let marks = String(repeating: "#", count: previous + 1)
            let before =
                previous == 1 ? "the first heading has" : "a heading of level \(previous) is followed by"
            return Finding(
                "\(before) level \(heading.level)",
                at: body.span(heading.range),
                help: "write `\(marks) \(heading.text.excerpt(60))`"
            )
        }
    }

    /// Whether a heading stands in a quotation of an article: there, `#` may be one of the article's words.
    private static func isQuoted(_ heading: Heading, in body: RecordBody) -> Bool {
        guard body.record is Article else { return false }
        return body.document.blocks.contains { block in
            guard case .quotation = block.kind else { return false }
            return block.range.contains(heading.range.lowerBound)
        }
    }
}
