import Diagnostics
import Newsroom

/// A quote that is absent from its article.
struct QuoteNotInArticle: Rule {
    static let guide = RuleGuide(
        RuleID("quote-not-in-article", .error),
        "A quote stands in its article, word for word.",
        why: """
            A misquotation is the worst mistake that a fact-check can make. White space, the shape of quotation marks and
            dashes, invisible characters, how letters are set (ligatures, full-width and lowered forms), Arabic and Hebrew
            vowel points and a hyphen at the end of a line do not matter; every other difference does.
            """,
        fix: """
            Copy the words from the article. Mark omitted words with `[...]` and words of your own with brackets:
            `[word]`. If the article's file lacks the passage, add it there as a block quote.
            """,
        wrong: "quote: we are ready to analyse together",
        right: "quote: we are ready to analyze together"
    )

    func check(_ claim: Claim, _ context: CheckContext) -> [Finding] {
        context.quotations(of: claim).compactMap(finding)
    }

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        context.quotations(of: verdict).compactMap(finding)
    }

    private func finding(_ quotation: Quotation) -> Finding? {
        guard case .absent(let nearest) = quotation.match,
            quotation.quote.value.contains(where: { !$0.isWhitespace })
        else { return nil }
        let article = quotation.article
        var finding = Finding(
            "this quote does not stand in the article `\(article.id)`",
            at: quotation.span,
            caption: "not in the article"
        )
        guard let nearest else {
            finding.notes = [words(of: quotation)]
            finding.help = "copy the words from the article, or add the passage to its file as a block quote"
            return finding
        }
        finding.labels = quotation.places.map { Diagnostic.Label($0, "the nearest passage") }
        if !nearest.differences.isEmpty, !QuotedMarks.has(quotation.quote.value) {
            finding.fixes = [
                quotation.record.file.textFix(
                    "Write the article's words: \(nearest.text.excerpt(80))",
                    at: quotation.quote.range,
                    with: nearest.text.split(whereSeparator: \.isWhitespace).joined(separator: " "),
                    .unsafe
                )
            ].compactMap(\.self)
        }
        if nearest.differences.isEmpty {
            finding.notes = ["all its parts stand there, but not in this order"]
            finding.help = "bring the parts between `[...]` into the order of the article"
        } else {
            finding.notes =
                ["the nearest words there are: \(nearest.text.excerpt())"]
                + nearest.differences.prefix(5).flatMap { [described($0)] + LookAlikes.notes(on: $0) }
            finding.help = "copy the article's words; mark omitted words with `[...]` and your own with `[…]`"
                .replacing("`[…]`", with: "`[brackets]`")
        }
        return finding
    }

    private func described(_ difference: WordDifference) -> String {
        if difference.quote.isEmpty { return "the quote lacks “\(difference.passage.excerpt(80))”" }
        if difference.passage.isEmpty { return "the article does not have “\(difference.quote.excerpt(80))”" }
        return
            "the quote has “\(difference.quote.excerpt(80))”, the article “\(difference.passage.excerpt(80))”"
    }

    private func words(of quotation: Quotation) -> String {
        let article = quotation.article
        guard quotation.articleHasWords else {
            return "\(article.file.path) has no block quotes; they are the article's words"
        }
        return article.isFullText
            ? "no passage of \(article.file.path) comes near"
            : "no block quote in \(article.file.path) comes near; only block quotes are the article's words"
    }
}

/// The marks of words left out of a quote, or added to it, which the nearest passage does not have.
private enum QuotedMarks {
    static func has(_ quote: String) -> Bool { quote.contains("[") || OmissionMark.isIn(quote) }
}
