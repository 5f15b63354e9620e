import Diagnostics

/// A standing page: about, methodology, corrections policy, funding, contact.
package final class StandingPage: DecodableRecord {
    /// What a page is for; readers and accreditation expect these.
    package enum Role: String, Hashable, Sendable, CaseIterable {
        /// Who we are.
        case about
        /// How claims are chosen and rated.
        case methodology
        /// How mistakes are put right.
        case corrections
        /// Who pays.
        case funding
        /// How to reach us, and complain.
        case contact
        /// How to send in a claim.
        case submit
    }

    /// The file's base name.
    package let id: String
    /// The file.
    package let file: SourceFile
    /// The bytes of the Markdown body in the file.
    package let body: Range<Int>

    /// The title.
    package let title: Located<String>
    /// One sentence about it.
    package let summary: String?
    /// What it is for.
    package let role: Role?

    init?(_ fields: inout FieldReader, id: String, file: SourceFile, body: Range<Int>) {
        let title = fields.text("title")
        summary = fields.text("summary")?.value
        role = fields.choice("role", Role.self)?.value ?? Role(rawValue: id)
        guard let title else { return nil }
        self.id = id
        self.file = file
        self.body = body
        self.title = title
    }
}
