/// The first half of the SHA-256 of some bytes: small enough to keep for every file of a large site.
///
/// It tells whether something is still what it was. What is signed and shown to readers has a whole `Digest`.
public struct Fingerprint: Hashable, Sendable {
    /// The first eight bytes, and the second eight.
    public let high, low: UInt64

    /// Puts a fingerprint together of halves that were kept.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The fingerprint of the bytes that have a digest.
    public init(_ digest: Digest) {
        func number(_ digits: Substring) -> UInt64 { UInt64(digits, radix: 16) ?? 0 }
        self.init(
            high: number(digest.hexadecimal.prefix(16)),
            low: number(digest.hexadecimal.dropFirst(16).prefix(16))
        )
    }

    /// The fingerprint of bytes.
    public init(of bytes: [UInt8]) { self.init(of: bytes[...]) }

    /// The fingerprint of some of an array's bytes.
    public init(of bytes: ArraySlice<UInt8>) {
        var hash = SHA256()
        hash.update(bytes)
        self.init(hash.finalize())
    }

    /// Takes the first 16 bytes of a hash.
    fileprivate init(_ hash: [UInt8]) {
        func number(_ bytes: Range<Int>) -> UInt64 {
            hash[bytes].reduce(0) { number, byte in number << 8 | UInt64(byte) }
        }
        self.init(high: number(0..<8), low: number(8..<16))
    }
}

/// Takes in bytes piece by piece, and gives the fingerprint of all of them together.
public struct ContentFingerprint {
    private var hash = SHA256()

    /// The fingerprint of no bytes.
    public init() {}

    /// Adds a piece.
    public mutating func add(_ bytes: [UInt8]) { hash.update(bytes) }

    /// What `Fingerprint(of:)` says of all pieces in a row.
    public var fingerprint: Fingerprint { Fingerprint(hash.finalize()) }
}

/// Takes in values one after the other, and gives the fingerprint of all of them.
///
/// Every value goes in with its length, so that no two lists of values give the same bytes.
public struct FingerprintBuilder: Sendable {
    private var bytes: [UInt8] = []

    /// A builder that nothing was added to.
    public init() {}

    /// Adds text.
    public mutating func add(_ text: String) {
        add(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    /// Adds text, or that there is none.
    public mutating func add(_ text: String?) {
        add(text != nil)
        if let text { add(text) }
    }

    /// Adds a number.
    public mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

    /// Adds a yes or no.
    public mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    /// Adds what something else was made from.
    public mutating func add(_ fingerprint: Fingerprint) {
        add(fingerprint.high)
        add(fingerprint.low)
    }

    /// The fingerprint of everything that was added.
    public var fingerprint: Fingerprint { Fingerprint(of: bytes) }

    private mutating func add(_ number: UInt64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
