import Digests
import Encodings

/// A query to a time-stamp authority (RFC 3161, section 2.4.1): the SHA-256 of a text, a nonce, and the wish for certificates.
///
///     let query = TimeStampQuery(of: Digest(of: manifest))
///     let reply = try TimeStampReply(await service.reply(query.bytes))
///     try reply.requireAnswer(to: query)
package struct TimeStampQuery: Hashable, Sendable {
    /// The media type of a query.
    package static let mediaType = "application/timestamp-query"
    /// The media type of a reply.
    package static let replyType = "application/timestamp-reply"

    /// The SHA-256 of what is stamped.
    package let digest: Digest
    /// A number that no other query has, as the bytes of a positive integer without leading zeros.
    package let nonce: [UInt8]

    /// Makes a query with a nonce of its own.
    package init(of digest: Digest) {
        // The first byte makes it positive, and eight bytes long.
        var nonce = [UInt8.random(in: 1...0x7F)]
        for _ in 1..<8 { nonce.append(UInt8.random(in: 0...0xFF)) }
        self.init(of: digest, nonce: nonce)
    }

    /// Makes a query with a nonce.
    init(of digest: Digest, nonce: [UInt8]) {
        self.digest = digest
        self.nonce = nonce
    }

    /// The query in DER.
    package var bytes: [UInt8] {
        let hash = Hexadecimal.bytes(of: digest.hexadecimal) ?? []
        let sha256: [UInt8] = [
            0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00,
        ]
        let imprint = Self.value(0x30, sha256 + Self.value(0x04, hash))
        let version = Self.value(0x02, [1])
        let wantsCertificates = Self.value(0x01, [0xFF])
        return Self.value(0x30, version + imprint + Self.value(0x02, nonce) + wantsCertificates)
    }

    /// A value of fewer than 128 bytes.
    private static func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        [tag, UInt8(truncatingIfNeeded: content.count)] + content
    }
}
