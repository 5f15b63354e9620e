/// Percent-encoding as in RFC 3986.
package enum PercentEncoding {
    /// Bytes that stay as they are: one bit for each ASCII character.
    private struct Kept {
        private var low: UInt64 = 0
        private var high: UInt64 = 0

        init(_ marks: String) {
            let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
            for byte in (letters + marks).utf8 {
                if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
            }
        }

        func contains(_ byte: UInt8) -> Bool {
            switch byte {
            case 0..<64: low >> UInt64(byte) & 1 == 1
            case 64..<128: high >> UInt64(byte - 64) & 1 == 1
            default: false
            }
        }
    }

    private static let keptInPath = Kept("-._~/")
    private static let keptInComponent = Kept("-._~")
    private static let keptInTerm = Kept("._~")

    /// A path with everything encoded but unreserved characters and `/`.
    package static func path(_ path: String) -> String { encode(path, keeping: keptInPath) }

    /// A single component: of a path, a query or a fragment.
    package static func component(_ text: String) -> String { encode(text, keeping: keptInComponent) }

    /// A term of a text directive, in which `-` has a meaning of its own.
    package static func term(_ text: String) -> String { encode(text, keeping: keptInTerm) }

    /// Whether a byte stays as it is everywhere (section 2.3): letters, digits, and four marks.
    package static func isUnreserved(_ byte: UInt8) -> Bool { keptInComponent.contains(byte) }

    /// Appends `%` and a byte's two hexadecimal digits.
    package static func append(_ byte: UInt8, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "%"))
        output.append(Hexadecimal.upperDigit(byte >> 4))
        output.append(Hexadecimal.upperDigit(byte & 15))
    }

    private static func encode(_ text: String, keeping kept: Kept) -> String {
        if text.utf8.allSatisfy(kept.contains) { return text }
        var encoded: [UInt8] = []
        encoded.reserveCapacity(text.utf8.count * 3)
        for byte in text.utf8 {
            if kept.contains(byte) { encoded.append(byte) } else { append(byte, to: &encoded) }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}

extension PercentEncoding {
    /// The bytes that an encoded text stands for; nil when a percent sign has no two digits.
    package static func decoded(_ text: some Collection<UInt8>) -> [UInt8]? { decode(text) { nil } }

    /// The bytes that an encoded text stands for; a percent sign without two digits stays.
    package static func decodedLeniently(_ text: some Collection<UInt8>) -> [UInt8] {
        decode(text) { UInt8(ascii: "%") } ?? []
    }

    /// - Parameter stray: the byte for a percent sign without two digits; nil to give up.
    private static func decode(_ text: some Collection<UInt8>, _ stray: () -> UInt8?) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = Array(text)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2).compactMap(Hexadecimal.value)
            if digits.count == 2 {
                bytes.append(digits[0] << 4 | digits[1])
                rest = rest.dropFirst(2)
            } else if let stray = stray() {
                bytes.append(stray)
            } else {
                return nil
            }
        }
        return bytes
    }
}
