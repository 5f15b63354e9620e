/// The description of the kind `profile`.
extension Profile {
    /// Which kind of record this is.
    package static var kind: RecordKind { .profile }
    /// Where its files are.
    package static var folder: String { "content/profiles" }
    /// Where its pages are.
    package static var siteFolder: String { "profiles" }
    /// What a record of the kind is, in one line.
    package static var meaning: String { "a person or an organisation" }
    /// What the Markdown below its front matter is.
    package static var bodyMeaning: String {
        "more about them; it may be empty"
    }
    /// When readers may see it.
    package static var visibility: Visibility { .whenNamed }
    /// The rule `unused-profile` reports one that nothing names.
    package static var isReportedUnused: Bool { true }

    /// The fields, in the order in which documentation lists them.
    package static let fields: [FieldDescription] = [
        .init("name", .text, .judged, needed: true, "the name"),
        .init("kind", .choice(of: Profile.ProfileKind.self), .judged, needed: true, "who it is"),
        .init(
            "description",
            .text,
            .free("it stands on their own page, and changes with their office"),
            "one line about them"
        ),
        .init("url", .address, .free("it stands on their own page"), "home page"),
        .init("same-as", .list(.address), .judged, "Wikidata and the like"),
        .init(
            "affiliations",
            .list(.reference(.profile)),
            .free("it stands on their own page; who may review follows from it, which checks compare"),
            "the organisations they belong to"
        ),
        .init(
            "role",
            .choice(of: Profile.Role.self),
            .free("it says who may review, which checks compare"),
            "for those who work here"
        ),
        .init(
            "sort-name",
            .text,
            .free("it only says where lists have them"),
            "the name by which lists sort them; a person's last word without it"
        ),
        .init(
            "portrait",
            .reference(.medium),
            .free("it stands beside their name, which is judged"),
            "a picture of them"
        ),
        .init(
            "email",
            .text,
            .free("it is never published"),
            "git's user.email is matched with it; never published"
        ),
        .formerly(.judged),
    ]

    /// The organisations that the profile names, and its portrait.
    package func references(in newsroom: Newsroom) -> [RecordReference] {
        affiliations.map { RecordReference($0, .profile) }
            + (portrait.map { [RecordReference($0, .medium)] } ?? [])
    }
}

extension Newsroom {
    /// The profiles.
    package var profiles: Table<Profile> { table() }
}
