import Diagnostics

/// A person or organisation: claimant, publisher, author, reviewer.
package final class Profile: DecodableRecord {
    /// Who it is.
    package enum ProfileKind: String, Hashable, Sendable, CaseIterable {
        /// A human being.
        case person
        /// Any body of people.
        case organisation
    }
    /// What those who work here do.
    package enum Role: String, Hashable, Sendable, CaseIterable {
        /// Reviews verdicts.
        case reviewer
        /// A desk, which signs as one.
        case desk
        /// Anyone else of the newsroom.
        case staff
    }

    /// The file's base name.
    package let id: String
    /// The file.
    package let file: SourceFile
    /// The bytes of the Markdown body in the file.
    package let body: Range<Int>

    /// The name.
    package let name: Located<String>
    /// Who it is.
    package let profileKind: ProfileKind
    /// One line about them.
    package let description: String?
    /// The home page.
    package let url: Located<String>?
    /// The same person or organisation elsewhere, for instance on Wikidata.
    package let sameAs: [Located<String>]
    /// The organisations they belong to, by profile id.
    package let affiliations: [Located<String>]
    /// What they do here; nil for everyone else.
    package let role: Role?
    /// The address that git knows them by; never published.
    package let email: Located<String>?

    init?(_ fields: inout FieldReader, id: String, file: SourceFile, body: Range<Int>) {
        let name = fields.text("name")
        let profileKind = fields.choice("kind", ProfileKind.self)?.value
        description = fields.text("description")?.value
        url = fields.text("url")
        sameAs = fields.texts("same-as")
        affiliations = fields.texts("affiliations")
        role = fields.choice("role", Role.self)?.value
        email = fields.text("email")
        guard let name, let profileKind else { return nil }
        self.id = id
        self.file = file
        self.body = body
        self.name = name
        self.profileKind = profileKind
    }
}
