extension SourceFile {
    /// The line and column just after a span, both counted from 1, columns in Unicode scalars.
    ///
    /// This counts on from the span's own start, so that both ends come from one count.
    func end(of span: SourceSpan) -> (line: Int, column: Int) {
        let range = span.byteRange.clamped(to: 0..<bytes.count)
        guard let lastBreak = bytes[range].lastIndex(of: UInt8(ascii: "\n")) else {
            return (span.line, span.column + scalarCount(range))
        }
        let breaks = bytes[range].count { $0 == UInt8(ascii: "\n") }
        return (span.line + breaks, 1 + scalarCount(lastBreak + 1..<range.upperBound))
    }
}
