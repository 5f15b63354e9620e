/// The words of a catalogue's entry, cut at its places for values: `{count} claims`.
struct Phrase: Sendable {
    private enum Part: Sendable {
        case words(String)
        /// A place by its name, and how it stands in the entry.
        case place(name: String, typed: String)
    }

    /// The entry as it stands in the catalogue.
    let text: String
    private let parts: [Part]

    init(_ text: String) {
        self.text = text
        var pieces = text.split(separator: "{", omittingEmptySubsequences: false)
        var parts = [Part.words(String(pieces.removeFirst()))]
        for piece in pieces {
            guard let close = piece.firstIndex(of: "}") else {
                parts.append(.words("{" + piece))
                continue
            }
            let name = String(piece[..<close])
            parts.append(.place(name: name, typed: "{\(name)}"))
            parts.append(.words(String(piece[piece.index(after: close)...])))
        }
        self.parts = parts
    }

    /// The words with values in their places; a place without a value stays as it stands.
    ///
    /// Values are put in once and never searched, so a value that looks like a place stays as it is.
    func filled(_ values: KeyValuePairs<String, String>) -> String { Self.filled(parts[...], values) }

    /// The words before and after a place, for one whose value is more than text; nil when there is no such place.
    func filled(
        _ values: KeyValuePairs<String, String>,
        around place: String
    ) -> (before: String, after: String)? {
        let middle = parts.firstIndex { if case .place(place, _) = $0 { true } else { false } }
        return middle.map { middle in
            (Self.filled(parts[..<middle], values), Self.filled(parts[(middle + 1)...], values))
        }
    }

    private static func filled(
        _ parts: ArraySlice<Part>,
        _ values: KeyValuePairs<String, String>
    ) -> String {
        var filled = ""
        for part in parts {
            switch part {
            case .words(let words): filled += words
            case .place(let name, let typed):
                filled += values.first { $0.key == name }?.value ?? typed
            }
        }
        return filled
    }
}
