/// The names and values of plain YAML, each of which stands on one line.
struct PlainYAMLValues {
    /// The bytes of the file.
    let bytes: [UInt8]

    /// Whether a text holds nothing but well-formed UTF-8 that libyaml takes for words and line feeds.
    static func arePlain(_ bytes: ArraySlice<UInt8>) -> Bool {
        // Every byte is looked at: without a branch the loop is fast.
        var (all, unusual) = (UInt8(0), UInt8(0))
        for byte in bytes {
            all |= byte
            unusual |= (byte < 0x20 ? 1 : 0) & (byte != UInt8(ascii: "\n") ? 1 : 0) | (byte == 0x7F ? 1 : 0)
        }
        if unusual != 0 { return false }
        if all < 0x80 { return true }
        guard let text = String(validating: bytes, as: UTF8.self) else { return false }
        // Line ends beyond ASCII, control characters, byte order marks and what is no character.
        return !text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x80...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
            default: false
            }
        }
    }

    /// The first place from one on that holds no blank.
    func passBlanks(from start: Int, end: Int) -> Int {
        var index = start
        while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
        return index
    }

    /// The name at a place: letters, digits, hyphens and underscores before a colon that ends a word.
    func name(at start: Int, end: Int) -> Located<String>? {
        guard start < end, Self.isWordByte(bytes[start]) else { return nil }
        var index = start + 1
        // libyaml looks for the colon within 1024 characters.
        let limit = min(end, start + 128)
        while index < limit, Self.isWordByte(bytes[index]) || bytes[index] == UInt8(ascii: "-") { index += 1 }
        guard index < limit, bytes[index] == UInt8(ascii: ":"),
            index + 1 == end || bytes[index + 1] == UInt8(ascii: " ")
        else { return nil }
        return text(start..<index)
    }

    /// A value with nothing but blanks behind it; nil when it is not plain.
    func value(_ range: Range<Int>) -> YAMLNode? {
        switch bytes[range.lowerBound] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            guard let value = quoted(range), isBlank(value.range.upperBound..<range.upperBound) else {
                return nil
            }
            return .scalar(value)
        case UInt8(ascii: "["): return list(range)
        case let first where Self.isIndicator(first): return nil
        default: return unquoted(range).map(YAMLNode.scalar)
        }
    }

    /// A text in quotation marks, in which nothing is escaped.
    private func quoted(_ range: Range<Int>) -> Located<String>? {
        let mark = bytes[range.lowerBound]
        var index = range.lowerBound + 1
        while index < range.upperBound, bytes[index] != mark, bytes[index] != UInt8(ascii: "\\") {
            index += 1
        }
        guard index < range.upperBound, bytes[index] == mark,
            index + 1 == range.upperBound || bytes[index + 1] != mark
        else { return nil }
        let words = range.lowerBound + 1..<index
        return Located(
            String(decoding: bytes[words], as: UTF8.self),
            at: range.lowerBound..<index + 1
        )
    }

    private func unquoted(_ range: Range<Int>) -> Located<String>? {
        var end = range.upperBound
        while bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        var previous = UInt8(0)
        for index in range.lowerBound..<end {
            let byte = bytes[index]
            // A colon before a blank makes a name of what is before it, a number sign after one begins a comment.
            if previous == UInt8(ascii: ":"), byte == UInt8(ascii: " ") { return nil }
            if previous == UInt8(ascii: " "), byte == UInt8(ascii: "#") { return nil }
            previous = byte
        }
        return previous == UInt8(ascii: ":") ? nil : text(range.lowerBound..<end)
    }

    /// A list in brackets of quoted texts and of words.
    private func list(_ range: Range<Int>) -> YAMLNode? {
        let end = range.upperBound
        var items: [YAMLNode] = []
        var index = passBlanks(from: range.lowerBound + 1, end: end)
        var isAtEnd = index < end && bytes[index] == UInt8(ascii: "]")
        while !isAtEnd {
            guard index < end, let item = item(index..<end) else { return nil }
            items.append(.scalar(item))
            index = passBlanks(from: item.range.upperBound, end: end)
            guard index < end else { return nil }
            isAtEnd = bytes[index] == UInt8(ascii: "]")
            guard isAtEnd || bytes[index] == UInt8(ascii: ",") else { return nil }
            if !isAtEnd { index = passBlanks(from: index + 1, end: end) }
        }
        return isBlank(index + 1..<end) ? .sequence(items, range: range) : nil
    }

    private func item(_ range: Range<Int>) -> Located<String>? {
        let first = bytes[range.lowerBound]
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return quoted(range) }
        guard Self.isWordByte(first) else { return nil }
        var end = range.lowerBound
        for index in range {
            let byte = bytes[index]
            if Self.isWordByte(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") {
                end = index + 1
            } else if byte != UInt8(ascii: " ") {
                break
            }
        }
        return text(range.lowerBound..<end)
    }

    private func text(_ range: Range<Int>) -> Located<String> {
        Located(String(decoding: bytes[range], as: UTF8.self), at: range)
    }

    private func isBlank(_ range: Range<Int>) -> Bool {
        bytes[range].allSatisfy { $0 == UInt8(ascii: " ") }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    /// What a text that is not quoted may not begin with, or not everywhere (YAML 1.2.2, section 5.3).
    private static func isIndicator(_ byte: UInt8) -> Bool {
        "-?:,[]{}#&*!|>'\"%@`".utf8.contains(byte)
    }
}
