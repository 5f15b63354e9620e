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

    private static let digits = Array("0123456789ABCDEF".utf8)
    private static let keptInPath = Kept("-._~/")
    private static let keptInComponent = Kept("-._~")
    private static let keptInTerm = Kept("._~")

    /// A path with everything encoded but unreserved characters and `/`.
    package static func path(_ path: String) -> String { encode(path, keeping: keptInPath) }

    /// A single component: of a path, a query or a fragment.
    package static func component(_ text: String) -> String { encode(text, keeping: keptInComponent) }

    /// A term of a text directive, in which `-` has a meaning of its own.
    package static func term(_ text: String) -> String { encode(text, keeping: keptInTerm) }

    /// `%` and the byte's two hexadecimal digits.
    static func triplet(_ byte: UInt8) -> [UInt8] {
        [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static func encode(_ text: String, keeping kept: Kept) -> String {
        if text.utf8.allSatisfy(kept.contains) { return text }
        var encoded: [UInt8] = []
        encoded.reserveCapacity(text.utf8.count * 3)
        for byte in text.utf8 {
            if kept.contains(byte) {
                encoded.append(byte)
            } else {
                encoded.append(UInt8(ascii: "%"))
                encoded.append(digits[Int(byte >> 4)])
                encoded.append(digits[Int(byte & 15)])
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}
