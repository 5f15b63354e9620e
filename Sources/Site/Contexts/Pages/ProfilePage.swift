import Mustache
import Newsroom

/// The page of a person or organisation, with their claims.
struct ProfilePage: PageContent, TemplateView {
    let title: String
    let description: String
    let isDraft: Bool
    let kind: String
    let person: PersonView
    /// The job at this newsroom, in a word.
    let role: String?
    let tagline: String?
    let homePage: ExternalLink?
    let sameAs: [ExternalLink]
    let affiliations: [Hyperlink]
    let body: [UInt8]
    let claims: [ListedClaim]
    let tally: [RulingTally]
    let pagination: PaginationView
    let articles: [ArticleView]
    let signed: [ListedClaim]
    let signedCount: String

    init(_ profile: Profile, number: Int, in scope: PageScope) {
        title = profile.name.value
        description =
            profile.description.map { "\(profile.name.value): \($0)" }
            ?? scope.words.text("profile.description", ["name": profile.name.value])
        isDraft = scope.isDraft(profile)
        person = PersonView(profile.id, in: scope)
        role = profile.role.map { scope.words["profile-role.\($0.rawValue)"] }
        kind = scope.words["profile-kind.\(profile.profileKind.rawValue)"]
        tagline = profile.description
        homePage = profile.url.map { ExternalLink($0.value) }
        sameAs = profile.sameAs.map { ExternalLink($0.value) }
        affiliations = scope.profileLinks(profile.affiliations)
        body = scope.bodyHTML(of: profile)
        let rated = scope.claims(by: profile)
        claims = Pagination.entries(rated, page: number).map { scope.listed($0) }
        tally = RulingTally.tallies(of: rated, in: scope)
        let verdicts = scope.claims(signedBy: profile)
        signed = Pagination.entries(verdicts, page: number).map { scope.listed($0) }
        signedCount = scope.words.number(verdicts.count)
        // The claims made and the verdicts signed share one pagination.
        let longest = max(rated.count, verdicts.count)
        pagination = PaginationView(number: number, entryCount: longest, in: scope) {
            .profile(profile.id, page: $0)
        }
        articles = scope.articles(of: profile).map { ArticleView($0, in: scope) }
    }

    static let fields: TemplateFields<Self> = [
        "title": { .text($0.title) },
        "person": { .record($0.person) },
        "role": { .text($0.role) },
        "kind": { .text($0.kind) },
        "tagline": { .text($0.tagline) },
        "home-page": { .record($0.homePage) },
        "listed": { .bool(!$0.affiliations.isEmpty || $0.homePage != nil || !$0.sameAs.isEmpty) },
        "same-as": { .list($0.sameAs) },
        "elsewhere": { .bool(!$0.sameAs.isEmpty) },
        "affiliations": { .list($0.affiliations) },
        "affiliated": { .bool(!$0.affiliations.isEmpty) },
        "body": { .html(unlessEmpty: $0.body) },
        "claims": { .section($0.claims) },
        "tally": { .section($0.tally) },
        "pagination": { .record($0.pagination) },
        "articles": { .section($0.articles) },
        "signed": { .section($0.signed) },
        "signed-count": { .text($0.signedCount) },
    ]
}
