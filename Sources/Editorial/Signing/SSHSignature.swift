import Digests

/// A signature as `ssh-keygen -Y sign` writes it (OpenSSH, PROTOCOL.sshsig), taken apart.
struct SSHSignature: Hashable, Sendable {
    /// The public key in SSH's binary form.
    let key: [UInt8]
    /// What the signature is for.
    let namespace: String
    private let reserved: [UInt8]
    private let hashName: String
    private let keyType: String
    private let value: [UInt8]

    private static let begin = "-----BEGIN SSH SIGNATURE-----"
    private static let end = "-----END SSH SIGNATURE-----"
    private static let magic = Array("SSHSIG".utf8)

    /// Reads an armoured signature; nil when it is none.
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

    /// Whether the signature is of these bytes, whoever's the key is; nil where only `ssh-keygen` can tell, because the key
    /// is of another kind than Ed25519.
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

/// Reads SSH's binary form (RFC 4251, section 5) value by value.
struct SSHReader {
    private var bytes: ArraySlice<UInt8>

    /// The name of keys and signatures of Ed25519.
    static let ed25519 = "ssh-ed25519"

    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

    var isAtEnd: Bool { bytes.isEmpty }

    /// Passes bytes; false when others stand there.
    mutating func take(_ expected: [UInt8]) -> Bool {
        guard bytes.starts(with: expected) else { return false }
        bytes = bytes.dropFirst(expected.count)
        return true
    }

    /// A number of four bytes.
    mutating func number() -> Int? {
        guard bytes.count >= 4 else { return nil }
        defer { bytes = bytes.dropFirst(4) }
        return bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }

    /// Bytes with their number before them.
    mutating func string() -> [UInt8]? {
        guard let count = number(), count <= bytes.count else { return nil }
        defer { bytes = bytes.dropFirst(count) }
        return Array(bytes.prefix(count))
    }

    /// Such bytes as text.
    mutating func text() -> String? { string().flatMap { String(validating: $0, as: UTF8.self) } }

    /// How `string` writes the number of some bytes.
    static func length(of bytes: [UInt8]) -> [UInt8] {
        let count = UInt32(truncatingIfNeeded: bytes.count)
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
    }

    /// The public key in a key of Ed25519; nil for any other key.
    static func ed25519Key(_ key: [UInt8]) -> [UInt8]? {
        var reader = SSHReader(key)
        guard reader.text() == ed25519, let bytes = reader.string(), reader.isAtEnd else { return nil }
        return bytes
    }
}
