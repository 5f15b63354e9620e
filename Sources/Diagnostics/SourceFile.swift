/// The bytes of one file, with its path in the newsroom.
package struct SourceFile: Hashable, Sendable {
    /// The path relative to the newsroom's folder, with `/` between its parts.
    package let path: String

    /// The file's content: UTF-8, without a byte order mark, line ends as in the file.
    package let bytes: [UInt8]

    private let lazyIndex = LazyTextIndex()

    /// Makes a source file of bytes that are already in memory.
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Makes a source file of a string.
    package init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The line and column of a range of bytes. LF, CRLF and CR end a line.
    ///
    /// A range beyond the end is cut to the file.
    package func span(_ range: Range<Int>) -> SourceSpan {
        let start = min(max(range.lowerBound, 0), bytes.count)
        let end = min(max(range.upperBound, start), bytes.count)
        let index = index
        let line = index.line(of: start)
        let before = index.scalarCount(before: index.lineStarts[line])
        return SourceSpan(
            file: path,
            line: line + 1,
            column: 1 + index.scalarCount(before: start) - before,
            byteRange: start..<end
        )
    }

    /// The index of lines and columns, made when it is first used.
    package var index: TextIndex { lazyIndex.index(of: bytes) }

    /// The place of the first character, for findings about the whole file.
    package var startSpan: SourceSpan { span(0..<0) }

    /// The text of a range of bytes; bytes that are not UTF-8 show as U+FFFD.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// The bytes of the line that holds an offset, without its line end.
    package func lineRange(around offset: Int) -> Range<Int> {
        let starts = index.lineStarts
        let line = index.line(of: min(max(offset, 0), bytes.count))
        let start = starts[line]
        var end = line + 1 < starts.count ? starts[line + 1] : bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }
}

extension SourceFile {
    /// Whether paths and bytes are the same.
    package static func == (left: SourceFile, right: SourceFile) -> Bool {
        left.path == right.path && left.bytes == right.bytes
    }

    /// Hashes the path and the bytes.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(path)
        hasher.combine(bytes)
    }
}
