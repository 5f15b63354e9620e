/// The reason why a time stamp proves nothing.
package enum TimeStampProblem: Error, Hashable, Sendable {
    /// The bytes are neither a reply nor a token.
    case notAStamp
    /// There are more bytes than a reply has, against a limit.
    case tooLarge(Int, limit: Int)
    /// The authority refused; with its status, and its own words if there are any.
    case refused(String)
    /// The token stands for something else than a time stamp.
    case notATimeStamp
    /// The token has no time that can be read.
    case noTime
    /// The stamp is of another text; with the SHA-256 that it names.
    case otherText(String)
    /// The stamp names a hash of another kind; with its name.
    case otherHash(String)
    /// The reply is to another query: its nonce is another one, or missing.
    case otherNonce
    /// The token has none or several signatures.
    case signatureCount(Int)
    /// The signer's certificate is neither in the reply nor among the certificates beside it.
    case noSigner
    /// The token names another certificate than the one that it is signed with.
    case otherSigner(String)
    /// The signature does not hold; with the signer's name.
    case badSignature(String)
    /// A certificate of the chain does not hold at the time of the stamp; with its name, and libcrypto's reason.
    case badCertificate(String, reason: String)
    /// A certificate was not valid at the time of the stamp; with its name, and its first and last time.
    case notValidThen(String, from: String, to: String, time: String)
}

extension TimeStampProblem: CustomStringConvertible {
    /// The reason, in one sentence without a full stop.
    package var description: String {
        switch self {
        case .notAStamp: "it is neither a reply nor a token of a time-stamp authority (RFC 3161)"
        case .tooLarge(let size, let limit): "it has \(size) bytes, and a reply has at most \(limit)"
        case .refused(let words): "the authority refused: \(words)"
        case .notATimeStamp: "what it signs is not a time stamp"
        case .noTime: "it names no time that can be read"
        case .otherText(let digest): "it is the stamp of another text, with the SHA-256 \(digest)"
        case .otherHash(let name): "it stamps a hash of the kind \(name), and not a SHA-256"
        case .otherNonce: "it answers another query: its nonce is not the one that was sent"
        case .signatureCount(let count): "it has \(count) signatures, and a time stamp has one"
        case .noSigner: "the certificate that it was signed with is not in it"
        case .otherSigner(let name): "it names another certificate than that of `\(name)`, which signed it"
        case .badSignature(let name): "the signature of `\(name)` does not hold: something in it was changed"
        case .badCertificate(let name, let reason):
            "the certificate of `\(name)` does not hold for a time stamp: \(reason)"
        case .notValidThen(let name, let first, let last, let time):
            "the certificate of `\(name)` was valid from \(first) to \(last), and the stamp is of \(time)"
        }
    }
}
