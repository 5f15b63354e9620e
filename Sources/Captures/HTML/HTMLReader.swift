/// A tokenizer for HTML in UTF-8 (HTML Standard, section 13.2.5): tags and texts.
package struct HTMLReader {
    /// A piece of a page.
    package enum Token {
        /// Text, with its character references as written.
        case text(ArraySlice<UInt8>)
        /// A start tag.
        case start(Tag)
        /// The name of an end tag, in lower case.
        case end(String)
    }

    /// A start tag.
    package struct Tag {
        /// The name, in lower case.
        package let name: String
        /// The attributes, with their character references resolved.
        package let attributes: [(name: String, value: String)]

        /// The value of an attribute; nil where the tag has none.
        package subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    private let bytes: [UInt8]
    private var position = 0
    /// The comments so far, without their marks.
    package private(set) var comments: [ArraySlice<UInt8>] = []

    /// Reads a page.
    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next tag or text; nil at the end. Comments and declarations are skipped.
    package mutating func next() -> Token? {
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
    package mutating func raw(until name: String) -> ArraySlice<UInt8> {
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
        let start = position
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "-"),
                bytes[position...].starts(with: "-->".utf8) || bytes[position...].starts(with: "--!>".utf8)
            {
                comments.append(bytes[start..<position])
                return pass(UInt8(ascii: ">"))
            }
            position += 1
        }
        comments.append(bytes[start...])
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
        // A page may stop within a tag.
        position = min(position + 1, bytes.count)
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
    /// A text with its character references resolved: numbers, the names of the HTML Standard, and the old names that need no semicolon.
    package static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var rest = text
        while let byte = rest.first {
            if byte == UInt8(ascii: "&"), let (length, meaning) = reference(rest.dropFirst()) {
                result += meaning.utf8
                rest = rest.dropFirst(length + 1)
            } else {
                result.append(byte)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    /// The length of the reference that begins behind an ampersand, and what it stands for; nil where none begins.
    private static func reference(_ rest: ArraySlice<UInt8>) -> (length: Int, meaning: String)? {
        if rest.first == UInt8(ascii: "#") { return number(rest.dropFirst()) }
        let name = rest.prefix(40).prefix { isLetter($0) || (0x30...0x39).contains($0) }
        if rest.dropFirst(name.count).first == UInt8(ascii: ";"),
            let meaning = CharacterNames.text(of: String(decoding: name, as: UTF8.self))
        {
            return (name.count + 1, meaning)
        }
        return CharacterNames.legacy(name)
    }

    private static func number(_ rest: ArraySlice<UInt8>) -> (length: Int, meaning: String)? {
        let isHexadecimal = rest.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
        let digits = rest.dropFirst(isHexadecimal ? 1 : 0).prefix(10).prefix {
            (0x30...0x39).contains($0) || isHexadecimal && (0x61...0x66).contains($0 | 0x20)
        }
        guard let number = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
        else { return nil }
        let end = 1 + (isHexadecimal ? 1 : 0) + digits.count
        let hasSemicolon = rest.dropFirst(end - 1).first == UInt8(ascii: ";")
        return (end + (hasSemicolon ? 1 : 0), meaning(of: number))
    }

    /// The character of a number; old pages mean windows-1252 by the numbers of the C1 controls.
    private static func meaning(of number: UInt32) -> String {
        if (0x80..<0xA0).contains(number) { return TextEncoding.windows1252([UInt8(number)]) }
        return Unicode.Scalar(number).map { $0 == "\0" ? "\u{FFFD}" : String(Character($0)) } ?? "\u{FFFD}"
    }
}
