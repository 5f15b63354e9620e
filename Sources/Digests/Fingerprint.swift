/// The first 16 bytes of a SHA-256 hash, small enough to keep for every file of a large site.
///
/// It detects changes between builds. Anything signed or shown to readers has a whole `Digest`.
package struct Fingerprint: Hashable, Sendable {
    /// The first eight bytes, and the second eight.
    package let high, low: UInt64

    /// Makes a fingerprint from stored halves.
    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The fingerprint of the bytes with a digest: its first half.
    package init(_ digest: Digest) {
        func number(_ digits: Substring) -> UInt64 { UInt64(digits, radix: 16) ?? 0 }
        self.init(
            high: number(digest.hexadecimal.prefix(16)),
            low: number(digest.hexadecimal.dropFirst(16).prefix(16))
        )
    }

    /// The fingerprint of bytes.
    package init(of bytes: [UInt8]) { self.init(of: bytes[...]) }

    /// The fingerprint of some of an array's bytes.
    package init(of bytes: ArraySlice<UInt8>) {
        var hash = SHA256()
        hash.update(bytes)
        self.init(hash.finalize())
    }

    /// Makes a fingerprint from 16 bytes of a hash, from index `start` on.
    fileprivate init(_ hash: [UInt8], from start: Int = 0) {
        func number(_ bytes: Range<Int>) -> UInt64 {
            hash[bytes].reduce(0) { number, byte in number << 8 | UInt64(byte) }
        }
        self.init(high: number(start..<start + 8), low: number(start + 8..<start + 16))
    }
}

/// The SHA-256 hash of a file's content in its 32 bytes, because a build keeps tens of thousands.
package struct ContentDigest: Hashable, Sendable {
    /// The two halves; the first is the content's fingerprint.
    package let first, second: Fingerprint

    /// Makes a digest from stored halves.
    package init(first: Fingerprint, second: Fingerprint) {
        self.first = first
        self.second = second
    }

    /// The digest of bytes.
    package init(of bytes: [UInt8]) {
        var hash = SHA256()
        hash.update(bytes)
        self.init(hash.finalize())
    }

    fileprivate init(_ hash: [UInt8]) {
        first = Fingerprint(hash)
        second = Fingerprint(hash, from: 16)
    }

    /// Appends the 64 hexadecimal digits of the digest, in lower case, to a text.
    package func write(to text: inout [UInt8]) {
        for half in [first.high, first.low, second.high, second.low] {
            for shift in stride(from: 60, through: 0, by: -4) {
                let digit = UInt8(truncatingIfNeeded: half >> UInt64(shift)) & 15
                text.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
    }
}

/// A hasher that makes the `Fingerprint` and the `ContentDigest` of bytes added piece by piece.
package struct ContentHasher {
    private var hash = SHA256()

    /// A hasher without bytes.
    package init() {}

    /// Adds a piece.
    package mutating func add(_ bytes: [UInt8]) { hash.update(bytes) }

    /// The fingerprint of all pieces in a row, the same as `Fingerprint(of:)` of their bytes.
    package var fingerprint: Fingerprint { Fingerprint(hash.finalize()) }

    /// The SHA-256 of all pieces in a row.
    package var digest: ContentDigest { ContentDigest(hash.finalize()) }
}

/// A hasher that makes the `Fingerprint` of a list of values.
///
/// Every value is hashed with its length, so that no two lists of values hash the same bytes.
package struct FingerprintBuilder: Sendable {
    private var bytes: [UInt8] = []

    /// A builder without values.
    package init() {}

    /// Adds text.
    package mutating func add(_ text: String) {
        add(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    /// Adds text or nil, which differs from empty text.
    package mutating func add(_ text: String?) {
        add(text != nil)
        if let text { add(text) }
    }

    /// Adds a number.
    package mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

    /// Adds a Boolean.
    package mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    /// Adds another fingerprint.
    package mutating func add(_ fingerprint: Fingerprint) {
        add(fingerprint.high)
        add(fingerprint.low)
    }

    /// The fingerprint of all values so far.
    package var fingerprint: Fingerprint { Fingerprint(of: bytes) }

    private mutating func add(_ number: UInt64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
