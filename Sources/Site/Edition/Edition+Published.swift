import Addresses
import Editorial
import Newsroom

extension Edition {
    /// The rated claims that the world may read, newest verdict first: without drafts, whatever the edition includes.
    ///
    /// Everything for machines is made from these: what a program has copied cannot be taken back.
    var publishedClaims: [RatedClaim] {
        includesDrafts ? ratedClaims.filter { !isDraft($0.verdict) } : ratedClaims
    }

    /// The standing page for a purpose; of several the one whose id sorts first.
    func page(_ role: StandingPage.Role) -> StandingPage? {
        records.pages.first { $0.role == role }
    }
}

/// What may be asked of an edition: by what is made for machines of the edition itself, by a page of its scope, which notes it.
protocol EditionReader {
    var settings: SiteSettings { get }
    func claim(_ id: String) -> Claim?
    func article(_ id: String) -> Article?
    func source(_ id: String) -> Source?
    func profile(_ id: String) -> Profile?
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
}

extension EditionReader {
    /// Where the site is published; ends in `/`.
    var siteAddress: String { settings.url.value }

    /// The address of a file on the web.
    func address(_ route: Route) -> String { route.canonicalAddress(site: siteAddress) }

    /// Profiles by their ids; those that readers cannot see are left out.
    func profiles(_ ids: [Located<String>]) -> [Profile] { ids.compactMap { profile($0.value) } }

    /// What a piece of evidence is; nil where readers cannot see it.
    func document(_ reference: EvidenceReference) -> EvidenceDocument? {
        switch reference {
        case .source(let id): source(id.value).map(EvidenceDocument.source)
        case .article(let id): article(id.value).map(EvidenceDocument.article)
        }
    }
}

extension Profile {
    /// The home page, where that is an address of the web.
    var homePage: String? { WebAddress.linkable(url?.value) }
    /// The same person or organisation elsewhere on the web.
    var addressesElsewhere: [String] { sameAs.compactMap { WebAddress.linkable($0.value) } }
}

/// What a piece of evidence is: a source, or an article.
enum EvidenceDocument: Sendable {
    case source(Source)
    case article(Article)

    var kind: RecordKind {
        switch self {
        case .source: .source
        case .article: .article
        }
    }

    var id: String {
        switch self {
        case .source(let source): source.id
        case .article(let article): article.id
        }
    }

    var title: String {
        switch self {
        case .source(let source): source.title.value
        case .article(let article): article.title.value
        }
    }

    var url: String? {
        switch self {
        case .source(let source): WebAddress.linkable(source.url?.value)
        case .article(let article): WebAddress.linkable(article.url?.value)
        }
    }

    var archived: [String] {
        switch self {
        case .source(let source): source.archived.compactMap { WebAddress.linkable($0.value) }
        case .article(let article): article.archived.compactMap { WebAddress.linkable($0.value) }
        }
    }

    var published: DateSpan? {
        switch self {
        case .source(let source): source.published?.value
        case .article(let article): article.published?.value
        }
    }

    /// The publisher's name; an article's publisher is a profile.
    func publisher(in edition: some EditionReader) -> String? {
        switch self {
        case .source(let source): source.publisher.value
        case .article(let article): edition.profile(article.publisher.value)?.name.value
        }
    }
}
