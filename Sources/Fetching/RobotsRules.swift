import Encodings

/// The rules of a robots.txt for one program (RFC 9309).
package struct RobotsRules: Hashable, Sendable {
    private struct Line: Hashable, Sendable {
        let allows: Bool
        let pattern: [UInt8]
    }

    private let lines: [Line]

    /// Rules that forbid nothing.
    package static let none = RobotsRules(lines: [])
    /// Rules that forbid everything: those of a host whose robots.txt cannot be reached (5xx).
    package static let all = RobotsRules(lines: [Line(allows: false, pattern: Array("/".utf8))])

    /// The most of a file that is read, in bytes.
    private static let sizeLimit = 500 * 1024

    private init(lines: [Line]) { self.lines = lines }

    /// Reads the groups for a program, else those for all programs.
    /// - Parameter program: the product's name, in lower case.
    package init(_ bytes: [UInt8], for program: String) {
        var own: [Line] = []
        var general: [Line] = []
        var hasOwn = false
        var names: [String] = []
        var isInRules = false
        for (field, value) in Self.fields(bytes.prefix(Self.sizeLimit)) {
            switch field {
            case "user-agent":
                if isInRules { names = [] }
                isInRules = false
                names.append(value.lowercased())
                hasOwn = hasOwn || names.last.map { Self.means($0, program) } == true
            case "allow", "disallow":
                isInRules = true
                guard !value.isEmpty else { continue }
                let line = Line(allows: field == "allow", pattern: Self.normal(value))
                if names.contains(where: { Self.means($0, program) }) { own.append(line) }
                if names.contains("*") { general.append(line) }
            default: break
            }
        }
        lines = hasOwn ? own : general
    }

    /// Whether a path with its query may be asked for: the longest pattern decides, and `Allow` among equals.
    package func allow(_ target: String) -> Bool {
        let path = Self.normal(target)
        let matching = lines.filter { Self.matches($0.pattern, path) }
        guard let longest = matching.map(\.pattern.count).max() else { return true }
        return matching.contains { $0.pattern.count == longest && $0.allows }
    }

    private static func means(_ name: String, _ program: String) -> Bool {
        name.prefix { $0.isLetter || $0 == "-" || $0 == "_" } == program
    }

    private static func fields(_ bytes: ArraySlice<UInt8>) -> [(field: String, value: String)] {
        bytes.split { $0 == 0x0A || $0 == 0x0D }.compactMap { line in
            let text = String(decoding: line.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
            guard let colon = text.firstIndex(of: ":") else { return nil }
            let value = text[text.index(after: colon)...]
            return (blank(text[..<colon]).lowercased(), blank(value))
        }
    }

    private static func blank(_ text: Substring) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// A path with unreserved characters unescaped, so that equal paths have equal bytes.
    private static func normal(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2).compactMap(Hexadecimal.value)
            if byte == UInt8(ascii: "%"), digits.count == 2 {
                let value = digits[0] << 4 | digits[1]
                rest = rest.dropFirst(2)
                if PercentEncoding.isUnreserved(value) {
                    output.append(value)
                } else {
                    PercentEncoding.append(value, to: &output)
                }
            } else if byte >= 0x80 {
                PercentEncoding.append(byte, to: &output)
            } else {
                output.append(byte)
            }
        }
        return output
    }

    /// Whether a pattern, with `*` for any bytes and `$` for the end, matches the beginning of a path.
    private static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        let isWhole = pattern.last == UInt8(ascii: "$")
        let parts = (isWhole ? pattern.dropLast() : pattern[...])
            .split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        var rest = path[...]
        for (index, part) in parts.enumerated() {
            if index == 0 {
                guard rest.starts(with: part) else { return false }
                rest = rest.dropFirst(part.count)
            } else if index == parts.count - 1, isWhole {
                return rest.count >= part.count && rest.suffix(part.count).elementsEqual(part)
            } else if !part.isEmpty {
                guard let found = rest.firstRange(of: part) else { return false }
                rest = rest[found.upperBound...]
            }
        }
        return !isWhole || rest.isEmpty
    }
}
