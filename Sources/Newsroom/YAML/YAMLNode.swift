/// A piece of YAML as it was typed, with its bytes in the file.
enum YAMLNode: Sendable {
    /// A scalar: text, whatever it looks like.
    case scalar(Located<String>)
    /// A list.
    case sequence([YAMLNode], range: Range<Int>)
    /// Names and values, in the order of the file.
    case mapping(YAMLMapping)

    /// The bytes in the file; for a list or mapping those of its first line.
    var range: Range<Int> {
        switch self {
        case .scalar(let text): text.range
        case .sequence(_, let range): range
        case .mapping(let mapping): mapping.range
        }
    }

    /// What a message calls it.
    var description: String {
        switch self {
        case .scalar: "text"
        case .sequence: "a list"
        case .mapping: "a group of fields"
        }
    }

    /// Whether nothing was typed after the field's name.
    var isEmpty: Bool {
        if case .scalar(let text) = self { text.value.isEmpty && text.range.isEmpty } else { false }
    }

    /// Whether it is a list of nothing, `[]`.
    var isEmptyList: Bool {
        if case .sequence(let items, _) = self { items.isEmpty } else { false }
    }
}

/// Names and values, in the order of the file.
struct YAMLMapping: Sendable {
    /// The entries; no name occurs twice.
    let entries: [(key: Located<String>, value: YAMLNode)]
    /// The bytes of its first line in the file.
    let range: Range<Int>

    /// The value of a name.
    subscript(name: String) -> YAMLNode? { entries.first { $0.key.value == name }?.value }
}
