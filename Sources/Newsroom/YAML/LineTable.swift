import Diagnostics
import Yams

/// Turns the lines and columns that Yams counts into bytes of the file.
struct LineTable {
    private let file: SourceFile
    private let range: Range<Int>
    private let index: TextIndex
    /// The line of the file on which the text begins, counted from 0.
    private let firstLine: Int

    init(file: SourceFile, range: Range<Int>) {
        self.file = file
        self.range = range
        index = file.index
        firstLine = index.line(of: range.lowerBound)
    }

    /// The byte at a mark.
    func offset(of mark: Mark) -> Int { offset(line: mark.line, column: mark.column) }

    /// The byte at a place; lines and columns count from 1, columns in Unicode scalars.
    func offset(line: Int, column: Int) -> Int {
        guard line >= 1 else { return range.lowerBound }
        let starts = index.lineStarts
        let number = firstLine + line - 1
        guard number < starts.count, starts[number] <= range.upperBound else { return range.upperBound }
        let before = index.scalarCount(before: max(starts[number], range.lowerBound))
        return min(max(index.offset(ofScalar: before + column - 1), range.lowerBound), range.upperBound)
    }

    /// From a place to the end of its line.
    func lineEnd(from offset: Int) -> Range<Int> {
        let starts = index.lineStarts
        let next = index.line(of: offset) + 1
        let isLast = next >= starts.count
        var end = isLast ? file.bytes.count : starts[next] - 1
        if !isLast, end > offset, file.bytes[end] == UInt8(ascii: "\n"),
            file.bytes[end - 1] == UInt8(ascii: "\r")
        {
            end -= 1
        }
        return offset..<max(offset, min(end, range.upperBound))
    }

    /// The comment that follows a place on its line, from its `#` on; nil when there is none.
    func comment(after offset: Int) -> Range<Int>? {
        let line = lineEnd(from: offset)
        let bytes = file.bytes
        guard
            let start = bytes[line].firstIndex(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
            ),
            bytes[start] == UInt8(ascii: "#"), start > offset
        else { return nil }
        return start..<line.upperBound
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
