import Encodings

/// The escaper of JSON strings.
struct JSONStringEscaper: Sendable {
    /// Whether `<`, `>` and `&` are escaped too.
    let escapesMarkup: Bool

    /// The number of bytes that are checked together.
    private static let blockSize = 64

    /// Appends a string in its quotation marks.
    /// - Parameter text: valid UTF-8.
    func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        // Most bytes need no escape, and copying them in runs is many times faster than one at a time.
        var start = 0
        var position = plainEnd(of: text, from: 0)
        while position < text.count {
            let length = length(ofScalarWith: text[position])
            if let escaped = escapedScalar(text[position..<min(position + length, text.count)]) {
                output.append(contentsOf: text[start..<position])
                Self.append(escaped, to: &output)
                start = min(position + length, text.count)
            }
            position = plainEnd(of: text, from: min(position + length, text.count))
        }
        output.append(contentsOf: text[start...])
        output.append(UInt8(ascii: "\""))
    }

    /// The index of the first byte from `start` on that may begin an escaped character.
    private func plainEnd(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var position = start
        while position < text.count {
            let end = min(position &+ Self.blockSize, text.count)
            guard isPlain(text, position..<end) else { break }
            position = end
        }
        while position < text.count, isPlain(text, position..<position + 1) { position += 1 }
        return position
    }

    /// Whether bytes need no escape, whatever comes before and after. The C1 controls begin with 0xC2, U+2028
    /// and U+2029 with 0xE2.
    private func isPlain(_ text: UnsafeBufferPointer<UInt8>, _ places: Range<Int>) -> Bool {
        let escapedMarkup: UInt8 = escapesMarkup ? 1 : 0
        var marks: UInt8 = 0
        for place in places {
            let byte = text[place]
            // Two sums and no branch: so the compiler vectorises the loop, sixteen bytes at once.
            let always: UInt8 =
                (byte < 0x20 ? 1 : 0) | (byte == UInt8(ascii: "\"") ? 1 : 0)
                | (byte == UInt8(ascii: "\\") ? 1 : 0)
                | (byte == 0x7F ? 1 : 0) | (byte == 0xC2 ? 1 : 0) | (byte == 0xE2 ? 1 : 0)
            let markup: UInt8 =
                (byte == UInt8(ascii: "<") ? 1 : 0) | (byte == UInt8(ascii: ">") ? 1 : 0)
                | (byte == UInt8(ascii: "&") ? 1 : 0)
            marks |= always | markup & escapedMarkup
        }
        return marks == 0
    }

    /// The length of a scalar whose first byte is not plain.
    private func length(ofScalarWith first: UInt8) -> Int { first < 0x80 ? 1 : first == 0xC2 ? 2 : 3 }

    /// The value of a scalar that must be escaped; nil if it needs no escape.
    ///
    /// Some are escaped beyond the need of RFC 8259: a terminal obeys DEL and the C1 controls, and U+2028 and
    /// U+2029 end a line in older JavaScript.
    private func escapedScalar(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt16? {
        let second = bytes.dropFirst().first
        switch (bytes[bytes.startIndex], second, bytes.dropFirst(2).first) {
        case (0xC2, let second?, _): return second < 0xA0 ? UInt16(second) : nil
        case (0xE2, 0x80, let third?): return third == 0xA8 || third == 0xA9 ? 0x1F80 + UInt16(third) : nil
        case (let first, nil, nil): return first < 0x80 ? UInt16(first) : nil
        default: return nil
        }
    }

    /// Appends a scalar's short escape, or else `\uXXXX`: all escaped scalars lie in the Basic Multilingual
    /// Plane.
    private static func append(_ scalar: UInt16, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\\"))
        switch scalar {
        case 0x22, 0x5C: output.append(UInt8(scalar))
        case 0x0A: output.append(UInt8(ascii: "n"))
        case 0x0D: output.append(UInt8(ascii: "r"))
        case 0x09: output.append(UInt8(ascii: "t"))
        default:
            output.append(UInt8(ascii: "u"))
            for shift in [12, 8, 4, 0] as [UInt16] {
                output.append(Hexadecimal.digit(UInt8(scalar >> shift & 0xF)))
            }
        }
    }
}
