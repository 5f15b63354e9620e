import Digests

/// An SSH signature (OpenSSH, PROTOCOL.sshsig), decoded.
struct SSHSignature: Hashable, Sendable {
    /// The public key, in SSH's binary form (RFC 4253, section 6.6).
    let key: [UInt8]
    /// The purpose that it was made for, such as `SigningKey.namespace`.
    let namespace: String
    private let reserved: [UInt8]
    private let hashName: String
    private let keyType: String
    private let value: [UInt8]

    private static let begin = "-----BEGIN SSH SIGNATURE-----"
    private static let end = "-----END SSH SIGNATURE-----"
    private static let magic = Array("SSHSIG".utf8)

    /// Decodes an armoured signature; nil if the text is none.
    init?(armoured text: String) {
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"))
        guard let first = lines.first, let last = lines.last, lines.count > 2,
            first.elementsEqual(Self.begin.utf8), last.elementsEqual(Self.end.utf8),
            let blob = Base64.bytes(of: lines.dropFirst().dropLast().joined())
        else { return nil }
        var reader = SSHReader(blob)
        guard reader.take(Self.magic), reader.number() == 1, let key = reader.string(),
            let namespace = reader.text(), let reserved = reader.string(), let hashName = reader.text(),
            let signature = reader.string(), reader.isAtEnd
        else { return nil }
        var parts = SSHReader(signature)
        guard let keyType = parts.text(), let value = parts.string() else { return nil }
        self.key = key
        self.namespace = namespace
        self.reserved = reserved
        self.hashName = hashName
        self.keyType = keyType
        self.value = value
    }

    /// Whether the signature fits these bytes and its own key; nil if the key is not Ed25519, so that only
    /// `ssh-keygen` can tell.
    func isSignature(of message: [UInt8]) -> Bool? {
        guard keyType == SSHReader.ed25519, hashName == "sha512", let publicKey = SSHReader.ed25519Key(key)
        else { return nil }
        var signed = Self.magic
        for part in [Array(namespace.utf8), reserved, Array(hashName.utf8), SHA512.hash(of: message)] {
            signed += SSHReader.length(of: part) + part
        }
        return Ed25519.isValid(value, of: signed, key: publicKey)
    }
}

/// A reader of SSH's binary form (RFC 4251, section 5).
struct SSHReader {
    private var bytes: ArraySlice<UInt8>

    /// The type name of Ed25519 keys and signatures (RFC 8709).
    static let ed25519 = "ssh-ed25519"

    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

    var isAtEnd: Bool { bytes.isEmpty }

    /// Consumes the expected bytes; false if others are there.
    mutating func take(_ expected: [UInt8]) -> Bool {
        guard bytes.starts(with: expected) else { return false }
        bytes = bytes.dropFirst(expected.count)
        return true
    }

    /// A big-endian number of four bytes (`uint32`).
    mutating func number() -> Int? {
        guard bytes.count >= 4 else { return nil }
        defer { bytes = bytes.dropFirst(4) }
        return bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }

    /// A byte string with its length before it (`string`).
    mutating func string() -> [UInt8]? {
        guard let count = number(), count <= bytes.count else { return nil }
        defer { bytes = bytes.dropFirst(count) }
        return Array(bytes.prefix(count))
    }

    /// A byte string as UTF-8 text.
    mutating func text() -> String? { string().flatMap { String(validating: $0, as: UTF8.self) } }

    /// The length prefix of some bytes.
    static func length(of bytes: [UInt8]) -> [UInt8] {
        let count = UInt32(truncatingIfNeeded: bytes.count)
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
    }

    /// The raw 32-byte key in an Ed25519 key; nil for any other key.
    static func ed25519Key(_ key: [UInt8]) -> [UInt8]? {
        var reader = SSHReader(key)
        guard reader.text() == ed25519, let bytes = reader.string(), reader.isAtEnd else { return nil }
        return bytes
    }
}
