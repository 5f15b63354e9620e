/// The unique name of a record in its newsroom: kind and id.
package struct RecordKey: Hashable, Sendable {
    /// The kind of record.
    package let kind: RecordKind
    /// The id.
    package let id: String

    /// Makes a key.
    package init(_ kind: RecordKind, _ id: String) {
        self.kind = kind
        self.id = id
    }

    /// The key of the record in a file: `content/claims/2018/an-id.md` is the claim `an-id`. Nil if no record has
    /// its file there.
    package init?(path: String) {
        guard path.hasSuffix(".md"), let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
            let kind = RecordKind(path: path)
        else { return nil }
        let name = path.utf8[path.utf8.index(after: slash)...].dropLast(".md".utf8.count)
        self.init(kind, RecordID.normalised(String(decoding: name, as: UTF8.self)))
    }
}

extension RecordKey {
    /// Hashes the id alone, because few ids occur in several kinds.
    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension RecordKey: Comparable {
    /// Orders by kind, then by id.
    package static func < (left: RecordKey, right: RecordKey) -> Bool {
        (left.kind.rawValue, left.id) < (right.kind.rawValue, right.id)
    }
}
