import Mustache
import Newsroom

/// One quotation in the wordings of two articles.
struct WordingPair: TemplateView {
    let first: WordingView
    let second: WordingView

    /// The number of a claim's appearances that are compared with each other.
    private static let comparedAppearances = 12

    /// Pairs of an appearance and the first earlier one, in another article, with a different wording of the same quotation.
    static func pairs(of claim: Claim, in scope: PageScope) -> [WordingPair] {
        let appearances = Array(claim.appearances.prefix(comparedAppearances))
        return appearances.indices.compactMap { later in
            appearances[..<later].lazy.compactMap { earlier in
                pair(earlier, appearances[later], in: scope)
            }.first
        }
    }

    private static func pair(
        _ earlier: Appearance,
        _ later: Appearance,
        in scope: PageScope
    ) -> WordingPair? {
        guard earlier.article.value != later.article.value,
            let wordings = QuoteWordings(earlier.quote.value, later.quote.value)
        else { return nil }
        return WordingPair(
            first: WordingView(earlier, wordings.first, in: scope),
            second: WordingView(later, wordings.second, in: scope)
        )
    }

    static let fields: TemplateFields<Self> = [
        "wordings": { .list([$0.first, $0.second]) }
    ]
}

/// One article's wording of a quotation.
struct WordingView: TemplateView {
    let article: Hyperlink
    let publisher: Hyperlink?
    let language: String?
    let locator: String?
    let stretches: [QuoteWordings.Stretch]

    init(_ appearance: Appearance, _ stretches: [QuoteWordings.Stretch], in scope: PageScope) {
        article = scope.articleLink(appearance.article.value)
        let record = scope.article(appearance.article.value)
        publisher = record.map { scope.profileLink($0.publisher.value) }
        language = record?.language == scope.settings.language ? nil : record?.language
        locator = appearance.locator
        self.stretches = stretches
    }

    static let fields: TemplateFields<Self> = [
        "article": { .record($0.article) },
        "publisher": { .record($0.publisher) },
        "lang": { .text($0.language) },
        "locator": { .text($0.locator) },
        "stretches": { .list($0.stretches) },
    ]
}

extension QuoteWordings.Stretch: TemplateView {
    /// The fields of a stretch for templates.
    package static let fields: TemplateFields<Self> = [
        "text": { .text($0.text) },
        "differs": { .bool($0.differs) },
    ]
}
