/// A place in a file, as people and editors count it.
public struct SourceSpan: Hashable, Sendable, Comparable {
    /// The path relative to the newsroom's folder.
    public let file: String

    /// The line, counted from 1.
    public let line: Int

    /// The column, counted from 1 in Unicode scalars (SARIF's `unicodeCodePoints`).
    public let column: Int

    /// The bytes in the file; empty for a place without width.
    public let byteRange: Range<Int>

    /// Makes a span from a line and column that were counted before; `SourceFile.span` counts them.
    public init(file: String, line: Int, column: Int, byteRange: Range<Int>) {
        self.file = file
        self.line = line
        self.column = column
        self.byteRange = byteRange
    }

    /// Orders by file, then by place.
    public static func < (left: SourceSpan, right: SourceSpan) -> Bool {
        (left.file, left.byteRange.lowerBound, left.byteRange.upperBound)
            < (right.file, right.byteRange.lowerBound, right.byteRange.upperBound)
    }
}
