import CCrypto
import Digests
import Encodings

/// A reply of a time-stamp authority (RFC 3161, section 2.4.2), or the bare token out of one.
///
/// Both may be BER, with the certificates in any order. What it says is read here; whether it holds says `vouching(from:)`.
///
///     let reply = try TimeStampReply(bytes)
///     try reply.requireStamp(of: Digest(of: manifest))
///     let voucher = try reply.vouching(from: roots)
package struct TimeStampReply: Hashable, Sendable {
    /// The largest reply, in bytes: real ones have some thousands.
    package static let sizeLimit = 256 * 1024

    /// What the bytes are.
    package enum Form: Hashable, Sendable {
        /// A whole reply, as the authority sent it.
        case reply
        /// The token out of a reply.
        case token
    }

    /// The bytes, as they came.
    package let bytes: [UInt8]
    /// What the bytes are.
    package let form: Form
    /// The time that the authority vouches for (`genTime`).
    package let time: StampTime
    /// The hash that was stamped.
    let imprint: [UInt8]
    /// The name of the hash's kind: `SHA256`.
    let hashName: String
    /// The nonce; nil without one.
    let nonce: [UInt8]?
    /// The authority's policy: `1.2.3.4.1`.
    package let policy: String
    /// The stamp's number at the authority, in hexadecimal.
    package let serial: String

    /// Reads a reply or a token.
    package init(_ bytes: [UInt8]) throws(TimeStampProblem) {
        guard bytes.count <= Self.sizeLimit else {
            throw .tooLarge(bytes.count, limit: Self.sizeLimit)
        }
        let token = try TimeStampToken(bytes)
        guard let info = token.info() else { throw .notATimeStamp }
        defer { TS_TST_INFO_free(info) }
        guard let time = StampTime(TS_TST_INFO_get_time(info)) else { throw .noTime }
        guard let imprint = TS_TST_INFO_get_msg_imprint(info),
            let algorithm = TS_MSG_IMPRINT_get_algo(imprint)
        else { throw .notATimeStamp }
        self.bytes = bytes
        self.time = time
        form = token.form
        self.imprint = ASN1Bytes.of(TS_MSG_IMPRINT_get_msg(imprint))
        var kind: OpaquePointer?
        X509_ALGOR_get0(&kind, nil, nil, algorithm)
        hashName =
            OBJ_nid2sn(OBJ_obj2nid(kind)).map { String(cString: $0) } ?? ASN1Bytes.dotted(kind)
        nonce = TS_TST_INFO_get_nonce(info).map { ASN1Bytes.of($0) }
        policy = ASN1Bytes.dotted(TS_TST_INFO_get_policy_id(info))
        serial = Hexadecimal.text(of: ASN1Bytes.of(TS_TST_INFO_get_serial(info)))
    }

    /// Throws unless the stamp is that of a text with this SHA-256.
    package func requireStamp(of digest: Digest) throws(TimeStampProblem) {
        guard hashName == "SHA256" else { throw .otherHash(hashName) }
        let found = Hexadecimal.text(of: imprint)
        guard found == digest.hexadecimal else { throw .otherText(found) }
    }

    /// Throws unless this is the answer to a query: of the same digest, with the same nonce.
    package func requireAnswer(to query: TimeStampQuery) throws(TimeStampProblem) {
        try requireStamp(of: query.digest)
        guard nonce == query.nonce else { throw .otherNonce }
    }
}
