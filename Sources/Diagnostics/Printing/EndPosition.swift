extension SourceFile {
    /// The line and column just after a span, both counted from 1, columns in Unicode scalars.
    func end(of span: SourceSpan) -> (line: Int, column: Int) {
        let end = self.span(span.byteRange.upperBound..<span.byteRange.upperBound)
        return (end.line, end.column)
    }
}
