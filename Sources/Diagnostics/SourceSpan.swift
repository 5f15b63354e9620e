/// A place in a file, as people and editors count it.
package struct SourceSpan: Hashable, Sendable, Comparable {
    /// The path relative to the newsroom's folder.
    package let file: String

    /// The line, counted from 1.
    package let line: Int

    /// The column, counted from 1 in Unicode scalars (SARIF's `unicodeCodePoints`).
    package let column: Int

    /// The bytes in the file; empty for a place without width.
    package let byteRange: Range<Int>

    /// Makes a span from a line and column that were counted before; `SourceFile.span` counts them.
    package init(file: String, line: Int, column: Int, byteRange: Range<Int>) {
        self.file = file
        self.line = line
        self.column = column
        self.byteRange = byteRange
    }

    /// Orders by file, then by place.
    package static func < (left: SourceSpan, right: SourceSpan) -> Bool {
        (left.file, left.byteRange.lowerBound, left.byteRange.upperBound)
            < (right.file, right.byteRange.lowerBound, right.byteRange.upperBound)
    }
}
