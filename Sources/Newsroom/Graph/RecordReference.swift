/// A place in a file that names a record.
package struct RecordReference: Sendable {
    /// The id, as typed.
    package let id: String
    /// The kind of record that is usually meant.
    package let kind: RecordKind
    /// Another kind that may be meant.
    package let otherKind: RecordKind?
    /// The bytes in the file.
    package let range: Range<Int>

    /// The kinds of record that may be meant, the usual one first.
    package var kinds: [RecordKind] { [kind] + (otherKind.map { [$0] } ?? []) }

    /// Makes the reference of a field's value.
    package init(_ id: Located<String>, _ kind: RecordKind) {
        self.init(id: id.value, kind, range: id.range)
    }

    /// Makes a reference.
    package init(id: String, _ kind: RecordKind, or otherKind: RecordKind? = nil, range: Range<Int>) {
        self.id = id
        self.kind = kind
        self.otherKind = otherKind
        self.range = range
    }

    /// Makes the reference of a piece of evidence or a lineage.
    package init(_ reference: EvidenceReference) {
        switch reference {
        case .source(let id): self.init(id, .source)
        case .article(let id): self.init(id, .article)
        case .medium(let id): self.init(id, .medium)
        }
    }

    /// Whether something holds for one of the kinds that may be meant.
    package func canMean(_ isMeant: (RecordKind) -> Bool) -> Bool {
        isMeant(kind) || (otherKind.map(isMeant) ?? false)
    }
}
