/// The grammar of pipe tables (GFM 0.29, section 4.10).
enum TableSyntax {
    /// How the cells of a column stand.
    enum Alignment {
        case none, left, center, right
    }

    /// How many cells are added to short rows in one document. A wide header over many short rows would otherwise make
    /// a page that is larger than its text by orders.
    static let maximumOfAddedCells = 10_000

    /// The columns that a delimiter row announces; nil when the line is none. It needs a pipe, so that a line of
    /// hyphens under a line of words stays what CommonMark says it is.
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

    /// The cells of a row, without the blanks around them. A pipe after a backslash does not part cells.
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
