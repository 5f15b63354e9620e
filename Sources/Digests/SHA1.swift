import CCrypto

/// The SHA-1 of some bytes (FIPS 180-4), for archives that other programs made. It proves nothing against someone who wants two
/// files with the same digest.
package enum SHA1 {
    /// 20 bytes.
    package static func hash(of bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Int(SHA_DIGEST_LENGTH)) { hash, count in
            CCrypto.SHA1(bytes, bytes.count, hash.baseAddress)
            count = Int(SHA_DIGEST_LENGTH)
        }
    }
}
