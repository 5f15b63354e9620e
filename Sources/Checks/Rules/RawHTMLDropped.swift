import Diagnostics
import Markdown
import Newsroom

/// Raw HTML, which Assay leaves out of the page.
struct RawHTMLDropped: Rule {
    static let guide = RuleGuide(
        RuleID("raw-html-dropped", .warning),
        "Texts are written in Markdown; raw HTML is left out of the page.",
        why: """
            HTML in a text could run scripts in a reader's browser, so none goes through. What was typed between tags stays
            or goes in ways that surprise. A comment is no hiding place: the text of each published version
            (`claims/…/versions/…json`) is public as it was typed.
            """,
        fix: "Write it in Markdown. To show a tag as text, put it between backticks.",
        wrong: "This is <b>important</b>.",
        right: "This is **important**."
    )

    func check(_ body: RecordBody, _ context: CheckContext) -> [Finding] {
        // A closing tag belongs to an opening one, which is reported already.
        body.document.dropped.filter { $0.kind == .rawHTML && !$0.text.hasPrefix("</") }.map { dropped in
            if dropped.text.hasPrefix("<!--") {
                return Finding(
                    "this comment is not on the page, but everyone can read it in the text of a published version",
                    at: body.span(dropped.range),
                    help: "take it out; remarks for colleagues go into the journal: `assay comment`"
                )
            }
            return Finding(
                "raw HTML is left out of the page: \(dropped.text.excerpt(60))",
                at: body.span(dropped.range),
                help: "write it in Markdown, or between backticks to show it as text"
            )
        }
    }
}
