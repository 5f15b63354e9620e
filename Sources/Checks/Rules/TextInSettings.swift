import Addresses
import Diagnostics
import Markdown
import Newsroom

/// Something in the settings' `footer` or `notice` that would not be on the page, or would lead astray.
struct TextInSettings: Rule {
    static let guide = RuleGuide(
        RuleID("text-in-settings", .error),
        "The footer and the notice hold words and whole links, and nothing else.",
        why: """
            Both are on every page, in every folder. A relative link would lead somewhere else from each of them, a citation
            belongs to a verdict's evidence, and raw HTML is left out.
            """,
        fix: "Link to a record, such as `page:about`, or to a whole `https://` address.",
        wrong: "notice: We moved. <b>Read [why](about/)</b>.",
        right: "notice: We moved. **Read [why](page:about)**."
    )

    func check(_ context: CheckContext) -> [Finding] {
        let settings = context.newsroom.settings
        return [settings.footer, settings.notice].compactMap(\.self).flatMap { text in
            problems(in: MarkdownDocument(text.file, range: text.file.bytes.indices), context).map {
                problem in
                Finding(
                    "the \(text.field) \(problem)",
                    at: settings.file.span(text.range),
                    help: "write words in Markdown, and links like `page:about` or `https://…`"
                )
            }
        }
    }

    private func problems(in document: MarkdownDocument, _ context: CheckContext) -> [String] {
        let dropped = document.dropped.map { dropped in
            let shown = dropped.text.excerpt(40)
            return dropped.kind == .rawHTML
                ? "holds raw HTML, which is left out: \(shown)"
                : "holds an address that is left out: \(shown)"
        }
        let relative = document.links.filter { link in
            WebAddress.linkable(link.address) == nil && !link.address.lowercased().hasPrefix("mailto:")
        }.map { "links to `\($0.address.excerpt(40))`, which is no whole address" }
        let unknown = document.recordLinks.filter { link in
            RecordKind(rawValue: link.kind).map { !context.newsroom.isKnown(RecordKey($0, link.id)) } ?? true
        }.map { "links to \($0.kind) `\($0.id)`, which is not there" }
        let pictures = document.images.isEmpty ? [] : ["holds a picture"]
        let citations = document.citationGroups.isEmpty ? [] : ["holds a citation"]
        return dropped + relative + unknown + pictures + citations
    }
}
