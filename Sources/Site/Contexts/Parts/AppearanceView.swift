import Addresses
import Mustache
import Newsroom

/// An appearance of a claim in an article.
struct AppearanceView: TemplateView {
    let kind: Appearance.Kind
    let kindText: String
    let quote: String
    let article: Hyperlink
    let publisher: Hyperlink?
    let language: String?
    let speaker: Hyperlink?
    let locator: String?
    /// A link to the quoted words in the original, if that has an address.
    let original: ExternalLink?

    init(_ appearance: Appearance, in scope: PageScope) {
        kind = appearance.kind
        kindText = scope.words["appearance.\(appearance.kind.rawValue)"]
        quote = appearance.quote.value
        article = scope.articleLink(appearance.article.value)
        let record = scope.article(appearance.article.value)
        // A speaker who is the publisher is named once.
        publisher = record.flatMap {
            $0.publisher.value == appearance.by?.value ? nil : scope.profileLink($0.publisher.value)
        }
        language = record?.language == scope.settings.language ? nil : record?.language
        speaker = appearance.by.map { scope.profileLink($0.value) }
        locator = appearance.locator
        original = record.flatMap { article in
            WebAddress.linkable(article.url?.value).flatMap { url in
                scope.directive(to: appearance, in: article).map { ExternalLink($0.address(in: url)) }
            }
        }
    }

    static let fields: TemplateFields<Self> = [
        "kind": { .text($0.kind.rawValue) },
        "kind-text": { .text($0.kindText) },
        "quote": { .text($0.quote) },
        "article": { .record($0.article) },
        "publisher": { .record($0.publisher) },
        "lang": { .text($0.language) },
        "speaker": { .record($0.speaker) },
        "locator": { .text($0.locator) },
        "original": { .record($0.original) },
    ]
}
