/// Breaks texts into the lines of a share image.
///
/// A drawing in SVG has no lines of its own, and its fonts are those of whichever machine draws it. So widths are estimated, a
/// little too wide rather than too narrow.
struct CardText {
    /// The lines, from the top.
    let lines: [String]
    /// The size of the letters, in units of the drawing.
    let size: Int

    /// The distance from one line to the next.
    var leading: Int { size * 118 / 100 }
    /// The height of all lines.
    var height: Int { lines.count * leading }

    /// A size of letters, and how many lines of it there may be.
    typealias Choice = (size: Int, lines: Int)

    /// Breaks a text into lines in the largest of some sizes in which it fits; in the smallest it is cut at a word.
    init(_ text: String, width: Int, choices: [Choice]) {
        var last = (lines: [String](), size: 0)
        for choice in choices {
            let room = Double(width) / Double(choice.size)
            let all = Self.lines(text, room: room)
            last = (Self.cut(all, to: choice.lines, room: room), choice.size)
            if all.count <= choice.lines { break }
        }
        (lines, size) = last
    }

    /// A text on one line, cut at a word where it is too long.
    static func line(_ text: String, width: Int, size: Int) -> String {
        CardText(text, width: width, choices: [(size, 1)]).lines.first ?? ""
    }

    /// The estimated width of a text, in the size of its letters.
    static func width(_ text: String) -> Double { text.reduce(0) { $0 + width($1) } }

    /// Whether a text's first letter belongs to a script that runs from right to left.
    static func isFromRight(_ text: String) -> Bool {
        let first = text.unicodeScalars.first { $0.properties.isAlphabetic }
        return first.map { scalar in
            [0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF].contains
            {
                $0.contains(scalar.value)
            }
        } ?? false
    }

    /// All lines of a text. They break at blanks, and between the letters of scripts without blanks.
    private static func lines(_ text: String, room: Double) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0.0
        for piece in pieces(text) {
            let isBlank = piece.allSatisfy(\.isWhitespace)
            if isBlank, line.isEmpty { continue }
            let needed = width(piece)
            if !isBlank, !line.isEmpty, used + needed > room {
                lines.append(trimmed(line))
                (line, used) = ("", 0)
            }
            line += isBlank ? " " : piece
            used += needed
        }
        if !trimmed(line).isEmpty { lines.append(trimmed(line)) }
        return lines
    }

    /// The first lines; the last of them ends in an ellipsis when there are more.
    private static func cut(_ lines: [String], to limit: Int, room: Double) -> [String] {
        let isCut = lines.count > limit || lines.contains { width($0) > room }
        guard isCut else { return lines }
        var kept = Array(lines.prefix(limit))
        if kept.count == limit, lines.count > limit || width(kept[limit - 1]) > room {
            kept[limit - 1] = shortened(kept[limit - 1], room: room)
        }
        return kept.map { width($0) > room ? shortened($0, room: room) : $0 }
    }

    /// A line with an ellipsis, without the words or letters for which it has no room.
    private static func shortened(_ line: String, room: Double) -> String {
        var pieces = pieces(line)
        while pieces.count > 1, width(pieces.joined()) + 1 > room { pieces.removeLast() }
        var rest = trimmed(pieces.joined())
        while rest.count > 1, width(rest) + 1 > room { rest.removeLast() }
        while let end = rest.last, end.isPunctuation || end.isWhitespace { rest.removeLast() }
        return rest + "…"
    }

    /// Words, the blanks between them, and single letters of scripts without blanks, each with the marks that follow it.
    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var isOpen = false
        for character in text {
            let isFull = isFullWidth(character)
            if character.isWhitespace {
                pieces.append(" ")
                isOpen = false
            } else if isFull, !character.isPunctuation || pieces.isEmpty {
                pieces.append(String(character))
                isOpen = false
            } else if isOpen || isFull, let last = pieces.indices.last {
                pieces[last].append(character)
            } else {
                pieces.append(String(character))
                isOpen = true
            }
        }
        return pieces
    }

    private static func trimmed(_ line: String) -> String {
        String(line.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// The estimated width of a character: that of Noto Serif in bold and a little more, because other computers have wider fonts.
    private static func width(_ character: Character) -> Double {
        if isFullWidth(character) { return 1.02 }
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .format: return 0
        case .spaceSeparator: return 0.28
        case .uppercaseLetter:
            return "MW".unicodeScalars.contains(scalar)
                ? 1.08 : "IJ".unicodeScalars.contains(scalar) ? 0.5 : 0.8
        default: break
        }
        if "iljtfr.,;:'’‘|!()[]-".unicodeScalars.contains(scalar) { return 0.42 }
        if "mw%—&@".unicodeScalars.contains(scalar) { return 1 }
        // Letters of Cyrillic are as wide as capitals are.
        return (0x0400...0x052F).contains(scalar.value) ? 0.71 : 0.64
    }

    /// Whether a character takes a square of its own: those of Chinese, Japanese and Korean, and emoji.
    private static func isFullWidth(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F: return true
        case 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD: return true
        default: return false
        }
    }
}
