/// A tokenizer for well-formed HTML (HTML Standard, section 13.2.5): tags and texts.
struct HTMLReader {
    enum Token {
        case text(ArraySlice<UInt8>)
        case start(Tag)
        case end(String)
    }

    struct Tag {
        let name: String
        let attributes: [(name: String, value: String)]

        subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next tag or text; nil at the end. Comments and declarations are skipped.
    mutating func next() -> Token? {
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<"), position + 1 < bytes.count else { return text() }
            let following = bytes[position + 1]
            if following == UInt8(ascii: "!") || following == UInt8(ascii: "?") {
                passDeclaration()
            } else if following == UInt8(ascii: "/") {
                position += 2
                let name = self.name()
                pass(UInt8(ascii: ">"))
                return .end(name)
            } else if Self.isLetter(following) {
                position += 1
                return .start(tag())
            } else {
                return text()
            }
        }
        return nil
    }

    /// The raw content of an element such as `script`, up to its end tag.
    mutating func raw(until name: String) -> ArraySlice<UInt8> {
        let start = position
        let end = Array("</\(name)".utf8)
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "<"), position + end.count <= bytes.count,
                zip(bytes[position..<position + end.count], end).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
            {
                let content = bytes[start..<position]
                pass(UInt8(ascii: ">"))
                return content
            }
            position += 1
        }
        return bytes[start...]
    }

    private mutating func text() -> Token {
        let start = position
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
        return .text(bytes[start..<position])
    }

    private mutating func passDeclaration() {
        let isComment = bytes[position...].starts(with: "<!--".utf8)
        guard isComment else { return pass(UInt8(ascii: ">")) }
        position += 4
        while position < bytes.count {
            if bytes[position...].starts(with: "-->".utf8) || bytes[position...].starts(with: "--!>".utf8) {
                return pass(UInt8(ascii: ">"))
            }
            position += 1
        }
    }

    private mutating func tag() -> Tag {
        let name = self.name()
        var attributes: [(String, String)] = []
        while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
            if Self.isBlank(bytes[position]) || bytes[position] == UInt8(ascii: "/") {
                position += 1
                continue
            }
            attributes.append(attribute())
        }
        position += 1
        return Tag(name: name, attributes: attributes)
    }

    private mutating func attribute() -> (String, String) {
        let start = position
        position += 1
        while position < bytes.count, !Self.isBlank(bytes[position]), !"=>/".utf8.contains(bytes[position]) {
            position += 1
        }
        let name = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
        passBlanks()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { return (name, "") }
        position += 1
        passBlanks()
        guard position < bytes.count else { return (name, "") }
        let quote = bytes[position]
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        if isQuoted { position += 1 }
        let valueStart = position
        while position < bytes.count {
            let byte = bytes[position]
            if isQuoted ? byte == quote : Self.isBlank(byte) || byte == UInt8(ascii: ">") { break }
            position += 1
        }
        let value = String(decoding: Self.unescaped(bytes[valueStart..<position]), as: UTF8.self)
        if isQuoted { position += 1 }
        return (name, value)
    }

    private mutating func name() -> String {
        let start = position
        while position < bytes.count, !Self.isBlank(bytes[position]), !"/>".utf8.contains(bytes[position]) {
            position += 1
        }
        return String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
    }

    private mutating func pass(_ end: UInt8) {
        while position < bytes.count, bytes[position] != end { position += 1 }
        position = min(position + 1, bytes.count)
    }

    private mutating func passBlanks() {
        while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
}

extension HTMLReader {
    private static let entities: [String: String] = [
        "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "amp": "&",
    ]

    /// A text with its character references resolved: numeric ones, and the names that Assay writes.
    static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
        var result: [UInt8] = []
        var rest = text
        while let byte = rest.first {
            if byte == UInt8(ascii: "&"), let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")),
                let meaning = meaning(of: String(decoding: rest[rest.startIndex + 1..<end], as: UTF8.self))
            {
                result += Array(meaning.utf8)
                rest = rest[(end + 1)...]
            } else {
                result.append(byte)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    private static func meaning(of name: String) -> String? {
        if let text = entities[name] { return text }
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let number =
            digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
}
