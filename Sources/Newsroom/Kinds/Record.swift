import Diagnostics

/// A record, and the description of its kind: the one place that says what loading, linking, drafts, schemas, routes, checks and
/// pages have to know of it.
///
/// Records are objects that never change: thousands are held in many places, and are passed on by reference.
package protocol Record: AnyObject, Sendable {
    /// Which kind of record this is.
    static var kind: RecordKind { get }
    /// The folder of the kind's files, relative to the newsroom's: `content/claims`.
    static var folder: String { get }
    /// The name of the folder of the kind's pages in a site: `claims`.
    static var siteFolder: String { get }
    /// What a record of the kind is, in one line.
    static var meaning: String { get }
    /// What the Markdown below its front matter is.
    static var bodyMeaning: String { get }
    /// The fields of its front matter: what the decoder accepts, and what drafts, schemas and documentation list.
    static var fields: [FieldDescription] { get }
    /// When readers may see it.
    static var visibility: Visibility { get }
    /// Whether an `unused-` rule reports a record that nothing names; false by default.
    static var isReportedUnused: Bool { get }
    /// The records whose texts stand on the page of a record; by default that record alone.
    static func records(onPageOf id: String, in newsroom: Newsroom) -> [any Record]

    /// The file's base name, in NFC.
    var id: String { get }
    /// The file.
    var file: SourceFile { get }
    /// The bytes of the Markdown body in the file.
    var body: Range<Int> { get }
    /// The id by which the record's page is found in `siteFolder`; its own by default.
    var pageID: String { get }
    /// The records that the front matter names, with their places, in no order that matters; none by default.
    func references(in newsroom: Newsroom) -> [RecordReference]
}

extension Record {
    package static var isReportedUnused: Bool { false }
    package static func records(onPageOf id: String, in newsroom: Newsroom) -> [any Record] {
        newsroom.record(RecordKey(kind, id)).map { [$0] } ?? []
    }
    package var pageID: String { id }
    package func references(in newsroom: Newsroom) -> [RecordReference] { [] }
}

extension RecordKey {
    /// The key of a record.
    package init(of record: any Record) { self.init(type(of: record).kind, record.id) }
}
