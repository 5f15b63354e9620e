import Diagnostics

/// What pages show of a text that readers once had.
extension JudgedText {
    /// A piece of evidence as it stood in the text.
    package struct Piece: Hashable, Sendable {
        /// The id of the source, article or medium.
        package let document: String
        /// The stance, by its name in files.
        package let stance: String
        /// What it shows.
        package let shows: String
        /// The title of the document; its id where the text has none.
        package let title: String
        /// The publisher; nil where the text has none.
        package let publisher: String?
    }

    /// The reasoning in Markdown; empty without one.
    package var reasoning: String { document["verdict"]?["reasoning"]?.string ?? "" }

    /// The evidence, in the order of the text.
    package var pieces: [Piece] {
        (document["verdict"]?["evidence"]?.elements ?? []).map { piece in
            let (kind, id) = Self.reference(in: piece)
            let record = document["documents"]?[kind]?.elements.first { $0["id"]?.string == id }
            return Piece(
                document: id,
                stance: piece["stance"]?.string ?? "",
                shows: piece["shows"]?.string ?? "",
                title: record?["title"]?.string ?? record?["caption"]?.string ?? id,
                publisher: record?["publisher"]?.string
            )
        }
    }

    /// The kind of document that a piece of evidence names, as the text groups them, and its id.
    static func reference(in piece: JSONValue) -> (kind: String, id: String) {
        let kinds = [("source", "sources"), ("article", "articles"), ("media", "media")]
        for (name, kind) in kinds {
            if let id = piece[name]?.string { return (kind, id) }
        }
        return ("", "")
    }
}
