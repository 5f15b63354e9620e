import Diagnostics

/// The kinds of records, by the word that links and messages use.
package enum RecordKind: String, Hashable, Sendable, CaseIterable {
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
    package var folder: String {
        switch self {
        case .article: "seeds"
        case .claim: "content/claims"
        case .source: "content/sources"
        case .verdict: "content/verdicts"
        case .profile: "content/profiles"
        case .page: "content/pages"
        }
    }

    /// The kind in whose folder a path lies; nil when it lies in none.
    init?(path: String) {
        let kind = Self.allCases.first { kind in
            let folder = kind.folder.utf8
            return path.utf8.starts(with: folder)
                && path.utf8.dropFirst(folder.count).first == UInt8(ascii: "/")
        }
        guard let kind else { return nil }
        self = kind
    }
}

/// What all records have: an id, a file and a Markdown body.
///
/// Records are objects that never change: thousands are held in many places, and are passed on by reference.
package protocol Record: AnyObject, Sendable {
    /// Which kind of record this is.
    static var kind: RecordKind { get }
    /// The file's base name, in NFC.
    var id: String { get }
    /// The file.
    var file: SourceFile { get }
    /// The bytes of the Markdown body in the file.
    var body: Range<Int> { get }
}
