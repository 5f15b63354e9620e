import CCrypto
import Digests

/// Certificates that are kept beside stamps: the roots of authorities, and certificates between a root and a signer.
///
/// A certificate that its own holder issued is a root, which is trusted. Any other only completes chains.
package struct StampRoots: Hashable, Sendable {
    /// The certificates in DER, without repetitions.
    package let certificates: [[UInt8]]

    /// The largest file of certificates, in bytes: that of a whole system has a quarter of it.
    package static let sizeLimit = 4 * 1024 * 1024

    /// No certificates.
    package static let none = StampRoots([])

    /// The certificates of several lists.
    package init(_ certificates: [[UInt8]]) {
        var seen: Set<[UInt8]> = []
        self.certificates = certificates.filter { seen.insert($0).inserted }
    }

    /// Reads the certificates in a PEM file; nil if there is none, or one that cannot be read.
    package init?(pem: [UInt8]) {
        // libcrypto reads from the bytes themselves until the last certificate, and keeps no copy.
        guard pem.count <= Self.sizeLimit, let found = pem.withUnsafeBytes(Self.certificates) else {
            return nil
        }
        self.init(found)
    }

    /// The certificates in PEM, in DER; nil if there is none, or one that cannot be read.
    private static func certificates(_ pem: UnsafeRawBufferPointer) -> [[UInt8]]? {
        defer { ERR_clear_error() }
        guard let input = BIO_new_mem_buf(pem.baseAddress, Int32(pem.count)) else { return nil }
        defer { BIO_free(input) }
        var found: [[UInt8]] = []
        while let certificate = PEM_read_bio_X509(input, nil, nil, nil) {
            defer { X509_free(certificate) }
            guard let bytes = bytes(of: certificate) else { return nil }
            found.append(bytes)
        }
        // The last call finds no further beginning of a certificate; anything else is a broken one.
        let isAtEnd = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE
        return isAtEnd && !found.isEmpty ? found : nil
    }

    /// The certificates of both.
    package func adding(_ other: StampRoots) -> StampRoots {
        StampRoots(certificates + other.certificates)
    }

    /// A certificate in DER.
    static func bytes(of certificate: OpaquePointer) -> [UInt8]? {
        var text: UnsafeMutablePointer<UInt8>?
        let length = i2d_X509(certificate, &text)
        guard length > 0, let text else { return nil }
        defer { CRYPTO_free(text, #file, #line) }
        return Array(UnsafeBufferPointer(start: text, count: Int(length)))
    }
}

/// A root that vouches for a stamp.
package struct StampRoot: Hashable, Sendable {
    /// The name in the certificate.
    package let name: String
    /// The certificate in DER.
    package let certificate: [UInt8]

    /// The SHA-256 of the certificate, which its holder publishes as its fingerprint.
    package var digest: Digest { Digest(of: certificate) }

    /// The certificate in PEM, with its name in a line before it.
    package var pem: [UInt8] {
        var encoded = [UInt8](repeating: 0, count: (certificate.count + 2) / 3 * 4 + 1)
        let count = EVP_EncodeBlock(&encoded, certificate, Int32(certificate.count))
        let base64 = encoded.prefix(Int(count))
        var lines = ["# " + name.unicodeScalars.filter { $0.value >= 0x20 }.map(String.init).joined()]
        lines.append("-----BEGIN CERTIFICATE-----")
        for start in stride(from: base64.startIndex, to: base64.endIndex, by: 64) {
            let line = base64[start..<min(start + 64, base64.endIndex)]
            lines.append(String(decoding: line, as: UTF8.self))
        }
        lines.append("-----END CERTIFICATE-----")
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
}
