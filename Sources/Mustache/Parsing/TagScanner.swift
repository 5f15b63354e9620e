import Diagnostics

/// A scanner for a template's tags, with the current delimiters.
struct TagScanner {
    private static let standardOpening = Array("{{".utf8)
    private static let standardClosing = Array("}}".utf8)

    private let bytes: [UInt8]
    private var opening = Self.standardOpening
    private var closing = Self.standardClosing
    private var tags: [TemplateTag] = []

    private init(_ source: SourceFile) { bytes = source.bytes }

    /// The tags in the order of the text. Malformed ones are reported and stay text.
    static func scan(_ source: SourceFile, _ findings: inout TemplateFindings) -> [TemplateTag] {
        var scanner = TagScanner(source)
        var position = 0
        while let start = scanner.bytes.find(scanner.opening, from: position) {
            guard let next = scanner.readTag(at: start, &findings) else { break }
            position = next
        }
        return scanner.tags
    }

    /// Reads the tag that opens at an offset. Returns the offset to go on from; nil if no tag can follow.
    private mutating func readTag(at start: Int, _ findings: inout TemplateFindings) -> Int? {
        let inside = start + opening.count
        let isTriple = opening == Self.standardOpening && bytes.has([UInt8(ascii: "{")], at: inside)
        if bytes.has([UInt8(ascii: "=")], at: inside) { return readDelimiters(start, inside + 1, &findings) }
        let ending = isTriple ? [UInt8(ascii: "}")] + closing : closing
        guard let end = bytes.find(ending, from: inside) else {
            return reportUnclosed(start..<inside, ending, &findings)
        }
        let sigilOffset = bytes[inside..<end].firstIndex { !isMarkupSpace($0) } ?? inside
        let sigil = bytes[sigilOffset]
        let isComment = sigil == UInt8(ascii: "!")
        if !isComment, let next = bytes.find(opening, from: isTriple ? inside + 1 : inside),
            next < end
        {
            findings.report(
                .templateSyntax,
                "this tag is not closed before the next one opens",
                at: start..<inside,
                label: (next..<next + opening.count, "the next tag opens here")
            )
            return next
        }
        let range = start..<end + ending.count
        if isTriple {
            add(.unescaped, range, inside + 1..<end, &findings)
        } else {
            let kind = Self.kind(of: sigil)
            add(kind, range, (kind == .variable ? inside : sigilOffset + 1)..<end, &findings)
        }
        return range.upperBound
    }

    private static func kind(of sigil: UInt8) -> TemplateTag.Kind {
        switch sigil {
        case UInt8(ascii: "#"): .section
        case UInt8(ascii: "^"): .inverted
        case UInt8(ascii: "/"): .close
        case UInt8(ascii: "!"): .comment
        case UInt8(ascii: ">"): .partial
        case UInt8(ascii: "<"): .parent
        case UInt8(ascii: "$"): .block
        case UInt8(ascii: "&"): .unescaped
        default: .variable
        }
    }

    private mutating func add(
        _ kind: TemplateTag.Kind,
        _ range: Range<Int>,
        _ content: Range<Int>,
        _ findings: inout TemplateFindings
    ) {
        var nameRange = bytes.trimmed(content)
        var isDynamic = false
        let takesStar = kind == .partial || kind == .parent || kind == .close
        if takesStar, let first = bytes[nameRange].first, first == UInt8(ascii: "*") {
            isDynamic = true
            nameRange = bytes.trimmed(nameRange.dropFirst().startIndex..<nameRange.upperBound)
        }
        let name = kind == .comment ? "" : String(decoding: bytes[nameRange], as: UTF8.self)
        if kind != .comment, nameRange.isEmpty {
            findings.report(.templateSyntax, "this tag has no name", at: range)
        }
        tags.append(
            TemplateTag(kind: kind, range: range, nameRange: nameRange, name: name, isDynamic: isDynamic)
        )
    }

    private func reportUnclosed(_ range: Range<Int>, _ ending: [UInt8], _ findings: inout TemplateFindings)
        -> Int?
    {
        findings.report(
            .templateSyntax,
            "this tag is not closed",
            at: range,
            help: "close it with `\(String(decoding: ending, as: UTF8.self))`"
        )
        return nil
    }

    /// Reads new delimiters: two words without `=`, separated by white space. Returns the offset to go on
    /// from.
    private mutating func readDelimiters(
        _ start: Int,
        _ content: Int,
        _ findings: inout TemplateFindings
    ) -> Int? {
        let ending = [UInt8(ascii: "=")] + closing
        if let end = bytes.find(ending, from: content) {
            let words = bytes[content..<end].split(whereSeparator: isMarkupSpace)
            if words.count == 2, !words.joined().contains(UInt8(ascii: "=")) {
                let range = start..<end + ending.count
                tags.append(
                    TemplateTag(
                        kind: .delimiters,
                        range: range,
                        nameRange: content..<end,
                        name: "",
                        isDynamic: false
                    )
                )
                opening = Array(words[0])
                closing = Array(words[1])
                return range.upperBound
            }
        }
        guard let end = bytes.find(closing, from: content) else {
            return reportUnclosed(start..<content - 1, ending, &findings)
        }
        let range = start..<end + closing.count
        tags.append(
            TemplateTag(kind: .delimiters, range: range, nameRange: content..<end, name: "", isDynamic: false)
        )
        findings.report(
            .templateSyntax,
            "a delimiter tag needs two delimiters without `=`",
            at: range,
            help: "write it like `{{=<% %>=}}`"
        )
        return range.upperBound
    }
}
