/// The lines of a file that a finding is about, with marks under its places.
struct Snippet {
    /// A span to mark, and how.
    struct Place {
        let span: SourceSpan
        let text: String?
        let role: TerminalStyle.Role
        let symbol: Character
    }

    /// One row of output.
    enum Row: Equatable {
        case source(line: Int, text: String)
        case underline(String)
        case gap
    }

    /// The first place, as `file:line:column`.
    let location: String

    /// The highest line number shown; it decides how wide the gutter is.
    let lastLine: Int

    /// The rows; none if the file's text is unknown.
    let rows: [Row]

    /// Makes the snippet of places in one file.
    init(places: [Place], source: SourceFile?, style: TerminalStyle) {
        let first = places.first?.span
        location = first.map { "\($0.file):\($0.line):\($0.column)" } ?? ""
        guard let source else {
            (lastLine, rows) = (1, [])
            return
        }
        let marks = places.flatMap { LineMark.marks(of: $0, in: source) }
        lastLine = marks.map(\.line).max() ?? 1
        rows = Self.rows(of: marks, in: source, style: style)
    }

    private static func rows(of marks: [LineMark], in source: SourceFile, style: TerminalStyle) -> [Row] {
        var rows: [Row] = []
        var previous: Int?
        for (line, marksOfLine) in Dictionary(grouping: marks, by: \.line).sorted(by: { $0.key < $1.key }) {
            if let previous, line > previous + 1 { rows.append(.gap) }
            previous = line
            var rest = marksOfLine
            // Marks too far apart for one window repeat the line, cut elsewhere.
            while !rest.isEmpty {
                let excerpt = Excerpt(of: rest, in: source, width: style.width)
                rows.append(.source(line: line, text: excerpt.text))
                rows += excerpt.underlines.map { .underline($0.text(style)) }
                rest = excerpt.leftOver
            }
        }
        return rows
    }
}

/// A marked part of one line.
struct LineMark {
    /// The line, counted from 1.
    let line: Int
    /// The bytes of the file that are marked; all on this line.
    let bytes: Range<Int>
    /// The bytes of the line, without its end.
    let lineBytes: Range<Int>
    /// The text to print beside the underline.
    let text: String?
    let role: TerminalStyle.Role
    let symbol: Character

    /// The marks of a place: one for its line, or one each for its first and its last line.
    static func marks(of place: Snippet.Place, in source: SourceFile) -> [LineMark] {
        let span = place.span.byteRange.clamped(to: 0..<source.bytes.count)
        let firstLine = source.lineRange(around: span.lowerBound)
        guard span.reachesBeyond(firstLine, in: source) else {
            return [
                LineMark(place, line: place.span.line, bytes: span, lineBytes: firstLine, text: place.text)
            ]
        }
        let lastLine = source.lineRange(around: span.upperBound - 1)
        let indentation = source.bytes[lastLine].prefix {
            $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t")
        }
        let lastStart = min(lastLine.lowerBound + indentation.count, span.upperBound)
        return [
            LineMark(place, line: place.span.line, bytes: span, lineBytes: firstLine, text: nil),
            LineMark(
                place,
                line: source.span(lastLine).line,
                bytes: lastStart..<span.upperBound,
                lineBytes: lastLine,
                text: place.text
            ),
        ]
    }

    private init(_ place: Snippet.Place, line: Int, bytes: Range<Int>, lineBytes: Range<Int>, text: String?) {
        self.line = line
        self.bytes = bytes.clamped(to: lineBytes)
        self.lineBytes = lineBytes
        self.text = text
        role = place.role
        symbol = place.symbol
    }
}

extension Range<Int> {
    /// Whether the range holds more after a line than its line end.
    fileprivate func reachesBeyond(_ line: Range<Int>, in source: SourceFile) -> Bool {
        guard upperBound > line.upperBound else { return false }
        return source.bytes[line.upperBound..<upperBound].contains {
            $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r")
        }
    }
}
