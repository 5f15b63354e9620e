/// The bytes that Markdown gives a meaning to.
extension UInt8 {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let backslash = UInt8(ascii: "\\")
    static let backtick = UInt8(ascii: "`")
    static let ampersand = UInt8(ascii: "&")
    static let semicolon = UInt8(ascii: ";")
    static let comma = UInt8(ascii: ",")
    static let colon = UInt8(ascii: ":")
    static let hash = UInt8(ascii: "#")
    static let pipe = UInt8(ascii: "|")
    static let hyphen = UInt8(ascii: "-")
    static let at = UInt8(ascii: "@")
    static let tilde = UInt8(ascii: "~")
    static let asterisk = UInt8(ascii: "*")
    static let equals = UInt8(ascii: "=")
    static let caret = UInt8(ascii: "^")
    static let exclamation = UInt8(ascii: "!")
    static let quotationMark = UInt8(ascii: "\"")
    static let less = UInt8(ascii: "<")
    static let greater = UInt8(ascii: ">")
    static let openingBracket = UInt8(ascii: "[")
    static let closingBracket = UInt8(ascii: "]")
    static let openingParenthesis = UInt8(ascii: "(")
    static let closingParenthesis = UInt8(ascii: ")")

    var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }
    var isBlank: Bool { self == .space || self == .tab }
    var isBlankOrLineEnd: Bool { isBlank || isLineEnd }

    /// ASCII punctuation (CommonMark 0.30, section 2.1): what a backslash escapes.
    var isPunctuation: Bool {
        switch self {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}

extension Collection<UInt8> {
    /// Whether one of two bytes occurs. Every byte is looked at: without a branch the loop is many times faster.
    func holds(_ first: UInt8, or second: UInt8) -> Bool {
        let held = withContiguousStorageIfAvailable { $0.holds(first, or: second) }
        return held ?? contains { $0 == first || $0 == second }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether one of two bytes occurs.
    func holds(_ first: UInt8, or second: UInt8) -> Bool {
        var found = UInt8(0)
        for byte in self {
            let isFirst: UInt8 = byte == first ? 1 : 0
            let isSecond: UInt8 = byte == second ? 1 : 0
            found |= isFirst | isSecond
        }
        return found != 0
    }

    /// Whether two bytes stand beside each other. Here too every byte is looked at.
    func holdsPair(_ first: UInt8, _ second: UInt8, ignoringCase: UInt8 = 0) -> Bool {
        guard count > 1 else { return false }
        var found = UInt8(0)
        for index in 1..<count {
            let isFirst: UInt8 = self[index - 1] | ignoringCase == first ? 1 : 0
            let isSecond: UInt8 = self[index] | ignoringCase == second ? 1 : 0
            found |= isFirst & isSecond
        }
        return found != 0
    }
}

/// A set of ASCII characters.
struct ByteSet {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    mutating func insert(_ byte: UInt8) {
        if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
    }

    func contains(_ byte: UInt8) -> Bool {
        byte < 0x80 && (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 != 0
    }
}

extension Span<UInt8> {
    /// The index of the first byte from `start` on that is in a set; the end if there is none.
    func firstIndex(from start: Int, of set: ByteSet) -> Int {
        withUnsafeBufferPointer { bytes in
            var index = start
            while index < bytes.count, !set.contains(bytes[index]) { index += 1 }
            return index
        }
    }

    /// Whether one of two bytes occurs.
    func holds(_ first: UInt8, or second: UInt8) -> Bool {
        withUnsafeBufferPointer { $0.holds(first, or: second) }
    }

    /// Whether a byte occurs that has to be escaped in HTML.
    var needsEscaping: Bool {
        withUnsafeBufferPointer { bytes in
            bytes.reduce(into: UInt8(0)) { found, byte in
                found |= (byte == .ampersand ? 1 : 0) | (byte == .less ? 1 : 0)
                found |= (byte == .greater ? 1 : 0) | (byte == .quotationMark ? 1 : 0)
            } != 0
        }
    }

    /// The index of the first control byte (below 0x20) from `start` on, found eight bytes a step.
    func firstControl(from start: Int) -> Int? {
        withUnsafeBytes { bytes in
            var index = start
            while index + 8 <= bytes.count {
                // A byte below 0x20 borrows from its highest bit (Sean Anderson's "Determine if a word has a byte less than n").
                let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080 != 0 { break }
                index += 8
            }
            while index < bytes.count {
                if bytes[index] < .space { return index }
                index += 1
            }
            return nil
        }
    }

    /// Whether the bytes equal those of a span of the same length. Here too every byte is looked at.
    func equals(_ others: Span<UInt8>) -> Bool {
        withUnsafeBufferPointer { bytes in
            others.withUnsafeBufferPointer { others in
                var difference = UInt8(0)
                for index in 0..<Swift.min(bytes.count, others.count) {
                    difference |= bytes[index] ^ others[index]
                }
                return difference == 0 && bytes.count == others.count
            }
        }
    }
}

/// UTF-8 sequences (Unicode 15, table 3-7).
enum UTF8Sequence {
    /// The length of the well-formed sequence at an index, or 0.
    static func length(in bytes: [UInt8], at index: Int) -> Int {
        func continues(_ distance: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            index + distance < bytes.count && range.contains(bytes[index + distance])
        }
        switch bytes[index] {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: return continues(1) ? 2 : 0
        case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : 0
        case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : 0
        case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
        case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : 0
        case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
        case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : 0
        default: return 0
        }
    }

    /// The length that a sequence's first byte announces, in text that is known to be UTF-8.
    static func length(startingWith byte: UInt8) -> Int {
        switch byte {
        case 0xC0...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xFF: 4
        default: 1
        }
    }
}
