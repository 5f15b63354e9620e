/// An element of an XML document.
struct XMLNode {
    /// The name as written, with its prefix.
    let name: String
    let attributes: [(name: String, value: String)]
    /// The text directly in it, with that of its children where they stand.
    var text = ""
    var children: [XMLNode] = []

    /// The value of an attribute.
    subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// The first child of one of some names.
    func child(_ names: String...) -> XMLNode? {
        for name in names { if let child = children.first(where: { $0.name == name }) { return child } }
        return nil
    }

    /// The elements of a name, at any depth, in their order.
    func all(_ name: String) -> [XMLNode] {
        children.flatMap { $0.name == name ? [$0] : $0.all(name) }
    }
}
