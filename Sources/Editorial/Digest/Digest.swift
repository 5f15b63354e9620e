import Crypto

/// The SHA-256 of some bytes: what names a line of a journal, and a text that was judged.
public struct Digest: Hashable, Sendable {
    /// 64 hexadecimal digits, in lower case.
    public let hexadecimal: String

    /// The digest of bytes.
    public init(of bytes: some Sequence<UInt8>) {
        let digits = Array("0123456789abcdef".utf8)
        let hash = SHA256.hash(data: Array(bytes))
        hexadecimal = String(
            decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
            as: UTF8.self
        )
    }

    /// Reads 64 hexadecimal digits in lower case; nil for anything else.
    public init?(_ text: String) {
        let isDigest =
            text.utf8.count == 64
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        guard isDigest else { return nil }
        hexadecimal = text
    }

    /// Enough of it to tell two apart in a list: 12 digits.
    public var short: String { String(hexadecimal.prefix(12)) }
}

extension Digest: CustomStringConvertible {
    /// The hexadecimal digits.
    public var description: String { hexadecimal }
}
