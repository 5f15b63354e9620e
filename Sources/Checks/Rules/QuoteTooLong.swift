import Diagnostics
import Markdown
import Newsroom

/// A quotation with more words than `limits.quote-words`.
struct QuoteTooLong: Rule {
    static let guide = RuleGuide(
        RuleID("quote-too-long", .warning),
        "A quotation has at most as many words as `limits.quote-words` says.",
        why: """
            A newsroom quotes what it checks and need not republish it. Long quotations are a question of copyright, and
            readers skip them.
            """,
        fix: """
            Quote the words that matter and leave out the others with `[...]`, or give the rest in your own words. Raise
            `limits.quote-words` in `content/site.yaml` if your policy allows more. Articles with `text: full` are exempt.
            """,
        wrong: "quote: (sixty words)",
        right: "quote: (twenty words) [...] (ten words)"
    )

    func check(_ claim: Claim, _ context: CheckContext) -> [Finding] {
        claim.appearances.compactMap { finding($0.quote.value, at: claim, $0.quote.range, context) }
    }

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        verdict.evidence.compactMap(\.quote).compactMap { finding($0.value, at: verdict, $0.range, context) }
    }

    func check(_ body: RecordBody, _ context: CheckContext) -> [Finding] {
        if let article = body.record as? Article, article.isFullText { return [] }
        return body.document.blocks.compactMap { block in
            guard case .quotation = block.kind else { return nil }
            return finding(block.plainText, at: body.record, block.range, context)
        }
    }

    private func finding(
        _ quote: String,
        at record: any Record,
        _ range: Range<Int>,
        _ context: CheckContext
    ) -> Finding? {
        let limit = context.newsroom.settings.quoteWordLimit
        // A word and the blank after it take two bytes at least: shorter quotes need no counting.
        guard quote.utf8.count > 2 * limit else { return nil }
        let count = quote.wordCount
        guard count > limit else { return nil }
        return Finding(
            "this quotation has \(count) words; the limit is \(limit)",
            at: record.file.span(range),
            help: "leave words out with `[...]`, or give part of it in your own words"
        )
    }
}
