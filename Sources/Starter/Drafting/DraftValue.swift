import Encodings
import Newsroom

/// A value in the front matter of a draft.
enum DraftValue: Hashable, Sendable {
    /// A text; quotation marks are added where YAML needs them.
    case text(String)
    /// A list of texts.
    case list([String])
    /// A list of one group, by the names of its fields.
    case group([String: String])
    /// A list of several groups, each by the names of its fields.
    case groups([[String: String]])

    init(_ text: Located<String>) { self = .text(text.value) }
    init(_ texts: [Located<String>]) { self = .list(texts.map(\.value)) }
}

/// The YAML form of texts that are read back unchanged.
enum YAMLText {
    /// A text as a scalar: plain if that is safe (in a list on one line too), else in double quotes.
    static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

    /// Texts as a list on one line.
    static func list(_ texts: [String]) -> String {
        "[" + texts.map(scalar).joined(separator: ", ") + "]"
    }

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic || isDigit(first),
            text.unicodeScalars.last != " ", text.unicodeScalars.last != ":"
        else { return false }
        return !text.contains(": ") && !text.contains(" #")
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.properties.isAlphabetic || isDigit(scalar)
                    || " -_./:()&?=%+~@'’–—!;".unicodeScalars.contains(scalar)
            }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
                result += "\\u" + Hexadecimal.text(scalar.value, width: 4)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
