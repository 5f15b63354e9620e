/// A catalogue entry split at its placeholders, such as `{count} claims`.
struct Phrase: Sendable {
    private enum Part: Sendable {
        case words(String)
        /// A placeholder with its name and its text: `count` and `{count}`.
        case place(name: String, typed: String)
    }

    /// The entry's text, placeholders included.
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

    /// The text with values for its placeholders. A placeholder without a value stays.
    ///
    /// A value that looks like a placeholder is not replaced in turn.
    func filled(_ values: KeyValuePairs<String, String>) -> String { Self.filled(parts[...], values) }

    /// The text before and after a placeholder whose value is more than text, such as a link; nil if there is no such
    /// placeholder.
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
