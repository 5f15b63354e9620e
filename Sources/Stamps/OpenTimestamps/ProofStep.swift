import CCrypto

/// One step of a proof: an operation that makes a longer message, or a hash, of a message.
package enum ProofStep: Hashable, Sendable {
    /// Appends bytes.
    case append([UInt8])
    /// Puts bytes before it.
    case prepend([UInt8])
    /// Hashes it.
    case sha256
    /// Hashes it, in proofs older than 2017.
    case sha1
    /// Hashes it, in proofs of other chains.
    case ripemd160

    /// The longest message, and the longest bytes of an operation.
    static let sizeLimit = 4096

    /// The byte that stands for the operation in a file.
    var tag: UInt8 {
        switch self {
        case .append: 0xF0
        case .prepend: 0xF1
        case .sha256: 0x08
        case .sha1: 0x02
        case .ripemd160: 0x03
        }
    }

    /// The bytes of the operation; nil where it has none.
    var argument: [UInt8]? {
        switch self {
        case .append(let bytes), .prepend(let bytes): bytes
        case .sha256, .sha1, .ripemd160: nil
        }
    }

    /// What the step makes of a message; nil if that is too long, or libcrypto has no such hash.
    func result(of message: [UInt8]) -> [UInt8]? {
        let made: [UInt8]? =
            switch self {
            case .append(let bytes): message + bytes
            case .prepend(let bytes): bytes + message
            case .sha256: Self.hash(message, EVP_sha256())
            case .sha1: Self.hash(message, EVP_sha1())
            case .ripemd160: Self.hash(message, EVP_ripemd160())
            }
        return made.flatMap { $0.count > Self.sizeLimit ? nil : $0 }
    }

    private static func hash(_ message: [UInt8], _ method: OpaquePointer?) -> [UInt8]? {
        defer { ERR_clear_error() }
        var count: UInt32 = 0
        var bytes = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        guard EVP_Digest(message, message.count, &bytes, &count, method, nil) == 1 else { return nil }
        return Array(bytes.prefix(Int(count)))
    }
}

extension ProofStep: Comparable {
    /// Orders as the files of OpenTimestamps do: by tag, then by bytes.
    package static func < (left: ProofStep, right: ProofStep) -> Bool {
        left.tag != right.tag
            ? left.tag < right.tag
            : (left.argument ?? []).lexicographicallyPrecedes(right.argument ?? [])
    }
}
