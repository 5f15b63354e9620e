/// The Markdown of one paragraph, heading or table cell, without the markers and indentation of the blocks
/// around it. Lines end with a line feed.
struct LeafText {
    /// The text.
    private(set) var bytes: [UInt8] = []
    /// The map from offsets in `bytes` to offsets in the `SourceText`.
    private var map = OffsetMap()
    /// The offset in `bytes` at which each line starts.
    private var lineStarts: [Int] = []

    /// The range of the `SourceText` that a range of `bytes` came from.
    func sourceRange(_ range: Range<Int>) -> Range<Int> { map.origin(of: range) }

    /// The line of the source around an offset.
    func sourceLine(at offset: Int) -> Range<Int> {
        let next = lineStarts.partitioningIndex { $0 > offset }
        let start = next > 0 ? lineStarts[next - 1] : 0
        let end = next < lineStarts.count ? lineStarts[next] - 1 : bytes.count
        return sourceRange(start..<max(start, end))
    }

    /// Reads a paragraph or heading that stands in `quoteDepth` block quotes.
    mutating func read(_ block: CmarkNode, in source: SourceText, quoteDepth: Int) {
        removeAll()
        // A heading of several lines is a setext heading, whose last line is the underline.
        let isUnderlined = block.kind == .heading && block.endLine > block.startLine
        let lines = source.lines(block.startLine, through: block.endLine - (isUnderlined ? 1 : 0))
        for number in lines {
            let line = source.line(number)
            var start = min(line.lowerBound + max(block.startColumn - 1, 0), line.upperBound)
            if number > lines.lowerBound {
                start = Self.skipMarkers(in: source.bytes, line: line, quoteDepth: quoteDepth)
                bytes.append(.lineFeed)
            }
            map.add(start: bytes.count, origin: start)
            lineStarts.append(bytes.count)
            bytes.append(contentsOf: source.bytes[start..<line.upperBound])
        }
    }

    /// Reads a table's cell: one piece of a line, in which `\|` stands for a pipe (GFM 0.29, section 4.10).
    mutating func read(cell: Range<Int>, in source: SourceText) {
        removeAll()
        map.add(start: 0, origin: cell.lowerBound)
        lineStarts.append(0)
        for index in cell {
            let isEscape =
                source.bytes[index] == .backslash && index + 1 < cell.upperBound
                && source.bytes[index + 1] == .pipe
            if isEscape {
                map.add(start: bytes.count, origin: index + 1)
            } else {
                bytes.append(source.bytes[index])
            }
        }
    }

    /// The offset at which each line starts.
    var lineOffsets: [Int] { lineStarts }

    /// Reads whole lines, without the markers of block quotes and list items at their start.
    mutating func read(lines: Range<Int>, in source: SourceText) {
        removeAll()
        for number in lines {
            let line = source.line(number)
            let start = Self.skipContainers(in: source.bytes, line: line)
            if number > lines.lowerBound { bytes.append(.lineFeed) }
            map.add(start: bytes.count, origin: start)
            lineStarts.append(bytes.count)
            bytes.append(contentsOf: source.bytes[start..<line.upperBound])
        }
    }

    private static func skipContainers(in bytes: [UInt8], line: Range<Int>) -> Int {
        var index = line.lowerBound
        while index < line.upperBound {
            var end = index
            while end < line.upperBound, bytes[end].isDigit { end += 1 }
            if bytes[index].isBlank || bytes[index] == .greater {
                index += 1
            } else if end < line.upperBound, isMarker(bytes[end], afterDigits: end > index),
                end + 1 == line.upperBound || bytes[end + 1].isBlank
            {
                index = end + 1
            } else {
                break
            }
        }
        return index
    }

    private static func isMarker(_ byte: UInt8, afterDigits: Bool) -> Bool {
        afterDigits
            ? byte == UInt8(ascii: ".") || byte == .closingParenthesis
            : byte == .hyphen || byte == .asterisk || byte == UInt8(ascii: "+")
    }

    /// The capacity that is enough for most paragraphs, in bytes.
    private static let usualCount = 1000

    private mutating func removeAll() {
        if bytes.capacity == 0 { bytes.reserveCapacity(Self.usualCount) }
        bytes.removeAll(keepingCapacity: true)
        map.removeAll()
        lineStarts.removeAll(keepingCapacity: true)
    }

    /// A continuation line has at most as many `>` as there are quotes around it; a lazy one has fewer.
    private static func skipMarkers(in bytes: [UInt8], line: Range<Int>, quoteDepth: Int) -> Int {
        var index = line.lowerBound
        var depth = quoteDepth
        while index < line.upperBound {
            if bytes[index] == .greater, depth > 0 {
                depth -= 1
            } else if !bytes[index].isBlank {
                break
            }
            index += 1
        }
        return index
    }
}
