/// Text that is safe to send to a terminal, cut into cells whose width is known.
///
/// Files are not trusted: an escape sequence could recolour, retitle or even control the terminal, and a
/// bidirectional override could reorder the words. Controls therefore show as their pictures (U+2400 to
/// U+2421) or as U+FFFD.
struct DisplayText {
    /// A character as shown, with its width in columns.
    struct Cell: Equatable {
        let text: String
        let width: Int
    }

    private(set) var cells: [Cell] = []

    /// The width of all cells, in columns.
    private(set) var width = 0

    /// The distance between tab stops, in columns.
    static let tabStop = 4

    /// Appends text of one line; a tab fills up to the next stop.
    mutating func append(_ text: String) {
        for character in text {
            let cell = Self.cell(for: character, at: width)
            cells.append(cell)
            width += cell.width
        }
    }

    private static func cell(for character: Character, at column: Int) -> Cell {
        if character == "\t" {
            let width = tabStop - column % tabStop
            return Cell(text: String(repeating: " ", count: width), width: width)
        }
        let shown = neutralized(character)
        return Cell(text: shown, width: DisplayWidth.columns(of: shown))
    }

    private static func neutralized(_ character: Character) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in character.unicodeScalars { shown.append(neutralized(scalar)) }
        return String(shown)
    }

    private static func neutralized(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        case 0x80...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
        default: scalar
        }
    }

    /// A sentence that is safe on a terminal; tabs and line ends become blanks.
    static func sentence(_ text: String) -> String {
        lines(text).joined(separator: " ")
    }

    /// The lines of a text, safe on a terminal; tabs become blanks.
    static func lines(_ text: String) -> [String] {
        if HiddenCharacter.isVisibleASCII(text) { return [text] }
        return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map { line in
            line.map { $0 == "\t" ? " " : neutralized($0) }.joined()
        }
    }
}
