import CCrypto

/// The SHA-512 of some bytes (FIPS 180-4).
package enum SHA512 {
    /// 64 bytes.
    package static func hash(of bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Int(SHA512_DIGEST_LENGTH)) { hash, count in
            CCrypto.SHA512(bytes, bytes.count, hash.baseAddress)
            count = Int(SHA512_DIGEST_LENGTH)
        }
    }
}
