import Diagnostics
import Markdown
import Newsroom

/// Asterisks or numbers of the text that Markdown reads as emphasis or a list item.
struct TakenAsMarkup: Rule {
    static let guide = RuleGuide(
        RuleID("taken-as-markup", .warning),
        "Asterisks and numbers that belong to the words are written so that they stay.",
        why: """
            `5*3 and 4*2` loses its asterisks and stands in italics, and `2018. That year` becomes item 2018 of a list. In an
            article the words are another's: they have to be what was printed, and a true quote has to be found in them.
            """,
        fix: "Put a backslash before the sign: `5\\*3`, `s\\*\\*\\*t`, `2018\\. That year`.",
        wrong: "> They paid 5*3 and 4*2 dollars.",
        right: "> They paid 5\\*3 and 4\\*2 dollars."
    )

    func check(_ body: RecordBody, _ context: CheckContext) -> [Finding] {
        let article = body.record as? Article
        return body.document.syntaxIssues.compactMap { odd in
            switch odd.kind {
            case .emphasisInWord(let inQuotation, let onBothSides):
                let areOthersWords = article.map { $0.isFullText || inQuotation } ?? false
                guard areOthersWords || onBothSides else { return nil }
                let typed = body.record.file.text(odd.range)
                return Finding(
                    "Markdown takes the asterisks in `\(typed.excerpt(60))` away, and stresses what is between them",
                    at: body.span(odd.range),
                    help: "write `\\*` for each asterisk that belongs to the words"
                )
            case .numberedList(let start, let isSingle, let inQuotation):
                guard let article, inQuotation || (article.isFullText && isSingle && start > 1) else {
                    return nil
                }
                let typed = body.record.file.text(odd.range)
                let sign = typed.drop(while: \.isNumber).first == ")" ? ")" : "."
                return Finding(
                    "Markdown takes `\(start)\(sign)` for the number of a list: it is no part of the article's words",
                    at: body.span(odd.range),
                    help: "write `\(start)\\\(sign)` if the number belongs to the words"
                )
            case .signBeforeNumber(let inQuotation):
                guard let article, inQuotation || article.isFullText else { return nil }
                let sign = body.record.file.text(odd.range).prefix(1)
                return Finding(
                    "Markdown takes this `\(sign)` for the mark of a list: it is no part of the article's words",
                    at: body.span(odd.range),
                    help: "write `\\\(sign)` if the sign belongs to the words"
                )
            default: return nil
            }
        }
    }
}
