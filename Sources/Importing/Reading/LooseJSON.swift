import Diagnostics

/// A parser for JSON as it stands in real pages: quotation marks without a backslash, line breaks in texts, commas too many or too
/// few, comments, names without quotation marks, and an end in the middle of it.
///
/// Valid JSON is read as what it is. A number with a fraction becomes a text, because `JSONValue` has whole numbers only.
struct LooseJSON {
    /// What was mended, in words.
    private(set) var repairs: [String: Int] = [:]
    /// Whether the text stops in the middle.
    private(set) var isCutOff = false
    private let bytes: [UInt8]
    private var position: Int
    private let end: Int

    /// Reads values one after the other, from a part of some bytes in UTF-8.
    init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
        self.bytes = bytes
        position = range?.lowerBound ?? 0
        end = range?.upperBound ?? bytes.count
        if bytes[position..<end].starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
    }

    /// The next value; nil where there is none.
    mutating func next() -> JSONValue? {
        while true {
            skipBlanks()
            passMarks()
            guard let byte = peek else { return nil }
            if let value = value(depth: ImportLimits.depth) { return value }
            // What is no value is passed, and so is what closes nothing.
            repair("something between the values")
            if peek == byte || peek == nil { position = min(position + 1, end) }
            skipToValue()
        }
    }

    /// Passes the marks of HTML and XML that some pages put around their data.
    private mutating func passMarks() {
        for mark in ["<![CDATA[", "<!--", "]]>", "-->"] where bytes[position..<end].starts(with: mark.utf8) {
            repair("marks of HTML around the data")
            position += mark.utf8.count
            skipBlanks()
        }
    }

    private var peek: UInt8? { position < end ? bytes[position] : nil }

    private mutating func repair(_ what: String) { repairs[what, default: 0] += 1 }

    private mutating func skipToValue() {
        while let byte = peek, byte != UInt8(ascii: "{"), byte != UInt8(ascii: "[") { position += 1 }
    }

    private mutating func value(depth: Int) -> JSONValue? {
        skipBlanks()
        guard let byte = peek, depth > 0 else { return nil }
        switch byte {
        case UInt8(ascii: "{"):
            position += 1
            return .object(members(depth: depth))
        case UInt8(ascii: "["):
            position += 1
            return .array(elements(depth: depth))
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(text(byte, endsWith: .value))
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), 0x30...0x39: return number()
        default: return word()
        }
    }

    private mutating func members(depth: Int) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        let close = UInt8(ascii: "}")
        while let byte = nextItem(before: close) {
            guard byte != UInt8(ascii: "]"), let name = name() else {
                passStray(isBracket: byte == UInt8(ascii: "]"))
                break
            }
            skipBlanks()
            if peek == UInt8(ascii: ":") { position += 1 } else { repair("a name without a colon") }
            guard let value = value(depth: depth - 1) else {
                if peek == nil { isCutOff = true } else { skipMember() }
                continue
            }
            if members.contains(where: { $0.name == name }) {
                repair("a name that is there twice")
            } else {
                members.append(.init(name, value))
            }
            closeItem(close)
        }
        return members
    }

    private mutating func elements(depth: Int) -> [JSONValue] {
        var elements: [JSONValue] = []
        let close = UInt8(ascii: "]")
        while let byte = nextItem(before: close) {
            guard byte != UInt8(ascii: "}"), let element = value(depth: depth - 1) else {
                passStray(isBracket: byte == UInt8(ascii: "}"))
                break
            }
            elements.append(element)
            closeItem(close)
        }
        return elements
    }

    /// The first byte of the next item of an object or list; nil at its end, whose bracket is passed.
    private mutating func nextItem(before close: UInt8) -> UInt8? {
        skipBlanks()
        while peek == UInt8(ascii: ",") {
            position += 1
            skipBlanks()
        }
        guard let byte = peek else {
            isCutOff = true
            return nil
        }
        guard byte == close else { return byte }
        position += 1
        return nil
    }

    /// Notes what ends an object or list without its bracket. Another bracket stays, because it may close what is around.
    private mutating func passStray(isBracket: Bool) {
        repair("a bracket that closes nothing")
        if !isBracket { position = min(position + 1, end) }
    }

    /// Passes the comma behind an item, and notes one too many or too few.
    private mutating func closeItem(_ close: UInt8) {
        skipBlanks()
        guard let byte = peek else { return }
        if byte == UInt8(ascii: ",") {
            position += 1
            skipBlanks()
            if peek == close || peek == UInt8(ascii: ",") { repair("a comma too many") }
        } else if byte != close, byte != UInt8(ascii: "}"), byte != UInt8(ascii: "]") {
            repair("a missing comma")
        }
    }

    /// Passes the rest of a member that has no value.
    private mutating func skipMember() {
        repair("a name without a value")
        while let byte = peek, byte != UInt8(ascii: ","), byte != UInt8(ascii: "}") { position += 1 }
    }

    private mutating func name() -> String? {
        guard let byte = peek else { return nil }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return text(byte, endsWith: .name) }
        let start = position
        while let byte = peek, byte != UInt8(ascii: ":"), byte > 0x20, !"{}[],\"".utf8.contains(byte) {
            position += 1
        }
        guard position > start, position - start < 200 else { return nil }
        repair("a name without quotation marks")
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func number() -> JSONValue {
        let start = position
        while let byte = peek, (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if let whole = Int(text) { return .integer(whole) }
        if Double(text) == nil { repair("a number that is none") }
        return .string(text)
    }

    private mutating func word() -> JSONValue? {
        for (word, value) in [("true", JSONValue.bool(true)), ("false", .bool(false)), ("null", .null)]
        where bytes[position..<end].starts(with: word.utf8) {
            position += word.utf8.count
            return value
        }
        let start = position
        while let byte = peek, byte > 0x20, !"{}[],:\"".utf8.contains(byte) { position += 1 }
        guard position > start else { return nil }
        repair("a value without quotation marks")
        return .string(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func skipBlanks() {
        while let byte = peek {
            if byte <= 0x20 {
                position += 1
            } else if byte == UInt8(ascii: "/"), position + 1 < end {
                guard passComment() else { return }
            } else if bytes[position..<end].starts(with: [0xC2, 0xA0]) {
                position += 2
            } else {
                return
            }
        }
    }

    private mutating func passComment() -> Bool {
        switch bytes[position + 1] {
        case UInt8(ascii: "/"):
            while let byte = peek, byte != 0x0A { position += 1 }
        case UInt8(ascii: "*"):
            position += 2
            while position < end, !bytes[position..<end].starts(with: "*/".utf8) { position += 1 }
            position = min(position + 2, end)
        default: return false
        }
        repair("a comment")
        return true
    }
}

// MARK: - Texts

extension LooseJSON {
    private enum Place { case name, value }

    /// Reads a text; a quotation mark ends it only where what follows could follow a text.
    private mutating func text(_ mark: UInt8, endsWith place: Place) -> String {
        if mark == UInt8(ascii: "'") { repair("single quotation marks") }
        var content: [UInt8] = []
        position += 1
        while let byte = peek {
            position += 1
            if byte == mark {
                if endsText(place) { return String(decoding: content, as: UTF8.self) }
                repair("a quotation mark without a backslash")
                content.append(byte)
            } else if byte == UInt8(ascii: "\\") {
                escape(into: &content)
            } else {
                if byte < 0x20 { repair("a line break or tab in a text") }
                content.append(byte < 0x20 ? 0x20 : byte)
            }
        }
        isCutOff = true
        return String(decoding: content, as: UTF8.self)
    }

    /// Whether what follows could follow a text.
    private func endsText(_ place: Place) -> Bool {
        var index = firstVisible(from: position)
        guard index < end else { return true }
        if place == .name { return bytes[index] == UInt8(ascii: ":") }
        switch bytes[index] {
        case UInt8(ascii: "}"), UInt8(ascii: "]"): return true
        case UInt8(ascii: ","):
            index = firstVisible(from: index + 1)
            guard index < end else { return true }
            if bytes[index] == UInt8(ascii: "\"") { return isName(from: index) || isElement(from: index) }
            if isBareName(from: index) { return true }
            return "'{[}]/-".utf8.contains(bytes[index]) || (0x30...0x39).contains(bytes[index])
                || ["true", "false", "null"].contains { bytes[index..<end].starts(with: $0.utf8) }
        case UInt8(ascii: "\""): return isName(from: index)
        case UInt8(ascii: "/"): return true
        default: return false
        }
    }

    private func firstVisible(from start: Int) -> Int {
        var index = start
        while index < end, bytes[index] <= 0x20 { index += 1 }
        return index
    }

    /// The index behind the text that begins at a quotation mark; nil where it is too long for a look ahead.
    private func behindText(from start: Int) -> Int? {
        var index = start + 1
        while index < end, index < start + 400 {
            if bytes[index] == UInt8(ascii: "\\") {
                index += 2
            } else if bytes[index] == UInt8(ascii: "\"") {
                return index + 1
            } else {
                index += 1
            }
        }
        return nil
    }

    private func isName(from start: Int) -> Bool {
        guard let behind = behindText(from: start) else { return false }
        let index = firstVisible(from: behind)
        return index < end && bytes[index] == UInt8(ascii: ":")
    }

    /// Whether a name without quotation marks stands there.
    private func isBareName(from start: Int) -> Bool {
        let name = bytes[start..<min(end, start + 40)].prefix {
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "_")
        }
        return !name.isEmpty && name.endIndex < end && bytes[name.endIndex] == UInt8(ascii: ":")
    }

    private func isElement(from start: Int) -> Bool {
        guard let behind = behindText(from: start) else { return true }
        let index = firstVisible(from: behind)
        return index >= end || bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: "]")
    }

    private mutating func escape(into content: inout [UInt8]) {
        guard let byte = peek else { return }
        position += 1
        switch byte {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "b"):
            content.append(0x20)
        case UInt8(ascii: "u"): unicodeEscape(into: &content)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
        default:
            repair("an escape that there is not")
            content.append(byte)
        }
    }

    private mutating func unicodeEscape(into content: inout [UInt8]) {
        guard let first = fourDigits(at: position) else {
            repair("an escape that there is not")
            return
        }
        position += 4
        var scalar = Unicode.Scalar(first)
        if (0xD800..<0xDC00).contains(first), bytes[position..<end].starts(with: "\\u".utf8),
            let second = fourDigits(at: position + 2), (0xDC00..<0xE000).contains(second)
        {
            scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            position += 6
        }
        if scalar == nil { repair("half of a surrogate pair") }
        content += Array(String(scalar ?? "\u{FFFD}").utf8)
    }

    private func fourDigits(at start: Int) -> UInt32? {
        guard start + 4 <= end else { return nil }
        var value: UInt32 = 0
        for byte in bytes[start..<start + 4] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
            case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
            default: return nil
            }
        }
        return value
    }
}

extension JSONValue {
    /// A text or a number as text; nil for anything else.
    var scalarText: String? {
        switch self {
        case .string(let text): text
        case .integer(let number): "\(number)"
        case .bool(let truth): truth ? "true" : "false"
        default: nil
        }
    }
}
