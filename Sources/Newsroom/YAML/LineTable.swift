import Diagnostics
import Yams

/// Turns the lines and columns that Yams counts into bytes of the file.
struct LineTable {
    private let file: SourceFile
    private let range: Range<Int>
    private let starts: [Int]

    init(file: SourceFile, range: Range<Int>) {
        self.file = file
        self.range = range
        var starts = [range.lowerBound]
        starts.reserveCapacity(range.count / 32 + 8)
        let bytes = file.bytes
        for offset in range where bytes[offset] == UInt8(ascii: "\n") { starts.append(offset + 1) }
        self.starts = starts
    }

    /// The byte at a mark.
    func offset(of mark: Mark) -> Int { offset(line: mark.line, column: mark.column) }

    /// The byte at a place; lines and columns count from 1, columns in Unicode scalars.
    func offset(line: Int, column: Int) -> Int {
        guard line >= 1 else { return range.lowerBound }
        guard line <= starts.count else { return range.upperBound }
        var offset = starts[line - 1]
        var remaining = column - 1
        while remaining > 0, offset < range.upperBound {
            offset += 1
            while offset < range.upperBound, file.bytes[offset] & 0b1100_0000 == 0b1000_0000 { offset += 1 }
            remaining -= 1
        }
        return offset
    }

    /// From a place to the end of its line.
    func lineEnd(from offset: Int) -> Range<Int> {
        var end = offset
        while end < range.upperBound, file.bytes[end] != UInt8(ascii: "\n") { end += 1 }
        let isWhole = end == file.bytes.count || file.bytes[end] == UInt8(ascii: "\n")
        if isWhole, end > offset, file.bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return offset..<end
    }

    /// The lines at and after a place that start with a name and a colon.
    func offsets(ofKey name: String, from offset: Int) -> [Int] {
        let wanted = Array(name.utf8) + [UInt8(ascii: ":")]
        return starts.filter { $0 >= offset - wanted.count }.compactMap { start in
            let rest = file.bytes[start..<range.upperBound]
            let first = rest.firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") } ?? start
            return file.bytes[first..<range.upperBound].starts(with: wanted) ? first : nil
        }
    }

    /// A scalar that starts at a place, with its bytes; none for a value that was left out.
    func scalar(_ value: String, style: Node.Scalar.Style, at start: Int) -> Located<String> {
        let isAbsent = style == .plain && value.isEmpty
        return Located(
            value,
            at: isAbsent ? start..<start : scalarRange(at: start, style: style, value: value)
        )
    }

    /// The bytes of a scalar that starts at a place, as far as they stand on one line.
    func scalarRange(at start: Int, style: Node.Scalar.Style, value: String) -> Range<Int> {
        switch style {
        case .singleQuoted, .doubleQuoted:
            let line = lineEnd(from: start)
            return start..<(closingQuote(in: line, isDouble: style == .doubleQuoted) ?? line.upperBound)
        case .literal, .folded:
            return lineEnd(from: start)
        default:
            let length = value.utf8.count
            let end = min(start + length, range.upperBound)
            let isVerbatim = file.bytes[start..<end].elementsEqual(value.utf8)
            return isVerbatim ? start..<end : lineEnd(from: start)
        }
    }

    private func closingQuote(in line: Range<Int>, isDouble: Bool) -> Int? {
        let quote = UInt8(ascii: isDouble ? "\"" : "'")
        var offset = line.lowerBound + 1
        while offset < line.upperBound {
            let byte = file.bytes[offset]
            if isDouble, byte == UInt8(ascii: "\\") {
                offset += 2
                continue
            }
            if byte == quote {
                let isDoubled = !isDouble && offset + 1 < line.upperBound && file.bytes[offset + 1] == quote
                if !isDoubled { return offset + 1 }
                offset += 1
            }
            offset += 1
        }
        return nil
    }
}
