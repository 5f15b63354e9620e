import Mustache
import Newsroom

/// Those who work here: desks, reviewers and staff.
struct TeamPage: PageContent {
    let title: String
    let description: String
    let members: [TeamMember]

    init(in scope: PageScope) {
        scope.note(.all(.profile))
        title = scope.words["team.title"]
        description = scope.words["team.introduction"]
        members = scope.edition.team.map { TeamMember($0, in: scope) }
    }

    var templateRecord: TemplateRecord {
        ["title": .text(title), "introduction": .text(description), "members": .section(members)]
    }
}

/// Someone who works here.
struct TeamMember: TemplateShowable {
    let name: Hyperlink
    let role: String?
    let description: String?
    let affiliations: [Hyperlink]
    /// How many verdicts they wrote or reviewed; nil for none.
    let signed: String?

    init(_ profile: Profile, in scope: PageScope) {
        scope.note(profile)
        name = scope.profileLink(profile.id)
        role = profile.role.map { scope.words["profile-role.\($0.rawValue)"] }
        description = profile.description
        affiliations = scope.profileLinks(profile.affiliations)
        scope.note(.mentions(of: RecordKey(of: profile)))
        let count = scope.edition.records.verdicts(signedBy: profile).count
        signed = count == 0 ? nil : scope.words.count(count, "verdict-count")
    }

    var templateRecord: TemplateRecord {
        [
            "name": .record(name), "role": .text(role), "description": .text(description),
            "affiliations": .section(affiliations), "signed": .text(signed),
        ]
    }
}
