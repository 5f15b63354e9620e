/// An error in JSON text, with its offset.
package struct JSONProblem: Error, Hashable, Sendable {
    /// The problem, in one sentence without a full stop.
    package let message: String
    /// The offset in bytes, counted from 0.
    package let offset: Int
    /// Whether the text ends within a value, and could be the beginning of valid JSON.
    package let isCutOff: Bool
}

extension JSONValue {
    /// Parses one value strictly by RFC 8259. An object with the same name twice is an error.
    ///
    /// Numbers with a fraction or an exponent are errors, because Assay never writes them.
    /// - Parameters:
    ///   - depth: the deepest nesting of arrays and objects.
    ///   - leniently: whether what other programs write is taken: of a number with a fraction the whole part, of a name that is there twice the
    ///     first value, and U+FFFD for what is no character.
    package init(parsing bytes: [UInt8], depth: Int = 32, leniently: Bool = false) throws(JSONProblem) {
        var reader = JSONReader(bytes: bytes, isLenient: leniently)
        self = try reader.document(depth: depth)
    }

    /// The value of a member; nil if there is none, or this is no object.
    package subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The text of a string.
    package var string: String? { if case .string(let text) = self { text } else { nil } }

    /// The elements of an array; none of anything else.
    package var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

    /// The members of an object; none of anything else.
    package var members: [Member] { if case .object(let members) = self { members } else { [] } }
}

/// A parser of one value at the start of some bytes.
private struct JSONReader {
    let bytes: [UInt8]
    let isLenient: Bool
    var position = 0

    init(bytes: [UInt8], isLenient: Bool) {
        self.bytes = bytes
        self.isLenient = isLenient
    }

    mutating func document(depth: Int) throws(JSONProblem) -> JSONValue {
        let result = try value(depth: depth)
        skipBlanks()
        if position < bytes.count { throw problem("there is something after the value") }
        return result
    }

    private mutating func value(depth: Int) throws(JSONProblem) -> JSONValue {
        skipBlanks()
        guard let byte = peek else { throw cutOff() }
        switch byte {
        case UInt8(ascii: "{"): return .object(try members(depth: depth))
        case UInt8(ascii: "["): return .array(try elements(depth: depth))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .integer(try integer())
        default: throw problem("here a value was expected")
        }
    }

