import Diagnostics
import Markdown
import Newsroom

/// A table that Markdown does not read as one, or a row with more cells than the header.
struct MalformedTable: Rule {
    static let guide = RuleGuide(
        RuleID("malformed-table", .warning),
        "A table has a blank line before it, and no row has more cells than the header.",
        why:
            "Right under a paragraph a table is text with pipes in it. Cells beyond the header's are not shown.",
        fix:
            "Leave a blank line before the table, and give the header as many cells as the longest row. A pipe that parts nothing is `\\|`.",
        wrong: "The cases:\n| Year | Cases |\n| ---- | ----- |\n| 2018 | 12 | 3 |",
        right: "The cases:\n\n| Year | Cases | Deaths |\n| ---- | ----- | ------ |\n| 2018 | 12 | 3 |"
    )

    func check(_ body: RecordBody, _ context: CheckContext) -> [Finding] {
        body.document.syntaxIssues.compactMap { odd in
            switch odd.kind {
            case .tableUnderWords:
                return Finding(
                    "a table right under other words stays text",
                    at: body.span(odd.range),
                    help: "leave a blank line before this one"
                )
            case .tableHeader(let cells, let columns):
                return Finding(
                    "this is no table: its header has \(Self.count(cells)), the line below it \(columns)",
                    at: body.span(odd.range),
                    help: "give both as many, or write `\\|` where no cells are meant"
                )
            case .surplusCells(let columns):
                return Finding(
                    "these words are left out: the table has \(columns) \(columns == 1 ? "column" : "columns")",
                    at: body.span(odd.range),
                    help:
                        "add a column to the header and the line below it, or write `\\|` for a pipe in a cell"
                )
            default: return nil
            }
        }
    }

    private static func count(_ cells: Int) -> String { cells == 1 ? "1 cell" : "\(cells) cells" }
}
