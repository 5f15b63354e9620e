import CCrypto

/// Ed25519 signatures (RFC 8032).
package enum Ed25519 {
    /// The number of bytes of a public key.
    package static let keyByteCount = 32
    /// The number of bytes of a signature.
    package static let signatureByteCount = 64

    /// Whether a signature of a message holds under a public key; false for a key or a signature of another length.
    package static func isValid(_ signature: [UInt8], of message: [UInt8], key: [UInt8]) -> Bool {
        guard key.count == keyByteCount, signature.count == signatureByteCount,
            let publicKey = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, key, key.count)
        else { return false }
        defer { EVP_PKEY_free(publicKey) }
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        guard EVP_DigestVerifyInit(context, nil, nil, nil, publicKey) == 1 else { return false }
        return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
}
