import Diagnostics
import Markdown
import Newsroom

/// A link reference definition (CommonMark 4.7) that is unused, repeated, or hardly meant as one.
struct StrayLinkDefinition: Rule {
    static let guide = RuleGuide(
        RuleID("stray-link-definition", .warning),
        "A line `[words]: address` is the definition of a link that the text uses.",
        why: """
            Markdown takes a line that starts with words in brackets and a colon out of the text, because it may define a link.
            `[Mayor]: Yes.` would vanish; Assay shows it, and asks what was meant. A definition that nothing uses is not on the
            page, but stands in the text that is published with every version.
            """,
        fix: "Write `\\[Mayor]: Yes.` where words are meant, use the definition, or take it out.",
        wrong: "[Mayor]: Yes.",
        right: "\\[Mayor]: Yes."
    )

    func check(_ body: RecordBody, _ context: CheckContext) -> [Finding] {
        body.document.syntaxIssues.compactMap { odd in
            let typed = body.record.file.text(odd.range)
            switch odd.kind {
            case .definitionShown:
                return Finding(
                    "Markdown takes `\(typed.excerpt(60))` for the definition of a link; it is shown as it is typed",
                    at: body.span(odd.range),
                    help: "write `\\[` for the bracket, or an address after the colon if a link is meant"
                )
            case .definitionUnused:
                return Finding(
                    "nothing uses the link `\(typed.excerpt(60))`: it is not on the page",
                    at: body.span(odd.range),
                    help: "use it or take it out; in the text of each published version everyone can read it"
                )
            case .definitionRepeated:
                return Finding(
                    "the link `\(typed.excerpt(60))` is defined before: this is not on the page",
                    at: body.span(odd.range),
                    help:
                        "take it out or give it another name; in the text of each published version everyone can read it"
                )
            default: return nil
            }
        }
    }
}
