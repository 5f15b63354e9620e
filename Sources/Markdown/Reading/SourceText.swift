import Diagnostics

/// The Markdown of a file as libcmark reads it: UTF-8 without NUL, its lines, and the way back to the file.
struct SourceText {
    /// The text; what was not UTF-8, and NUL (CommonMark 0.30, section 2.3), is U+FFFD.
    let bytes: [UInt8]
    /// From offsets in `bytes` to offsets in the file.
    private let map: OffsetMap
    /// Where each line starts in `bytes`.
    private let lineStarts: [Int]

    /// Reads a range of a file; a range beyond the end is cut.
    init(_ file: SourceFile, range: Range<Int>) {
        let clamped = range.clamped(to: 0..<file.bytes.count)
        let typed = Array(file.bytes[clamped])
        if Self.isClean(typed), !Self.hasManyImages(typed) {
            bytes = typed
            map = OffsetMap(origin: clamped.lowerBound)
        } else {
            (bytes, map) = Self.repair(typed, origin: clamped.lowerBound)
        }
        lineStarts = Self.lineStarts(in: bytes)
    }

    /// The range of the file that a range of the text came from.
    func fileRange(_ range: Range<Int>) -> Range<Int> { map.origin(of: range) }

    /// The lines, counted from 1 as libcmark does, cut to those that there are.
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

    /// Where the words of a block in a block quote end: without lines at its end that hold the quote's marks alone.
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

    private static func isClean(_ bytes: [UInt8]) -> Bool {
        // Most texts are ASCII, or nearly so; without a branch in it the compiler makes this loop a fast one.
        var (all, lowest) = (UInt8(0), UInt8.max)
        for byte in bytes {
            all |= byte
            lowest = min(lowest, byte)
        }
        if lowest == 0 { return false }
        if all < 0x80 { return true }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                index += 1
            } else {
                let length = UTF8Sequence.length(in: bytes, at: index)
                if length == 0 { return false }
                index += length
            }
        }
        return true
    }

    private static func repair(_ typed: [UInt8], origin: Int) -> ([UInt8], OffsetMap) {
        var repaired: [UInt8] = []
        var map = OffsetMap(origin: origin)
        var images = 0
        var index = 0
        while index < typed.count {
            let length = typed[index] == 0 ? 0 : UTF8Sequence.length(in: typed, at: index)
            if length == 0 {
                map.add(start: repaired.count, origin: origin + index)
                repaired.append("\u{FFFD}")
                index += 1
                map.add(start: repaired.count, origin: origin + index)
                continue
            }
            if typed[index] == .lineFeed, index > 0, typed[index - 1] == .lineFeed { images = 0 }
            if typed[index] == .openingBracket, index > 0, typed[index - 1] == .exclamation {
                images += 1
                if images > maximumOfImages {
                    repaired.append(.backslash)
                    map.add(start: repaired.count, origin: origin + index)
                }
            }
            repaired.append(contentsOf: typed[index..<index + length])
            index += length
        }
        return (repaired, map)
    }

    // MARK: Too many images

    /// How many images may begin between two blank lines; what would be one more is words. libcmark needs quadratic
    /// time where thousands begin and do not end (up to 0.30.2).
    private static let maximumOfImages = 1000

    private static func hasManyImages(_ bytes: [UInt8]) -> Bool {
        // Most texts have none.
        guard bytes.holds(.exclamation, or: .exclamation) else { return false }
        var count = 0
        for byte in bytes where byte == .exclamation { count += 1 }
        return count > maximumOfImages
    }
}
