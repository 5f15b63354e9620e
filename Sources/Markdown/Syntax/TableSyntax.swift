/// The grammar of pipe tables (GFM 0.29, section 4.10).
enum TableSyntax {
    /// The alignment of a column's cells.
    enum Alignment {
        case none, left, center, right
    }

    /// The number of cells that may be added to short rows in one document. Without it, a wide header over
    /// many short rows makes a page many times larger than its text.
    static let maximumOfAddedCells = 10_000

    /// The columns of a delimiter row; nil if the line is none. A pipe is required, so that words underlined
    /// with hyphens stay a heading, as in CommonMark.
    static func alignments(in bytes: [UInt8], line: Range<Int>) -> [Alignment]? {
        guard bytes[line].allSatisfy({ $0 == .pipe || $0 == .hyphen || $0 == .colon || $0.isBlank }),
            bytes[line].contains(.pipe)
        else { return nil }
        var alignments: [Alignment] = []
        for cell in cells(in: bytes, line: line) {
            var hyphens = bytes[cell]
            let isLeft = hyphens.first == .colon
            if isLeft { hyphens.removeFirst() }
            let isRight = hyphens.last == .colon
            if isRight { hyphens.removeLast() }
            guard !hyphens.isEmpty, hyphens.allSatisfy({ $0 == .hyphen }) else { return nil }
            switch (isLeft, isRight) {
            case (true, true): alignments.append(.center)
            case (true, false): alignments.append(.left)
            case (false, true): alignments.append(.right)
            case (false, false): alignments.append(.none)
            }
        }
        return alignments.isEmpty ? nil : alignments
    }

    /// The cells of a row, without the blanks around them. A pipe after a backslash separates nothing.
    static func cells(in bytes: [UInt8], line: Range<Int>) -> [Range<Int>] {
        var row = trimmed(line, in: bytes)
        if let first = bytes[row].first, first == .pipe { row = (row.lowerBound + 1)..<row.upperBound }
        var cells: [Range<Int>] = []
        var start = row.lowerBound
        for index in row where bytes[index] == .pipe {
            if index > row.lowerBound, bytes[index - 1] == .backslash { continue }
            cells.append(trimmed(start..<index, in: bytes))
            start = index + 1
        }
        if start < row.upperBound { cells.append(trimmed(start..<row.upperBound, in: bytes)) }
        return cells
    }

    private static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper, bytes[lower].isBlank { lower += 1 }
        while lower < upper, bytes[upper - 1].isBlank { upper -= 1 }
        return lower..<upper
    }
}
