import Diagnostics
import Newsroom

/// A quote that stands in its article several times.
struct AmbiguousQuote: Rule {
    static let guide = RuleGuide(
        RuleID("ambiguous-quote", .warning),
        "A quote that stands in an article more than once says which place it means.",
        why:
            "The site marks the claim where it was made. With several places it cannot know which one is meant.",
        fix: """
            Quote more words, or add `prefix` (the words just before) or `suffix` (the words just after), as the W3C's
            TextQuoteSelector has them.
            """,
        wrong: "quote: cybersecurity",
        right: "quote: cybersecurity\nprefix: the joint working group on"
    )

    func check(_ claim: Claim, _ context: CheckContext) -> [Finding] {
        context.quotations(of: claim).compactMap { quotation in
            guard case .ambiguous(let places) = quotation.match else { return nil }
            return Finding(
                "this quote stands \(count(places)) in the article `\(quotation.article.id)`",
                at: quotation.span,
                labels: quotation.places.map { Diagnostic.Label($0, "one of the places") },
                notes: quotation.hasSelector ? ["its prefix and suffix do not leave one place"] : [],
                help:
                    "quote more words, or add `prefix` or `suffix` with the words beside the one that is meant"
            )
        }
    }

    private func count(_ places: [QuotePiece]) -> String {
        switch places.count {
        case 2: "twice"
        case 100...: "100 times or more"
        default: "\(places.count) times"
        }
    }
}
