/// The marks of Assay's own syntax in a piece of text. Nearly all pieces hold none, and are written as they
/// are.
struct LeafMarks: OptionSet {
    let rawValue: UInt8

    /// `[` or `]`.
    static let brackets = LeafMarks(rawValue: 1)
    /// `~`.
    static let tildes = LeafMarks(rawValue: 2)
    /// `@`.
    static let ats = LeafMarks(rawValue: 4)
    /// `://` or `www.`.
    static let addresses = LeafMarks(rawValue: 8)
    /// `==`.
    static let equals = LeafMarks(rawValue: 16)
    /// An asterisk between two letters or digits.
    static let inWord = LeafMarks(rawValue: 32)
    /// `<`.
    static let tags = LeafMarks(rawValue: 64)

    /// The marks that are searched for while text is written.
    static let inText: LeafMarks = [.brackets, .tildes, .ats, .addresses, .equals]

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The wanted marks that occur in some bytes.
    init(in bytes: ArraySlice<UInt8>, among wanted: LeafMarks) {
        self = wanted.isEmpty ? [] : bytes.withUnsafeBufferPointer { LeafMarks(in: $0, among: wanted) }
    }

    private init(in bytes: UnsafeBufferPointer<UInt8>, among wanted: LeafMarks) {
        self = []
        if wanted.contains(.brackets), bytes.holds(.openingBracket, or: .closingBracket) {
            insert(.brackets)
        }
        if wanted.contains(.tags), bytes.holds(.less, or: .less) { insert(.tags) }
        if wanted.contains(.tildes), bytes.holds(.tilde, or: .tilde) { insert(.tildes) }
        if wanted.contains(.ats), bytes.holds(.at, or: .at) { insert(.ats) }
        if wanted.contains(.addresses), Self.holdsAddress(bytes) { insert(.addresses) }
        if wanted.contains(.equals), bytes.holdsPair(.equals, .equals) { insert(.equals) }
        if wanted.contains(.inWord), bytes.holds(.asterisk, or: .asterisk), Self.holdsInWord(bytes) {
            insert(.inWord)
        }
    }

    private static func holdsAddress(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let (slash, w) = (UInt8(ascii: "/"), UInt8(ascii: "w"))
        if bytes.holdsPair(slash, slash), bytes.holds(.colon, or: .colon) { return true }
        guard bytes.count >= 4, bytes.holdsPair(w, w, ignoringCase: 0x20) else { return false }
        for index in 3..<bytes.count where bytes[index] == UInt8(ascii: ".") {
            if bytes[index - 1] | 0x20 == w, bytes[index - 2] | 0x20 == w, bytes[index - 3] | 0x20 == w {
                return true
            }
        }
        return false
    }

    /// The bytes at which one of the marks can stand in text.
    var bytes: ByteSet {
        var bytes = ByteSet()
        if contains(.brackets) {
            bytes.insert(.openingBracket)
            bytes.insert(.closingBracket)
        }
        if contains(.tildes) { bytes.insert(.tilde) }
        if contains(.ats) { bytes.insert(.at) }
        if contains(.equals) { bytes.insert(.equals) }
        if contains(.addresses) {
            for first in "hHwW".utf8 { bytes.insert(first) }
        }
        return bytes
    }

    private static func holdsInWord(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard bytes[index] == .asterisk else {
                index += 1
                continue
            }
            let start = index
            while index < bytes.endIndex, bytes[index] == .asterisk { index += 1 }
            if start > bytes.startIndex, index < bytes.endIndex, isWord(bytes[start - 1]),
                isWord(bytes[index])
            {
                return true
            }
        }
        return false
    }

    /// Whether a byte is of a letter or digit of a script with blanks between words: ASCII, Latin to
    /// Cyrillic.
    static func isWord(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || (0xC3...0xD4).contains(byte)
    }
}
