import Digests
import Encodings

/// A digest with the name of its algorithm, as in `WARC-Payload-Digest`.
package struct WARCDigest: Hashable, Sendable, CustomStringConvertible {
    /// The algorithms that can be checked here.
    package enum Algorithm: String, Hashable, Sendable {
        case sha1, sha256, sha512

        /// The number of bytes of a digest.
        var byteCount: Int {
            switch self {
            case .sha1: 20
            case .sha256: 32
            case .sha512: 64
            }
        }
    }

    /// The algorithm.
    package let algorithm: Algorithm
    /// The bytes of the digest.
    package let bytes: [UInt8]

    /// The SHA-256 of some bytes.
    package init(sha256 content: [UInt8]) {
        algorithm = .sha256
        bytes = Self.hash(.sha256, content)
    }

    /// Reads `sha256:` or `sha-256:` and hexadecimal digits or base32 in either case, with or without padding.
    ///
    /// - Returns: nil for another algorithm or anything that is no digest.
    package init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let name = text[..<colon].lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
        guard let algorithm = Algorithm(rawValue: name) else { return nil }
        let digits = text[text.index(after: colon)...].utf8.filter { $0 != UInt8(ascii: "=") && $0 > 0x20 }
        let bytes =
            digits.count == algorithm.byteCount * 2
            ? Self.hexadecimal(digits) : Base32.decoded(digits)
        guard let bytes, bytes.count == algorithm.byteCount else { return nil }
        self.algorithm = algorithm
        self.bytes = bytes
    }

    /// Whether the digest is that of some bytes.
    package func matches(_ content: [UInt8]) -> Bool { Self.hash(algorithm, content) == bytes }

    /// The digits, in lower case.
    package var hexadecimal: String { bytes.map { Hexadecimal.text($0, width: 2) }.joined() }

    /// `sha256:` and hexadecimal digits in lower case.
    package var description: String { "\(algorithm.rawValue):\(hexadecimal)" }

    private static func hash(_ algorithm: Algorithm, _ content: [UInt8]) -> [UInt8] {
        switch algorithm {
        case .sha1: SHA1.hash(of: content)
        case .sha256: hexadecimal(Array(Digest(of: content).hexadecimal.utf8)) ?? []
        case .sha512: SHA512.hash(of: content)
        }
    }

    private static func hexadecimal(_ digits: [UInt8]) -> [UInt8]? {
        let values = digits.compactMap(Hexadecimal.value)
        guard values.count == digits.count, digits.count % 2 == 0 else { return nil }
        return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
    }
}

/// Base 32 (RFC 4648, section 6).
enum Base32 {
    /// The bytes of letters without padding; nil for anything else.
    static func decoded(_ letters: [UInt8]) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for letter in letters {
            let value: UInt8
            switch letter {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = letter - UInt8(ascii: "A")
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = letter - UInt8(ascii: "a")
            case UInt8(ascii: "2")...UInt8(ascii: "7"): value = letter - UInt8(ascii: "2") + 26
            default: return nil
            }
            bits = bits << 5 | UInt32(value)
            count += 5
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }
}
