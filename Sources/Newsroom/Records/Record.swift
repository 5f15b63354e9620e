import Diagnostics

/// The kinds of records, by the word that links and messages use.
public enum RecordKind: String, Hashable, Sendable, CaseIterable {
    /// `seeds/<id>.md`
    case article
    /// `content/claims/<id>.md`
    case claim
    /// `content/sources/<id>.md`
    case source
    /// `content/verdicts/<id>.md`
    case verdict
    /// `content/profiles/<id>.md`
    case profile
    /// `content/pages/<id>.md`
    case page

    /// The folder of the kind's files, relative to the newsroom's.
    public var folder: String { self == .article ? "seeds" : "content/\(rawValue)s" }
}

/// What all records have: an id, a file and a Markdown body.
public protocol Record: Sendable {
    /// Which kind of record this is.
    static var kind: RecordKind { get }
    /// The file's base name, in NFC.
    var id: String { get }
    /// The file.
    var file: SourceFile { get }
    /// The bytes of the Markdown body in the file.
    var body: Range<Int> { get }
}
