extension StringProtocol {
    /// The text with quotation marks, dashes, emphasis, empty links and white space made alike.
    ///
    /// The facts files set italics with asterisks and keep the articles' empty links, `[words](#)`; content
    /// carries neither. Non-breaking and soft characters are presentation, too.
    var folded: String {
        var text = String(self)
        text = text.replacing(/\[([^\]]+)\]\(#\)/) { String($0.output.1) }
        var out = ""
        var lastIsSpace = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "*", "\u{AD}": continue
            case "“", "”", "„", "\"": out.append("\"")
            case "’", "‘", "'": out.append("'")
            case "–", "—", "‑": out.append("-")
            default:
                if scalar.properties.isWhitespace {
                    if !lastIsSpace { out.append(" ") }
                    lastIsSpace = true
                    continue
                }
                out.unicodeScalars.append(scalar)
            }
            lastIsSpace = false
        }
        return out.trimmed
    }

    /// The number of words: runs between white space that hold a letter or digit.
    var wordCount: Int {
        split(whereSeparator: \.isWhitespace).filter { $0.contains { $0.isLetter || $0.isNumber } }.count
    }
}
