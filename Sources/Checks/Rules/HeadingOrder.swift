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
                        ? "write `\\# \(words)` if the sign belongs to the words" : "write `## \(words)`",
                    fixes: Self.isQuoted(heading, in: body) ? [] : [Self.fix(heading, level: 2, in: body)]
                )
            }
            guard heading.level > previous + 1 else { return nil }
            let marks = String(repeating: "#", count: previous + 1)
            let before =
                previous == 1 ? "the first heading has" : "a heading of level \(previous) is followed by"
            return Finding(
                "\(before) level \(heading.level)",
                at: body.span(heading.range),
                help: "write `\(marks) \(heading.text.excerpt(60))`",
                fixes: Self.isQuoted(heading, in: body)
                    ? [] : [Self.fix(heading, level: previous + 1, in: body)]
            )
        }
    }

    /// The fix of a heading's level; nil for a heading without its signs at the start of its range.
    private static func fix(_ heading: Heading, level: Int, in body: RecordBody) -> Fix? {
        let bytes = body.record.file.bytes
        let range = heading.range.clamped(to: bytes.indices)
        let start = bytes[range].firstIndex { $0 != UInt8(ascii: " ") } ?? range.lowerBound
        let signs = bytes[start..<range.upperBound].prefix { $0 == UInt8(ascii: "#") }
        if signs.count == heading.level {
            let edit = body.record.file.edit(signs.indices, String(repeating: "#", count: level))
            return Fix("Make it a heading of level \(level)", .safe, [edit])
        }
        // A line of equals signs under the words is level 1, one of hyphens is level 2.
        let line = body.record.file.lineRange(around: max(range.lowerBound, range.upperBound - 1))
        let under = bytes[line]
        guard heading.level == 1, level == 2, under.count >= 2, under.allSatisfy({ $0 == UInt8(ascii: "=") })
        else {
            return nil
        }
        let hyphens = String(repeating: "-", count: under.count)
        return Fix("Make it a heading of level 2", .safe, [body.record.file.edit(line, hyphens)])
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
