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
            throw Self.unopened(file)
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

    /// Why a file has no front matter at its start.
    private static func unopened(_ file: SourceFile) -> YAMLFailure {
        var lines = LineRanges(bytes: file.bytes)
        var number = 0
        var found: (line: Range<Int>, number: Int)?
        while found == nil, let line = lines.next() {
            number += 1
            let isBlank = file.bytes[line.content].allSatisfy {
                $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t")
            }
            if !isBlank { found = (line.content, number) }
        }
        let first = found?.line ?? 0..<0
        if let found, found.number > 1, isDashes(file.bytes[found.line]) {
            return failure(
                "the front matter begins on line \(found.number), and has to begin on the first",
                file.lineRange(around: 0),
                file,
                help: found.number == 2 ? "delete the empty line above it" : "delete the empty lines above it"
            )
        }
        if file.bytes[first].starts(with: "+++".utf8) {
            return failure(
                "the front matter is TOML, between lines `+++`, and Assay reads YAML",
                first,
                file,
                help: "write `---` for `+++`, and `name: value` for `name = \"value\"`"
            )
        }
        let isRow =
            first.count >= 3
            && file.bytes[first].allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }
        if isRow || file.bytes[first].starts(with: "\u{2014}".utf8)
            || file.bytes[first].starts(with: "\u{2013}".utf8)
        {
            return failure(
                "the first line is not `---`, so no front matter begins",
                first,
                file,
                help: "write three hyphens, `---`, and nothing else on the line"
            )
        }
        return failure(
            "the file does not start with front matter",
            file.lineRange(around: 0),
            file,
            help: "start it with a line `---`, then the fields, then another line `---`"
        )
    }

    private static func failure(
        _ message: String,
        _ range: Range<Int>,
        _ file: SourceFile,
        help: String
    ) -> YAMLFailure {
        YAMLFailure(
            diagnostic: Diagnostic(
                rule: .missingFrontMatter,
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
    private var position: Int
    private let limit: Int

    init(bytes: [UInt8]) { self.init(bytes: bytes, bytes.indices) }

    init(bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        limit = range.upperBound
    }

    /// The next line's bytes without and the place after its line end.
    mutating func next() -> (content: Range<Int>, end: Int)? {
        guard position < limit else { return nil }
        let start = position
        while position < limit, bytes[position] != UInt8(ascii: "\n"),
            bytes[position] != UInt8(ascii: "\r")
        {
            position += 1
        }
        let content = start..<position
        if position < limit {
            let isPair =
                bytes[position] == UInt8(ascii: "\r") && position + 1 < limit
                && bytes[position + 1] == UInt8(ascii: "\n")
            position += isPair ? 2 : 1
        }
        return (content, position)
    }
}