    private mutating func members(depth: Int) throws(JSONProblem) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        var names: Set<String> = []
        try list(close: UInt8(ascii: "}"), depth: depth) { (reader) throws(JSONProblem) in
            reader.skipBlanks()
            let start = reader.position
            guard let byte = reader.peek else { throw reader.cutOff() }
            guard byte == UInt8(ascii: "\"") else { throw reader.problem("here a name was expected") }
            let name = try reader.string()
            let isNew = names.insert(name).inserted
            guard isNew || reader.isLenient else {
                throw JSONProblem(message: "`\(name)` is there twice", offset: start, isCutOff: false)
            }
            reader.skipBlanks()
            try reader.take(UInt8(ascii: ":"))
            let value = try reader.value(depth: depth - 1)
            if isNew { members.append(.init(name, value)) }
        }
        return members
    }

    private mutating func elements(depth: Int) throws(JSONProblem) -> [JSONValue] {
        var elements: [JSONValue] = []
        try list(close: UInt8(ascii: "]"), depth: depth) { (reader) throws(JSONProblem) in
            elements.append(try reader.value(depth: depth - 1))
        }
        return elements
    }

    private mutating func list(
        close: UInt8,
        depth: Int,
        _ element: (inout JSONReader) throws(JSONProblem) -> Void
    ) throws(JSONProblem) {
        guard depth > 0 else { throw problem("too many values stand in each other") }
        position += 1
        skipBlanks()
        if peek == close {
            position += 1
            return
        }
        while true {
            try element(&self)
            skipBlanks()
            if peek == close {
                position += 1
                return
            }
            try take(UInt8(ascii: ","))
        }
    }

    private mutating func integer() throws(JSONProblem) -> Int {
        let start = position
        if peek == UInt8(ascii: "-") { position += 1 }
        while let byte = peek, (0x30...0x39).contains(byte) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        let isPadded = text.count > 1 && text.hasPrefix("0") || text.count > 2 && text.hasPrefix("-0")
        let isFraction = peek.map { [0x2E, 0x45, 0x65].contains($0) } ?? false
        if isLenient, !isPadded, text != "-", !text.isEmpty, isFraction || Int(text) == nil {
            return wholePart(from: start)
        }
        guard let number = Int(text), !isPadded, !isFraction else {
            throw JSONProblem(message: "only whole numbers are used here", offset: start, isCutOff: false)
        }
        return number
    }

    /// The whole part of a number with a fraction, an exponent, or more digits than are counted with.
    private mutating func wholePart(from start: Int) -> Int {
        while let byte = peek, (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte) {
            position += 1
        }
        let number = Double(String(decoding: bytes[start..<position], as: UTF8.self)) ?? 0
        return Int(exactly: number.rounded(.towardZero)) ?? (number < 0 ? .min : .max)
    }

    private mutating func string() throws(JSONProblem) -> String {
        let start = position
        position += 1
        var content: [UInt8] = []
        while true {
            guard let byte = peek else { throw cutOff() }
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: content, as: UTF8.self) else {
                    if isLenient { return String(decoding: content, as: UTF8.self) }
                    throw JSONProblem(message: "this text is not UTF-8", offset: start, isCutOff: false)
                }
                return text
            case UInt8(ascii: "\\"): content += UTF8.encode(try escape()).map(Array.init) ?? []
            case 0..<0x20:
                position -= 1
                throw problem("a control character stands in a text")
            default: content.append(byte)
            }
        }
    }

    private mutating func escape() throws(JSONProblem) -> Unicode.Scalar {
        guard let byte = peek else { throw cutOff() }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default:
            position -= 1
            throw problem("there is no such escape")
        }
    }

    private mutating func unicodeEscape() throws(JSONProblem) -> Unicode.Scalar {
        let first = try fourDigits()
        if let scalar = Unicode.Scalar(first) { return scalar }
        let goesOn = bytes[position...].prefix(2).elementsEqual([UInt8(ascii: "\\"), UInt8(ascii: "u")])
        if isLenient, !goesOn || first >= 0xDC00 { return "\u{FFFD}" }
        let second = position
        try take(UInt8(ascii: "\\"))
        try take(UInt8(ascii: "u"))
        let last = try fourDigits()
        guard (0xD800..<0xDC00).contains(first), (0xDC00..<0xE000).contains(last),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (last - 0xDC00))
        else {
            guard isLenient else { throw problem("this is half of a surrogate pair") }
            // What follows is a character of its own.
            position = second
            return "\u{FFFD}"
        }
        return scalar
    }

    private mutating func fourDigits() throws(JSONProblem) -> UInt32 {
        guard position + 4 <= bytes.count else { throw cutOff() }
        let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
        guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }), let number = UInt32(digits, radix: 16)
        else { throw problem("here four hexadecimal digits were expected") }
        position += 4
        return number
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONProblem) -> JSONValue {
        let rest = bytes[position...].prefix(word.utf8.count)
        if rest.elementsEqual(word.utf8) {
            position += word.utf8.count
            return value
        }
        if rest.count < word.utf8.count, word.utf8.starts(with: rest) { throw cutOff() }
        throw problem("here a value was expected")
    }

    private mutating func take(_ wanted: UInt8) throws(JSONProblem) {
        guard let byte = peek else { throw cutOff() }
        guard byte == wanted else {
            throw problem("here `\(Character(Unicode.Scalar(wanted)))` was expected")
        }
        position += 1
    }

    private mutating func skipBlanks() {
        while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func problem(_ message: String) -> JSONProblem {
        JSONProblem(message: message, offset: position, isCutOff: false)
    }

    private func cutOff() -> JSONProblem {
        JSONProblem(message: "it stops in the middle", offset: bytes.count, isCutOff: true)
    }
}
