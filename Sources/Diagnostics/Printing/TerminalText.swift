/// Text for a terminal, in which nothing that a file says can act on it.
public enum TerminalText {
    /// The text with its lines; controls show as their pictures or as U+FFFD, tabs as blanks.
    public static func safe(_ text: String) -> String {
        // Tables of many lines are mostly this, and need not be taken apart.
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == UInt8(ascii: "\n") }) { return text }
        return DisplayText.lines(text).joined(separator: "\n")
    }
}
