import Yams

/// A record of the newsroom, read without the product's own loader, so that the comparison does not share its
/// mistakes.
struct RecordFile {
    /// The path, relative to the repository's root.
    let path: String
    let fields: Node
    let body: String

    /// The file's name without its extension.
    var id: String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.prefix { $0 != "." })
    }

    init(path: String, text: String) throws {
        self.path = path
        let parts = (text + "\n").split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].isEmpty, let fields = try Yams.compose(yaml: String(parts[1])) else {
            throw UnreadableRecord(path: path)
        }
        self.fields = fields
        body = String(parts[2])
    }
}

/// An error for a record file without front matter.
struct UnreadableRecord: Error {
    let path: String
}

extension Node {
    /// The text of a field, as typed.
    func text(_ key: String) -> String? { self[key]?.scalar?.string }

    /// The texts of a field that takes one value or a list.
    func texts(_ key: String) -> [String] {
        guard let node = self[key] else { return [] }
        return node.sequence?.compactMap { $0.scalar?.string } ?? node.scalar.map { [$0.string] } ?? []
    }

    /// The records in a field that takes a list of them.
    func records(_ key: String) -> [Node] {
        self[key]?.sequence.map(Array.init) ?? []
    }
}
