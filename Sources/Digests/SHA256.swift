import CCrypto

/// A SHA-256 hasher (FIPS 180-4) that takes its bytes piece by piece.
///
///     var hash = SHA256()
///     hash.update(Array("abc".utf8))
///     hash.finalize()  // 32 bytes
struct SHA256 {
    /// The number of bytes of a hash.
    static let byteCount = 32

    private var context = SHA256_CTX()

    /// A hasher without bytes.
    init() { SHA256_Init(&context) }

    /// Adds a piece.
    mutating func update(_ bytes: some Sequence<UInt8>) {
        let isDone: Void? = bytes.withContiguousStorageIfAvailable { bytes in
            SHA256_Update(&context, bytes.baseAddress, bytes.count)
        }
        if isDone == nil {
            Array(bytes).withUnsafeBytes { _ = SHA256_Update(&context, $0.baseAddress, $0.count) }
        }
    }

    /// The hash of what was added so far.
    func finalize() -> [UInt8] {
        var context = context
        return [UInt8](unsafeUninitializedCapacity: Self.byteCount) { bytes, count in
            SHA256_Final(bytes.baseAddress, &context)
            count = Self.byteCount
        }
    }
}
