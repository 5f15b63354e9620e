/// Text for a terminal, in which nothing that a file says can act on it.
public enum TerminalText {
    /// The text with its lines; controls show as their pictures or as U+FFFD, tabs as blanks.
    public static func safe(_ text: String) -> String { DisplayText.lines(text).joined(separator: "\n") }
}
