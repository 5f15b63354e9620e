import Diagnostics

/// A person or organisation: claimant, publisher, author, reviewer.
package final class Profile: DecodableRecord {
    /// The nature of a profile.
    package enum ProfileKind: String, Hashable, Sendable, CaseIterable {
        /// A human being.
        case person
        /// Any body of people.
        case organisation
    }
    /// The job of someone at this newsroom.
    package enum Role: String, Hashable, Sendable, CaseIterable {
        /// A reviewer of verdicts.
        case reviewer
        /// A desk, which signs as one.
        case desk
        /// Any other member of the newsroom.
        case staff
    }

    /// The id: the file's name without `.md`.
    package let id: String
    /// The file of the record.
    package let file: SourceFile
    /// The byte range of the Markdown body in the file.
    package let body: Range<Int>

    /// The name.
    package let name: Located<String>
    /// The nature of the profile: a person or an organisation.
    package let profileKind: ProfileKind
    /// One line about the person or organisation.
    package let description: String?
    /// The address of the home page.
    package let url: Located<String>?
    /// The addresses of the same person or organisation elsewhere, for instance on Wikidata.
    package let sameAs: [Located<String>]
    /// The profile ids of the organisations that the person or organisation belongs to.
    package let affiliations: [Located<String>]
    /// The job at this newsroom; nil for everyone else.
    package let role: Role?
    /// The name under which lists have it, such as "Rid, Thomas"; without it the last word of a person's name counts.
    package let sortName: String?
    /// The medium with a picture of the person or organisation.
    package let portrait: Located<String>?
    /// The e-mail address in git; never published.
    package let email: Located<String>?

    init?(_ fields: inout FieldReader, id: String, file: SourceFile, body: Range<Int>) {
        let name = fields.text("name")
        let profileKind = fields.choice("kind", ProfileKind.self)?.value
        description = fields.text("description")?.value
        url = fields.text("url")
        sameAs = fields.texts("same-as")
        affiliations = fields.texts("affiliations")
        role = fields.choice("role", Role.self)?.value
        sortName = fields.text("sort-name")?.value
        portrait = fields.text("portrait")
        email = fields.text("email")
        guard let name, let profileKind else { return nil }
        self.id = id
        self.file = file
        self.body = body
        self.name = name
        self.profileKind = profileKind
    }
}
