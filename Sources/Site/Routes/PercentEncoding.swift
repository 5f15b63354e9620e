/// Percent-encoding as in RFC 3986.
enum PercentEncoding {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// A path with everything encoded but unreserved characters and `/`.
    static func path(_ path: String) -> String { encode(path, keeping: "-._~/") }

    /// A single component: of a path, a query or a fragment.
    static func component(_ text: String) -> String { encode(text, keeping: "-._~") }

    /// `%` and the byte's two hexadecimal digits.
    static func triplet(_ byte: UInt8) -> [UInt8] {
        [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static func encode(_ text: String, keeping kept: StaticString) -> String {
        kept.withUTF8Buffer { kept in
            func isKept(_ byte: UInt8) -> Bool {
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: kept.contains(byte)
                }
            }
            if text.utf8.allSatisfy(isKept) { return text }
            let encoded = text.utf8.flatMap { isKept($0) ? [$0] : triplet($0) }
            return String(decoding: encoded, as: UTF8.self)
        }
    }
}
