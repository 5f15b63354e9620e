import Diagnostics

/// Words of records in Markdown for an editor: nothing in them is markup, so that no picture is fetched and no link is hidden.
enum MarkdownWords {
    /// A text as words of one line.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!", "$", "<", ">", "&", "{", "}":
                result += "\\"
                result.unicodeScalars.append(scalar)
            default:
                let isBlank = scalar.properties.isWhitespace || scalar.value < 0x20
                result.unicodeScalars.append(isBlank ? " " : scalar)
            }
        }
        return result
    }

    /// A Markdown text as the content of a message; as plain text for clients that show no Markdown.
    static func json(_ text: String, asMarkdown: Bool) -> JSONValue {
        ["kind": asMarkdown ? "markdown" : "plaintext", "value": .string(asMarkdown ? text : plain(text))]
    }

    /// A Markdown text of ours without its marks.
    static func plain(_ text: String) -> String {
        var plain = ""
        var isEscaped = false
        for character in text.replacing("**", with: "") {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                plain.append(character)
                isEscaped = false
            }
        }
        return plain
    }
}
