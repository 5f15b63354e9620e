import Encodings

/// A SHA-256 hash, which identifies a line of a journal or a judged text.
package struct Digest: Hashable, Sendable {
    /// 64 hexadecimal digits, in lower case.
    package let hexadecimal: String

    /// The digest of bytes.
    package init(of bytes: some Sequence<UInt8>) {
        var hash = SHA256()
        hash.update(bytes)
        self.init(hash.finalize())
    }

    /// Makes a digest from the 32 bytes of a hash.
    fileprivate init(_ hash: [UInt8]) {
        var digits: [UInt8] = []
        digits.reserveCapacity(64)
        for byte in hash {
            digits.append(Hexadecimal.digit(byte >> 4))
            digits.append(Hexadecimal.digit(byte & 15))
        }
        hexadecimal = String(decoding: digits, as: UTF8.self)
    }

    /// Reads 64 hexadecimal digits in lower case; nil for anything else.
    package init?(_ text: String) {
        let isDigest =
            text.utf8.count == 64
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        guard isDigest else { return nil }
        hexadecimal = text
    }

    /// The first 12 digits, enough to tell digests apart in a list.
    package var short: String { String(hexadecimal.prefix(12)) }
}

extension Digest: CustomStringConvertible {
    /// The hexadecimal digits.
    package var description: String { hexadecimal }
}

/// A hasher that makes the `Digest` of bytes added piece by piece.
package struct DigestBuilder {
    private var hash = SHA256()

    /// A hasher without bytes.
    package init() {}

    /// Adds a piece.
    package mutating func add(_ bytes: ArraySlice<UInt8>) { hash.update(bytes) }

    /// The digest of all pieces in a row, the same as `Digest(of:)` of their bytes.
    package var digest: Digest { Digest(hash.finalize()) }
}
