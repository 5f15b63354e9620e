import Diagnostics

/// A file parted into its front matter and its body.
struct FrontMatter {
    /// The bytes of the YAML, without the lines of dashes.
    let yaml: Range<Int>
    /// The bytes of the body.
    let body: Range<Int>

    /// Parts a file: the first line is `---`, the front matter ends with a line `---` or `...`.
    /// - Throws: a `Diagnostic` of the rule `missing-front-matter`.
    init(_ file: SourceFile) throws(YAMLFailure) {
        var lines = LineRanges(bytes: file.bytes)
        guard let first = lines.next(), Self.isDashes(file.bytes[first.content]) else {
            throw Self.failure(
                "the file does not start with front matter",
                file.lineRange(around: 0),
                file,
                help: "start it with a line `---`, then the fields, then another line `---`"
            )
        }
        while let line = lines.next() {
            if Self.isDashes(file.bytes[line.content]) || file.bytes[line.content].elementsEqual("...".utf8) {
                yaml = first.end..<line.content.lowerBound
                body = line.end..<file.bytes.count
                return
            }
        }
        throw Self.failure(
            "the front matter does not end",
            file.lineRange(around: 0),
            file,
            help: "put a line `---` after the last field"
        )
    }

    private static func isDashes(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "---".utf8)
            && line.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    private static func failure(
        _ message: String,
        _ range: Range<Int>,
        _ file: SourceFile,
        help: String
    ) -> YAMLFailure {
        YAMLFailure(
            diagnostic: Diagnostic(
                rule: "missing-front-matter",
                severity: .error,
                message: message,
                span: file.span(range),
                help: help
            )
        )
    }
}

/// The lines of a text: LF, CRLF and CR end one.
struct LineRanges: IteratorProtocol {
    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The next line's bytes without and the place after its line end.
    mutating func next() -> (content: Range<Int>, end: Int)? {
        guard position < bytes.count else { return nil }
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n"),
            bytes[position] != UInt8(ascii: "\r")
        {
            position += 1
        }
        let content = start..<position
        if position < bytes.count {
            let isPair =
                bytes[position] == UInt8(ascii: "\r") && position + 1 < bytes.count
                && bytes[position + 1] == UInt8(ascii: "\n")
            position += isPair ? 2 : 1
        }
        return (content, position)
    }
}
