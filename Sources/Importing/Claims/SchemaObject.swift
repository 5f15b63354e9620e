import Diagnostics

/// An object of schema.org data, as leniently as pages write it.
struct SchemaObject {
    /// The members, by their names without a prefix such as `schema:`.
    let members: [JSONValue.Member]

    /// The object of a value; of a list its first.
    init?(_ value: JSONValue?) {
        switch value {
        case .object(let members): self.members = members
        case .array(let elements):
            guard let first = elements.lazy.compactMap({ SchemaObject($0) }).first else { return nil }
            self = first
        default: return nil
        }
    }

    /// The value of a member; nil for `null`.
    subscript(_ name: String) -> JSONValue? {
        let value = members.first { Self.local($0.name) == name }?.value
        return value == .null ? nil : value
    }

    /// The types, without the vocabulary's address.
    var types: [String] {
        let value = self["@type"] ?? self["type"]
        let texts = value?.string.map { [$0] } ?? value?.elements.compactMap(\.string) ?? []
        return texts.map { Self.local($0).filter { !$0.isWhitespace } }
    }

    /// A name without what stands before the last `/`, `#` or `:`.
    static func local(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == 0x2F || $0 == 0x23 || $0 == 0x3A }) else { return name }
        return name.split(whereSeparator: { "/#:".contains($0) }).last.map(String.init) ?? name
    }

    /// The texts of a value: it itself, its `@value`, `name` or `url`, or those of a list.
    static func texts(_ value: JSONValue?, _ names: [String] = ["@value", "name"]) -> [String] {
        switch value {
        case .array(let elements): return elements.flatMap { texts($0, names) }
        case .object:
            guard let object = SchemaObject(value) else { return [] }
            return names.lazy.compactMap { object[$0]?.scalarText }.first.map { [$0] } ?? []
        default: return value?.scalarText.map { [$0] } ?? []
        }
    }
}
