import Diagnostics
import Markdown
import Newsroom

/// Markup of other Markdown dialects, such as footnotes, which readers see as it was typed.
struct UnsupportedMarkdown: Rule {
    static let guide = RuleGuide(
        RuleID("unsupported-markdown", .warning),
        "Texts hold no markup that only other dialects of Markdown know.",
        why: """
            Footnotes, alerts, wiki links and the like are not read, so their signs stand in the page. A verdict's notes are its
            evidence, which is numbered already; a second row of numbers would be taken for it.
            """,
        fix: """
            Cite a source, `[@id]`, or write the note as a sentence; link with `[words](claim:id)`; strike with two tildes,
            `~~words~~`. A backslash shows a sign as such: `\\~`, `\\[`.
            """,
        wrong: "It was shown.[^1]",
        right: "It was shown [@register-2018]."
    )

    func check(_ body: RecordBody, _ context: CheckContext) -> [Finding] {
        body.document.syntaxIssues.compactMap { odd in
            guard let words = Self.words(for: odd.kind) else { return nil }
            return Finding(words.message, at: body.span(odd.range), help: words.help)
        }
    }

    private static func words(for kind: SyntaxIssue.Kind) -> (message: String, help: String)? {
        switch kind {
        case .footnote:
            (
                "there are no footnotes: readers see this as it is typed",
                "cite a source, `[@id]`, or write the note as a sentence; `\\[` shows the bracket as such"
            )
        case .alert:
            (
                "there are no alerts: readers see a quotation that starts with this word in brackets",
                "write a paragraph that starts with a word in `**strong**`; `\\[` shows the bracket as such"
            )
        case .singleTilde:
            (
                "one tilde strikes nothing: readers see it as it is typed",
                "strike with two, `~~words~~`, or write `\\~` where the sign is meant"
            )
        case .openStrike:
            (
                "these two tildes strike nothing, because no others belong to them",
                "put `~~` right before and right behind the words, in one paragraph, or write `\\~~`"
            )
        case .wikiLink:
            (
                "there are no wiki links: readers see the brackets as they are typed",
                "link with `[words](claim:id)`, or write `\\[[` where brackets are meant"
            )
        case .highlight:
            (
                "there is no highlighting: readers see `==` as it is typed",
                "write `**words**`, or `\\==` where the signs are meant"
            )
        case .headingAttribute:
            (
                "headings have no attributes: readers see the braces as they are typed",
                "take them out; links name a heading by its words"
            )
        case .fenceWords:
            (
                "only the first word behind a code fence has a meaning; the others are not on the page",
                "take them out, or write them in a paragraph"
            )
        case .fencedDivision:
            (
                "`:::` means nothing here: readers see it as it is typed",
                "write a heading or a quotation, or `\\:::` where the signs are meant"
            )
        case .definitionList:
            (
                "there are no definition lists: readers see the colon as it is typed",
                "write a list, `- **term**: words`, or `\\:` where the sign is meant"
            )
        default: nil
        }
    }
}
