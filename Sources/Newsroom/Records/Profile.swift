import Diagnostics

/// A person or organisation: claimant, publisher, author, reviewer.
public final class Profile: DecodableRecord {
    /// Who it is.
    public enum ProfileKind: String, Hashable, Sendable, CaseIterable {
        /// A human being.
        case person
        /// Any body of people.
        case organisation
    }
    /// What those who work here do.
    public enum Role: String, Hashable, Sendable, CaseIterable {
        /// Reviews verdicts.
        case reviewer
        /// A desk, which signs as one.
        case desk
        /// Anyone else of the newsroom.
        case staff
    }

    /// Which kind of record this is.
    public static var kind: RecordKind { .profile }
    /// The file's base name.
    public let id: String
    /// The file.
    public let file: SourceFile
    /// The bytes of the Markdown body in the file.
    public let body: Range<Int>

    /// The name.
    public let name: Located<String>
    /// Who it is.
    public let profileKind: ProfileKind
    /// One line about them.
    public let description: String?
    /// The home page.
    public let url: Located<String>?
    /// The same person or organisation elsewhere, for instance on Wikidata.
    public let sameAs: [Located<String>]
    /// The organisations they belong to, by profile id.
    public let affiliations: [Located<String>]
    /// What they do here; nil for everyone else.
    public let role: Role?
    /// The address that git knows them by; never published.
    public let email: Located<String>?

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
