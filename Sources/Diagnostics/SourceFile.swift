/// The text of one file, as bytes, with the path that people know it by.
public struct SourceFile: Hashable, Sendable {
    /// The path relative to the newsroom's folder, with `/` between its parts.
    public let path: String

    /// The file's content: UTF-8, without a byte order mark, line ends as in the file.
    public let bytes: [UInt8]

    /// Makes a source file of bytes that are already in memory.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Makes a source file of a string.
    public init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The place of a range of bytes: line and column are counted once, when a diagnostic needs them.
    ///
    /// A range beyond the end is cut to the file.
    public func span(_ range: Range<Int>) -> SourceSpan {
        let start = min(max(range.lowerBound, 0), bytes.count)
        let end = min(max(range.upperBound, start), bytes.count)
        var line = 1
        var lineStart = 0
        for index in 0..<start where bytes[index] == UInt8(ascii: "\n") {
            line += 1
            lineStart = index + 1
        }
        return SourceSpan(
            file: path,
            line: line,
            column: 1 + scalarCount(lineStart..<start),
            byteRange: start..<end
        )
    }

    /// The place of the whole file, for what has no better one: its first character.
    public var startSpan: SourceSpan { span(0..<0) }

    /// The text of a range of bytes; bytes that are not UTF-8 show as U+FFFD.
    public func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// The bytes of the line that holds an offset, without its line end.
    public func lineRange(around offset: Int) -> Range<Int> {
        var start = min(max(offset, 0), bytes.count)
        var end = start
        while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    /// How many Unicode scalars a range holds: every byte counts that does not continue one.
    func scalarCount(_ range: Range<Int>) -> Int {
        bytes[range].reduce(into: 0) { count, byte in
            if byte & 0b1100_0000 != 0b1000_0000 { count += 1 }
        }
    }
}
