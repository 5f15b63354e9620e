import Diagnostics

/// A standing page: about, methodology, corrections policy, funding, contact.
package final class StandingPage: DecodableRecord {
    /// The purpose of a standing page. Readers and accreditation expect these.
    package enum Role: String, Hashable, Sendable, CaseIterable {
        /// About the newsroom.
        case about
        /// The method by which claims are chosen and rated.
        case methodology
        /// The policy for corrections.
        case corrections
        /// The sources of money.
        case funding
        /// The ways to reach the newsroom, and to complain.
        case contact
        /// The way to send in a claim.
        case submit
    }

    /// The id: the file's name without `.md`.
    package let id: String
    /// The file of the record.
    package let file: SourceFile
    /// The byte range of the Markdown body in the file.
    package let body: Range<Int>

    /// The title.
    package let title: Located<String>
    /// One sentence about the page.
    package let summary: String?
    /// The purpose; nil for a page with none of these.
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
