import Addresses
import Markdown
import Mustache
import Newsroom

/// A block of an article's text, with its claims.
struct PassageView: TemplateView {
    let html: [UInt8]
    /// Whether the block holds the article's own words, and not the newsroom's summary.
    let isQuotation: Bool
    let isHeading: Bool
    let anchor: String
    /// A link to the passage in the original, if that has an address.
    let original: ExternalLink?
    /// The claims whose quoted words end in the block.
    let notes: [ClaimNote]

    /// The blocks of an article's body, in order.
    static func passages(of article: Article, claims: [Claim], in scope: PageScope) -> [PassageView] {
        let words = scope.words(of: article)
        let finds = ClaimOccurrence.all(of: claims, in: article, words)
        let ownWords = Set(words.blocks)
        let originals = originals(of: article, words)
        var numberByClaim: [String: Int] = [:]
        return words.document.blocks.enumerated().map { index, block in
            let ending = finds.filter { $0.block == index && $0.isEnd }
            let notes = ending.map { find in
                let number = numberByClaim[find.claim.id] ?? numberByClaim.count + 1
                numberByClaim[find.claim.id] = number
                return ClaimNote(find.claim, as: find.kind, number: number, in: scope)
            }
            let marks = ClaimMarks(
                finds.filter { $0.block == index },
                notes: Array(zip(ending, notes)),
                text: block.plainText
            )
            return PassageView(
                html: words.document.html(
                    ofBlock: index,
                    marks: marks.marks(in: scope),
                    RecordResolver(scope: scope, numbering: nil, readsMentions: false)
                ),
                isQuotation: ownWords.contains(index),
                isHeading: block.kind == .heading,
                anchor: "passage_\(index + 1)",
                original: originals[index],
                notes: notes
            )
        }
    }

    /// Links to the article's own words in the original, by block.
    private static func originals(of article: Article, _ words: ArticleWords) -> [Int: ExternalLink] {
        guard let url = WebAddress.linkable(article.url?.value) else { return [:] }
        let directives = PassageDirectives(words.blocks.map { words.document.blocks[$0].plainText })
        return words.blocks.enumerated().reduce(into: [:]) { links, block in
            links[block.element] = directives.directive(block.offset).map {
                ExternalLink($0.address(in: url))
            }
        }
    }

    static let fields: TemplateFields<Self> = [
        "html": { .html($0.html) },
        "quotation": { .bool($0.isQuotation) },
        "original": { .record($0.original) },
        "anchor": { .text($0.anchor) },
        "notes": { .section($0.notes) },
    ]
}

/// A claim in a passage, with its number in the article.
struct ClaimNote: TemplateView {
    let number: String
    /// The claim's statement, linked to its page.
    let claim: Hyperlink
    /// The claimants in words, because an article also reports other people's claims.
    let claimedBy: String
    /// The ruling; nil for an unrated claim.
    let ruling: Shared<RulingView>?

    init(_ claim: Claim, as kind: Appearance.Kind, number: Int, in scope: PageScope) {
        self.number = scope.words.number(number)
        self.claim = Hyperlink(claim.statement.value, to: scope.links.to(.claim(claim.id)))
        claimedBy = scope.claimants(of: claim, isReported: kind == .repeated)
        ruling = scope.rated(claim).map { scope.view($0.ruling) }
    }

    static let fields: TemplateFields<Self> = [
        "number": { .text($0.number) },
        "claim": { .record($0.claim) },
        "claimed-by": { .text($0.claimedBy) },
        "ruling": { .record($0.ruling) },
    ]
}
