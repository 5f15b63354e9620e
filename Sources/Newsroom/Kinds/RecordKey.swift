/// A record's name in the whole newsroom: its kind and its id.
package struct RecordKey: Hashable, Sendable {
    /// The kind.
    package let kind: RecordKind
    /// The id.
    package let id: String

    /// Makes a key.
    package init(_ kind: RecordKind, _ id: String) {
        self.kind = kind
        self.id = id
    }

    /// The record that a path is the file of: `content/claims/2018/an-id.md` is the claim `an-id`.
    package init?(path: String) {
        guard path.hasSuffix(".md"), let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
            let kind = RecordKind(path: path)
        else { return nil }
        let name = path.utf8[path.utf8.index(after: slash)...].dropLast(".md".utf8.count)
        self.init(kind, RecordID.normalised(String(decoding: name, as: UTF8.self)))
    }
}

extension RecordKey {
    /// Hashes the id, which says nearly everything: few kinds have records of one id.
    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension RecordKey: Comparable {
    /// Orders by kind, then by id.
    package static func < (left: RecordKey, right: RecordKey) -> Bool {
        (left.kind.rawValue, left.id) < (right.kind.rawValue, right.id)
    }
}
