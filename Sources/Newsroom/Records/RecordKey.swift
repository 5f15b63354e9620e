/// A record's name in the whole newsroom: its kind and its id.
public struct RecordKey: Hashable, Sendable {
    /// The kind.
    public let kind: RecordKind
    /// The id.
    public let id: String

    /// Makes a key.
    public init(_ kind: RecordKind, _ id: String) {
        self.kind = kind
        self.id = id
    }

    /// The record that a path is the file of: `content/claims/2018/an-id.md` is the claim `an-id`.
    public init?(path: String) {
        guard path.hasSuffix(".md"), let slash = path.lastIndex(of: "/"),
            let kind = RecordKind.allCases.first(where: { path.hasPrefix($0.folder + "/") })
        else { return nil }
        self.init(kind, RecordID.normalised(String(path[path.index(after: slash)...].dropLast(3))))
    }
}

extension RecordKey: Comparable {
    /// Orders by kind, then by id.
    public static func < (left: RecordKey, right: RecordKey) -> Bool {
        (left.kind.rawValue, left.id) < (right.kind.rawValue, right.id)
    }
}
