import Encodings

/// An entity or numeric character reference as typed (CommonMark 0.30, section 2.5).
struct Entity {
    private enum Kind {
        case named(ArraySlice<UInt8>)
        case numeric(value: Int)
    }

    /// The length in bytes, from `&` to `;`.
    let typedLength: Int
    private let kind: Kind
    private let following: UInt8?

    /// Reads anything in the form of a reference; HTML need not know the name.
    init?(in text: [UInt8], at start: Int) {
        // The longest name has 31 letters.
        let limit = min(start + 34, text.count)
        var index = start + 1
        guard index < limit else { return nil }
        if text[index] == .hash {
            index += 1
            let isHexadecimal = index < limit && text[index] | 0x20 == UInt8(ascii: "x")
            if isHexadecimal { index += 1 }
            let digits = index
            var value = 0
            while index < limit, let digit = Hexadecimal.value(of: text[index]), isHexadecimal || digit < 10 {
                value = min(value * (isHexadecimal ? 16 : 10) + Int(digit), 0x11_0000)
                index += 1
            }
            guard (1...(isHexadecimal ? 6 : 7)).contains(index - digits) else { return nil }
            kind = .numeric(value: value)
        } else {
            while index < limit, text[index].isLetter || text[index].isDigit { index += 1 }
            kind = .named(text[start + 1..<index])
        }
        guard index < limit, index > start + 1, text[index] == .semicolon else { return nil }
        typedLength = index + 1 - start
        following = index + 1 < text.count ? text[index + 1] : nil
    }

    /// The character of a numeric reference; nil for a name, for zero, and for a number that is no character.
    var scalar: Unicode.Scalar? {
        guard case .numeric(let value) = kind, value > 0 else { return nil }
        return UInt32(exactly: value).flatMap(Unicode.Scalar.init)
    }

    /// The length of its resolution in the words, in bytes; 0 for an unknown name, which stays as typed.
    func length(in words: Span<UInt8>, at index: Int) -> Int {
        guard index < words.count else { return 0 }
        let first = words[index]
        switch kind {
        case .numeric(value: 0x26): return 1
        case .named(let name) where name.elementsEqual("amp".utf8) || name.elementsEqual("AMP".utf8): return 1
        default: break
        }
        guard first != .ampersand else { return 0 }
        let length = min(UTF8Sequence.length(startingWith: first), words.count - index)
        guard case .named = kind, index + length < words.count else { return length }
        return length + secondScalarLength(in: words, at: index + length)
    }

    /// Whether it can stand for `>` or a blank.
    func canMean(_ byte: UInt8) -> Bool {
        switch kind {
        case .numeric(let value): value == Int(byte)
        case .named(let name): ["gt", "GT", "Tab"].contains { name.elementsEqual($0.utf8) }
        }
    }

    /// The length of the second character of a name that stands for two. It is hardly ever typed otherwise.
    private func secondScalarLength(in words: Span<UInt8>, at index: Int) -> Int {
        let length = UTF8Sequence.length(startingWith: words[index])
        guard index + length <= words.count, words[index] != following else { return 0 }
        let scalar = (0..<length).map { words[index + $0] }
        return Self.secondScalars.contains(scalar) ? length : 0
    }

    private static let secondScalars: Set<[UInt8]> = Set(
        ["\u{338}", "\u{20D2}", "\u{FE00}", "\u{333}", "\u{331}", "\u{20E5}", "\u{200A}", "j"].map {
            Array($0.utf8)
        }
    )
}
