/// Text that is safe to write to a terminal, whatever a file says.
package enum TerminalText {
    /// The text with its lines; controls show as their pictures or as U+FFFD, tabs as blanks.
    package static func safe(_ text: String) -> String {
        // The fast path for long tables.
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == UInt8(ascii: "\n") }) { return text }
        return DisplayText.lines(text).joined(separator: "\n")
    }
}
