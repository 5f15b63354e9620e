import Diagnostics

/// A place between two characters of a text, as LSP counts: lines and characters from 0.
package struct TextPosition: Hashable, Sendable, Comparable {
    /// The line.
    package let line: Int
    /// The number of units before it in the line, in the encoding that was agreed on.
    package let character: Int

    /// Makes a position.
    package init(line: Int, character: Int) {
        self.line = line
        self.character = character
    }

    /// Reads a position; nil if the value is none.
    package init?(_ value: JSONValue?) {
        guard case .integer(let line)? = value?["line"], case .integer(let character)? = value?["character"],
            line >= 0, character >= 0
        else { return nil }
        self.init(line: line, character: character)
    }

    /// The position in a message.
    package var json: JSONValue { ["line": .integer(line), "character": .integer(character)] }

    /// Orders by line, then by character.
    package static func < (left: TextPosition, right: TextPosition) -> Bool {
        (left.line, left.character) < (right.line, right.character)
    }
}

/// The units in which the characters of a position are counted.
package enum PositionEncoding: String, Hashable, Sendable {
    /// Bytes.
    case utf8 = "utf-8"
    /// The units of UTF-16, which every client knows.
    case utf16 = "utf-16"

    /// The first of a client's encodings that is known here.
    package init(offered names: [String]) {
        self = names.contains(PositionEncoding.utf8.rawValue) ? .utf8 : .utf16
    }

    /// The units of a character with a first byte.
    fileprivate func units(of first: UInt8) -> Int {
        switch self {
        case .utf8: Self.length(first)
        case .utf16: first >= 0xF0 ? 2 : 1
        }
    }

    fileprivate static func length(_ first: UInt8) -> Int {
        switch first {
        case 0..<0xC0: 1
        case 0xC0..<0xE0: 2
        case 0xE0..<0xF0: 3
        default: 4
        }
    }
}

extension SourceFile {
    /// The byte at a position. A character beyond the end of its line counts as that end, a line beyond the text as the text's end,
    /// and half a character as its beginning.
    package func offset(of position: TextPosition, _ encoding: PositionEncoding) -> Int {
        let starts = index.lineStarts
        guard position.line < starts.count else { return bytes.count }
        let line = lineRange(around: starts[position.line])
        var offset = line.lowerBound
        var rest = position.character
        while rest > 0, offset < line.upperBound {
            let units = encoding.units(of: bytes[offset])
            guard units <= rest else { break }
            rest -= units
            offset = min(offset + PositionEncoding.length(bytes[offset]), line.upperBound)
        }
        return offset
    }

    /// The position of a byte.
    package func position(of offset: Int, _ encoding: PositionEncoding) -> TextPosition {
        let end = min(max(offset, 0), bytes.count)
        let line = index.line(of: end)
        var place = index.lineStarts[line]
        var character = 0
        while place < end {
            character += encoding.units(of: bytes[place])
            place += PositionEncoding.length(bytes[place])
        }
        return TextPosition(line: line, character: character)
    }

    /// The bytes between two positions.
    package func range(_ value: JSONValue?, _ encoding: PositionEncoding) -> Range<Int>? {
        guard let start = TextPosition(value?["start"]), let end = TextPosition(value?["end"]) else {
            return nil
        }
        let first = offset(of: start, encoding)
        return first..<max(first, offset(of: end, encoding))
    }

    /// A range of bytes in a message.
    package func json(_ range: Range<Int>, _ encoding: PositionEncoding) -> JSONValue {
        [
            "start": position(of: range.lowerBound, encoding).json,
            "end": position(of: range.upperBound, encoding).json,
        ]
    }
}
