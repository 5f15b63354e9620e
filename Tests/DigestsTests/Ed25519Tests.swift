import Testing

@testable import Digests

/// The test vectors of RFC 8032, section 7.1.
@Suite("Ed25519")
struct Ed25519Tests {
    private static let vectors: [(key: String, message: String, signature: String)] = [
        (
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
        (
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
        (
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        ),
    ]

    private static func bytes(_ digits: String) -> [UInt8] {
        let digits = Array(digits)
        return stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)
        }
    }

    @Test("the vectors hold, and nothing that differs from them in one bit", arguments: vectors.indices)
    func hold(_ index: Int) {
        let (key, message, signature) = Self.vectors[index]
        let (k, m, s) = (Self.bytes(key), Self.bytes(message), Self.bytes(signature))
        #expect(Ed25519.isValid(s, of: m, key: k))
        for place in [0, 31, 32, 63] {
            var forged = s
            forged[place] ^= 1
            #expect(!Ed25519.isValid(forged, of: m, key: k))
        }
        #expect(!Ed25519.isValid(s, of: m + [0], key: k))
        #expect(!Ed25519.isValid(s, of: m, key: Self.bytes(Self.vectors[(index + 1) % 3].key)))
        #expect(!Ed25519.isValid(s.dropLast(), of: m, key: k) && !Ed25519.isValid(s, of: m, key: k + [0]))
    }

    @Test("SHA-512 of the example of FIPS 180-4")
    func sha512() {
        #expect(
            SHA512.hash(of: Array("abc".utf8))
                == Self.bytes(
                    "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
                )
        )
    }
}

extension Ed25519 {
    fileprivate static func isValid(_ signature: ArraySlice<UInt8>, of message: [UInt8], key: [UInt8]) -> Bool
    {
        isValid(Array(signature), of: message, key: key)
    }
}
