import Diagnostics
import Newsroom

/// A quote that leaves out a negation, a condition or a number of a quoted sentence.
struct OmittedQualifier: Rule {
    static let guide = RuleGuide(
        RuleID("omitted-qualifier", .warning),
        "A quote does not leave out a negation, a condition or a number of the sentences that it quotes.",
        why: """
            `[...]` and `[clearly]` may stand for any words, so a quote can stand in its article word for word and say the
            contrary of it. The rule looks at the sentences that are quoted, not at whole sentences left out between
            them. It knows English, Spanish, French, German and Arabic, in the article's language or else the
            newsroom's; digits are numbers in any language.
            """,
        fix: """
            Quote the words. Where that makes the quote too long, say in brackets what they say: `[did not]`, `[if asked]`,
            `[40]`.
            """,
        wrong: "quote: We would [...] agree to this",
        right: "quote: We would under no circumstances agree to this"
    )

    func check(_ claim: Claim, _ context: CheckContext) -> [Finding] {
        context.quotations(of: claim).compactMap { finding($0, context) }
    }

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        context.quotations(of: verdict).compactMap { finding($0, context) }
    }

    private func finding(_ quotation: Quotation, _ context: CheckContext) -> Finding? {
        let language =
            quotation.article.language.map { LanguageTag($0).language } ?? context.language
        let gaps = quotation.gaps.compactMap { gap in
            let lost = QualifyingWords.lost(
                in: gap.gap.omitted,
                replacement: gap.gap.mark,
                language: language
            )
            return lost.isEmpty ? nil : (gap: gap, lost: lost)
        }
        guard let first = gaps.first else { return nil }
        let words = first.lost.map { "\($0.meaning.rawValue), “\($0.words)”" }.joined(separator: ", and ")
        return Finding(
            "what this quote leaves out holds \(words)",
            at: quotation.span,
            labels: gaps.map { Diagnostic.Label($0.gap.span, "left out here") },
            notes: gaps.map {
                "`\($0.gap.gap.mark)` stands where the article says “\($0.gap.gap.omitted.excerpt(120))”"
            },
            help: "quote these words, or say in brackets what they say"
        )
    }
}
