import Diagnostics

/// The Markdown of a file as libcmark reads it: UTF-8 without NUL, its lines, and the map back to the file.
struct SourceText {
    /// The text; what was not UTF-8, and NUL (CommonMark 0.30, section 2.3), is U+FFFD.
    let bytes: [UInt8]
    /// The map from offsets in `bytes` to offsets in the file.
    private let map: OffsetMap
    /// The offset in `bytes` at which each line starts.
    private let lineStarts: [Int]
    /// The invisible characters, literal or entities, that are U+FFFD here.
    let hidden: [HiddenText]

    /// Reads a range of a file; a range beyond the end is cut. A byte order mark before it is left out, because libcmark
    /// does not count it in the columns of the first line.
    init(_ file: SourceFile, range: Range<Int>, keepsHidden: Bool = false) {
        var clamped = range.clamped(to: 0..<file.bytes.count)
        if file.bytes[clamped].starts(with: Self.byteOrderMark) {
            clamped = (clamped.lowerBound + Self.byteOrderMark.count)..<clamped.upperBound
        }
        let typed = Array(file.bytes[clamped])
        if SourceRepair.isClean(typed, keepsHidden: keepsHidden) {
            bytes = typed
            map = OffsetMap(origin: clamped.lowerBound)
            hidden = []
        } else {
            var repair = SourceRepair(typed, origin: clamped.lowerBound, keepsHidden: keepsHidden)
            repair.run()
            bytes = repair.bytes
            map = repair.map
            hidden = repair.hidden
        }
        lineStarts = Self.lineStarts(in: bytes)
    }

    /// The same text with a backslash before each of some offsets, in rising order.
    init(_ text: SourceText, escaping offsets: [Int]) {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.bytes.count + offsets.count)
        var start = 0
        for offset in offsets {
            escaped.append(contentsOf: text.bytes[start..<offset])
            escaped.append(.backslash)
            start = offset
        }
        escaped.append(contentsOf: text.bytes[start...])
        bytes = escaped
        map = text.map.inserting(at: offsets)
        hidden = text.hidden
        lineStarts = Self.lineStarts(in: bytes)
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The number of lines.
    var lineCount: Int { lineStarts.count }

    /// The range of the file that a range of the text came from.
    func fileRange(_ range: Range<Int>) -> Range<Int> { map.origin(of: range) }

    /// A range of lines, counted from 1 as libcmark does, and cut to the text.
    func lines(_ first: Int, through last: Int) -> Range<Int> {
        let lower = min(max(first, 1), lineStarts.count)
        return lower..<(min(max(last, lower), lineStarts.count) + 1)
    }

    /// A line without its end.
    func line(_ number: Int) -> Range<Int> {
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] : bytes.count
        while end > start, bytes[end - 1].isLineEnd { end -= 1 }
        return start..<end
    }

    /// The bytes of a block, from its first byte to the end of its last line that is not blank.
    func range(of block: CmarkNode) -> Range<Int> {
        let lines = lines(block.startLine, through: block.endLine)
        let first = line(lines.lowerBound)
        let start = min(first.lowerBound + max(block.startColumn - 1, 0), first.upperBound)
        var end = max(start, line(lines.upperBound - 1).upperBound)
        while end > start, bytes[end - 1].isBlankOrLineEnd { end -= 1 }
        return start..<end
    }

    /// The end of a block in a block quote, without closing lines that hold only the quote's markers.
    func wordsEnd(of block: CmarkNode) -> Int {
        let lines = lines(block.startLine, through: block.endLine)
        let last = lines.dropFirst().last { !bytes[line($0)].allSatisfy { $0.isBlank || $0 == .greater } }
        var end = line(last ?? lines.lowerBound).upperBound
        while end > 0, bytes[end - 1].isBlank { end -= 1 }
        return end
    }

    private static func lineStarts(in bytes: [UInt8]) -> [Int] {
        var starts = [0]
        starts.reserveCapacity(bytes.count / 32 + 8)
        let span = bytes.span
        var index = 0
        while let end = span.firstControl(from: index) {
            index = end + 1
            switch bytes[end] {
            case .lineFeed: starts.append(index)
            case .carriageReturn where index == bytes.count || bytes[index] != .lineFeed: starts.append(index)
            default: break
            }
        }
        return starts
    }
}
