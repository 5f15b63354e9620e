import Diagnostics

/// The members of a line that is written just as Assay writes it, read without a detour over JSON's tree.
///
/// A desk of ten thousand claims has a hundred thousand lines, and nearly all are like this. About every other
/// text nothing is said here: `JSONValue` reads it, and finds out what is wrong with it if something is.
struct PlainLine {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    /// Reads the members of a line without its line end; nil when it is not certain that the line is canonical.
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
            // Each member comes after those that are before it in the canonical order.
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

    /// A string that has no escapes but those of `"`, `\`, line feed, return and tab.
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
            // Controls are written as escapes, some of which begin with these bytes in UTF-8.
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

    /// Passes a text; false, and nothing is passed, when another stands there.
    private mutating func take(_ text: String) -> Bool {
        guard bytes[position...].starts(with: text.utf8) else { return false }
        position += text.utf8.count
        return true
    }
}
