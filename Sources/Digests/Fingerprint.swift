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

    /// Takes 16 bytes of a hash: the first, or those from a place on.
    fileprivate init(_ hash: [UInt8], from start: Int = 0) {
        func number(_ bytes: Range<Int>) -> UInt64 {
            hash[bytes].reduce(0) { number, byte in number << 8 | UInt64(byte) }
        }
        self.init(high: number(start..<start + 8), low: number(start + 8..<start + 16))
    }
}

/// The SHA-256 of a file's content, in the form that takes the least room: there are tens of thousands.
public struct ContentDigest: Hashable, Sendable {
    /// The first half, which is the content's fingerprint, and the second.
    public let first, second: Fingerprint

    /// Puts a digest together of halves that were kept.
    public init(first: Fingerprint, second: Fingerprint) {
        self.first = first
        self.second = second
    }

    /// The digest of bytes.
    public init(of bytes: [UInt8]) {
        var hash = SHA256()
        hash.update(bytes)
        self.init(hash.finalize())
    }

    fileprivate init(_ hash: [UInt8]) {
        first = Fingerprint(hash)
        second = Fingerprint(hash, from: 16)
    }

    /// Adds the 64 hexadecimal digits of the digest, in lower case, to a text.
    public func write(to text: inout [UInt8]) {
        for half in [first.high, first.low, second.high, second.low] {
            for shift in stride(from: 60, through: 0, by: -4) {
                let digit = UInt8(truncatingIfNeeded: half >> UInt64(shift)) & 15
                text.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
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

    /// The SHA-256 of all pieces in a row.
    public var digest: ContentDigest { ContentDigest(hash.finalize()) }
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
