import Addresses
import Editorial
import Newsroom

extension Edition {
    /// The rated claims without drafts, newest verdict first, also in an edition with drafts.
    ///
    /// Feeds, markup and data files are made from these alone, because copies of them cannot be recalled.
    var publishedClaims: [RatedClaim] {
        includesDrafts ? ratedClaims.filter { !isDraft($0.verdict) } : ratedClaims
    }

    /// The standing page with a role; the first by id if there are several.
    func page(_ role: StandingPage.Role) -> StandingPage? {
        records.pages.first { $0.role == role }
    }
}

/// The queries of markup. Machine files ask the `Edition` itself; pages ask their `PageScope`, which notes the dependencies.
protocol EditionReader {
    var settings: SiteSettings { get }
    func claim(_ id: String) -> Claim?
    func article(_ id: String) -> Article?
    func source(_ id: String) -> Source?
    func profile(_ id: String) -> Profile?
    func medium(_ id: String) -> Medium?
    func page(_ role: StandingPage.Role) -> StandingPage?
    func isDraft(_ record: some Record) -> Bool
    func rated(_ claim: Claim) -> RatedClaim?
    func history(of claim: Claim) -> PublicHistory?
}

extension Edition: EditionReader {
    var settings: SiteSettings { records.settings }
    func claim(_ id: String) -> Claim? { records.claims[id] }
    func article(_ id: String) -> Article? { records.articles[id] }
    func source(_ id: String) -> Source? { records.sources[id] }
    func profile(_ id: String) -> Profile? { records.profiles[id] }
    func medium(_ id: String) -> Medium? { records.media[id] }
}

extension EditionReader {
    /// The site's address, ending in `/`.
    var siteAddress: String { settings.url.value }

    /// The absolute address of a file of the site.
    func address(_ route: Route) -> String { route.canonicalAddress(site: siteAddress) }

    /// The profiles with the given ids; those outside the edition are left out.
    func profiles(_ ids: [Located<String>]) -> [Profile] { ids.compactMap { profile($0.value) } }

    /// The document of a piece of evidence; nil if it is not in the edition.
    func document(_ reference: EvidenceReference) -> EvidenceDocument? {
        switch reference {
        case .source(let id): source(id.value).map(EvidenceDocument.source)
        case .article(let id): article(id.value).map(EvidenceDocument.article)
        case .medium(let id): medium(id.value).map(EvidenceDocument.medium)
        }
    }
}

extension Profile {
    /// The checked address of the profile's home page.
    var homePage: String? { WebAddress.linkable(url?.value) }
    /// The checked addresses of the same person or organisation elsewhere (schema.org `sameAs`).
    var addressesElsewhere: [String] { sameAs.compactMap { WebAddress.linkable($0.value) } }
}

/// A document used as evidence: a source, an article or a medium.
enum EvidenceDocument: Sendable {
    case source(Source)
    case article(Article)
    case medium(Medium)

    var kind: RecordKind {
        switch self {
        case .source: .source
        case .article: .article
        case .medium: .medium
        }
    }

    var id: String {
        switch self {
        case .source(let source): source.id
        case .article(let article): article.id
        case .medium(let medium): medium.id
        }
    }

    var title: String {
        switch self {
        case .source(let source): source.title.value
        case .article(let article): article.title.value
        case .medium(let medium): medium.title
        }
    }

    var url: String? {
        switch self {
        case .source(let source): WebAddress.linkable(source.url?.value)
        case .article(let article): WebAddress.linkable(article.url?.value)
        case .medium(let medium): WebAddress.linkable(medium.appearsAt.first?.url.value)
        }
    }

    var archived: [String] {
        switch self {
        case .source(let source): source.archived.compactMap { WebAddress.linkable($0.value) }
        case .article(let article): article.archived.compactMap { WebAddress.linkable($0.value) }
        case .medium(let medium):
            (medium.appearsAt.first?.archived ?? []).compactMap { WebAddress.linkable($0.value) }
        }
    }

    var published: DateSpan? {
        switch self {
        case .source(let source): source.published?.value
        case .article(let article): article.published?.value
        case .medium(let medium): medium.made?.value
        }
    }

    /// The publisher's name, which for an article is the name of a profile.
    func publisher(in edition: some EditionReader) -> String? {
        switch self {
        case .source(let source): source.publisher.value
        case .article(let article): edition.profile(article.publisher.value)?.name.value
        case .medium(let medium): medium.credit?.value
        }
    }
}
