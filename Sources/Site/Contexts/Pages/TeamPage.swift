import Mustache
import Newsroom

/// The page of the team: desks, reviewers and staff.
struct TeamPage: PageContent, TemplateView {
    let title: String
    let description: String
    let members: [TeamMember]
    /// The page with the ways to reach the newsroom.
    let contact: Hyperlink?

    init(in scope: PageScope) {
        title = scope.words["team.title"]
        description = scope.words["team.introduction"]
        members = scope.team.map { TeamMember($0, in: scope) }
        contact = scope.page(.contact).map { Hyperlink($0.title.value, to: scope.links.to(.page($0.id))) }
    }

    static let fields: TemplateFields<Self> = [
        "title": { .text($0.title) },
        "introduction": { .text($0.description) },
        "members": { .section($0.members) },
        "contact": { .record($0.contact) },
    ]
}

/// A profile with a `role` in the newsroom.
struct TeamMember: TemplateView {
    let name: PersonView
    let role: String?
    let description: String?
    let affiliations: [Hyperlink]
    let homePage: ExternalLink?
    /// The number of verdicts written or reviewed, in words; nil for none.
    let signed: String?

    init(_ profile: Profile, in scope: PageScope) {
        name = PersonView(profile.id, in: scope)
        role = profile.role.map { scope.words["profile-role.\($0.rawValue)"] }
        description = profile.description
        affiliations = scope.profileLinks(profile.affiliations)
        homePage = profile.url.map { ExternalLink($0.value) }
        let count = scope.verdictCount(signedBy: profile)
        signed = count == 0 ? nil : scope.words.count(count, "verdict-count")
    }

    static let fields: TemplateFields<Self> = [
        "name": { .record($0.name) },
        "role": { .text($0.role) },
        "description": { .text($0.description) },
        "affiliations": { .section($0.affiliations) },
        "home-page": { .record($0.homePage) },
        "signed": { .text($0.signed) },
    ]
}
