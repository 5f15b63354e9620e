extension StringProtocol {
    /// The text with one form of quotation marks, dashes and white space, and without emphasis and empty links.
    ///
    /// The facts files have asterisks for italics and the articles' empty links, `[words](#)`; content has neither.
    /// Non-breaking and soft characters are presentation, too.
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
