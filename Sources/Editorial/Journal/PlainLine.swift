import Diagnostics

/// A fast reader of canonical lines, which builds no JSON tree.
///
/// A desk of ten thousand claims has a hundred thousand lines, nearly all of them canonical. For any other line the
/// answer is nil, and `JSONValue` reads it and words its error.
struct PlainLine {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    /// The members of a line without its line feed; nil unless the line is certain to be canonical.
    static func members(of line: ArraySlice<UInt8>) -> [(JournalLine.Member, JSONValue)]? {
        var reader = PlainLine(line)
        return reader.members()
    }

    private init(_ line: ArraySlice<UInt8>) {
        bytes = line
        position = line.startIndex
    }

    private mutating func members() -> [(JournalLine.Member, JSONValue)]? {
        var members: [(JournalLine.Member, JSONValue)] = []
        members.reserveCapacity(10)
        var candidates = JournalLine.Member.allCases[...]
        guard take("{\"") else { return nil }
        repeat {
            // Members are in canonical order, so only later ones are candidates.
            guard let found = candidates.firstIndex(where: { take($0.rawValue) }), take("\":") else {
                return nil
            }
            let member = candidates[found]
            candidates = candidates[(found + 1)...]
            guard let value = value(of: member) else { return nil }
            members.append((member, value))
        } while take(",\"")
        return take("}") && position == bytes.endIndex ? members : nil
    }

    private mutating func value(of member: JournalLine.Member) -> JSONValue? {
        if take("null") { return member == .previous || member == .mended ? .null : nil }
        return string().map(JSONValue.string)
    }

    /// A string with no other escapes than `\"`, `\\`, `\n`, `\r` and `\t`; nil for any other.
    private mutating func string() -> String? {
        guard take("\"") else { return nil }
        let start = position
        var unescaped: [UInt8]?
        while position < bytes.endIndex {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                let text = bytes[start..<position]
                position += 1
                return String(validating: unescaped.map { $0[...] } ?? text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard position + 1 < bytes.endIndex, let plain = Self.unescaped(bytes[position + 1]) else {
                    return nil
                }
                if unescaped == nil { unescaped = Array(bytes[start..<position]) }
                unescaped?.append(plain)
                position += 2
                continue
            // 0xC2 and 0xE2 begin the UTF-8 of controls and line separators, which canonical JSON escapes.
            case 0..<0x20, 0x7F, 0xC2, 0xE2: return nil
            default: unescaped?.append(byte)
            }
            position += 1
        }
        return nil
    }

    private static func unescaped(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): letter
        case UInt8(ascii: "n"): UInt8(ascii: "\n")
        case UInt8(ascii: "r"): UInt8(ascii: "\r")
        case UInt8(ascii: "t"): UInt8(ascii: "\t")
        default: nil
        }
    }

    /// Consumes a text; if something else is there, returns false and consumes nothing.
    private mutating func take(_ text: String) -> Bool {
        guard bytes[position...].starts(with: text.utf8) else { return false }
        position += text.utf8.count
        return true
    }
}
