/// A minifier for style sheets: it removes comments and meaningless white space, a third of the theme's sheet.
///
/// Strings stay as they are, and so do comments that begin with `/*!`, the mark of licences. Tokens follow CSS Syntax
/// Module Level 3. A sheet with mistakes keeps its meaning.
enum CompactCSS {
    static func bytes(_ sheet: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(sheet.count)
        var rest = sheet[...]
        var isBlank = false
        while let byte = rest.first {
            if isSpace(byte) {
                isBlank = true
                rest = rest.dropFirst()
                continue
            }
            let token = token(at: rest)
            rest = rest[token.endIndex...]
            if token.starts(with: "/*".utf8) && !token.starts(with: "/*!".utf8) {
                // A comment separates tokens: in a selector, `a/**/b` are two.
                isBlank = true
                continue
            }
            if isBlank, let last = output.last, !isAlone(last), !isAlone(byte),
                !(last == colon && isValue(rest))
            {
                output.append(UInt8(ascii: " "))
            }
            isBlank = false
            if byte == UInt8(ascii: "}") { dropLastSemicolons(from: &output) }
            output += token
        }
        return output
    }

    /// Drops what ends a block's last declaration. A property without a value, and an escape, keep theirs.
    private static func dropLastSemicolons(from output: inout [UInt8]) {
        while output.last == UInt8(ascii: ";"), let before = output.dropLast().last, before != colon,
            before != backslash
        {
            output.removeLast()
        }
    }

    /// The first token: a comment, a string, an escape of two bytes, or one byte.
    private static func token(at rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = rest.first else { return rest }
        switch first {
        case UInt8(ascii: "/") where rest.dropFirst().first == UInt8(ascii: "*"):
            var end = rest.dropFirst(2)
            while !end.isEmpty, !end.starts(with: "*/".utf8) { end = end.dropFirst() }
            return rest[..<min(end.startIndex + 2, rest.endIndex)]
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            var end = rest.dropFirst()
            while let byte = end.first, byte != first, byte != newline {
                end = end.dropFirst(byte == backslash ? 2 : 1)
            }
            return rest[..<min(end.startIndex + 1, rest.endIndex)]
        case backslash: return rest.prefix(2)
        default: return rest.prefix(1)
        }
    }

    /// Whether the text after a colon is a declaration's value and not the rest of a selector such as `a :hover`.
    private static func isValue(_ rest: ArraySlice<UInt8>) -> Bool {
        rest.first { "{};".utf8.contains($0) } != UInt8(ascii: "{")
    }

    private static let colon = UInt8(ascii: ":")
    private static let newline = UInt8(ascii: "\n")
    private static let backslash = UInt8(ascii: "\\")

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (9...13).contains(byte) && byte != 11
    }

    /// Whether white space beside a byte is meaningless everywhere.
    private static func isAlone(_ byte: UInt8) -> Bool { "{};,".utf8.contains(byte) }
}
