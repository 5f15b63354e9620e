import CCrypto
import Digests

/// Who vouches for a time stamp whose signature holds.
package struct Voucher: Hashable, Sendable {
    /// The name in the certificate of the signer.
    package let signer: String
    /// The root to which the signer's chain led at the time of the stamp; nil if no known root vouches for it.
    package let root: StampRoot?
    /// The name of the missing issuer, at which the chain ends without a known root.
    package let missingIssuer: String?
}

extension TimeStampReply {
    /// Verifies the signature, and the chain of certificates as of the time of the stamp.
    ///
    /// A certificate that has expired since makes no difference. Without a known root everything else is verified all the
    /// same: the signature, the certificate that it names, and that this one was made for time stamps and valid then.
    package func vouching(from roots: StampRoots) throws(TimeStampProblem) -> Voucher {
        defer { ERR_clear_error() }
        let token = try TimeStampToken(bytes)
        let beside = CertificateStack(roots.certificates)
        let signature = try token.onlySignature()
        guard let signers = PKCS7_get0_signers(token.signed, beside.stack, 0) else { throw .noSigner }
        defer { OPENSSL_sk_free(signers) }
        guard OPENSSL_sk_num(signers) == 1, let signer = OPENSSL_sk_value(signers, 0).map(OpaquePointer.init)
        else { throw .noSigner }
        let name = ASN1Bytes.words(of: X509_get_subject_name(signer))
        guard PKCS7_verify(token.signed, beside.stack, nil, nil, nil, PKCS7_NOVERIFY) == 1 else {
            throw .badSignature(name)
        }
        guard SigningCertificate.names(signer, in: signature) else { throw .otherSigner(name) }
        let chain = CertificateChain(signer, token: token.signed, beside: beside, time: time)
        switch try chain.verified() {
        case .root(let root): return Voucher(signer: name, root: root, missingIssuer: nil)
        case .noRoot(let issuer): return Voucher(signer: name, root: nil, missingIssuer: issuer)
        }
    }
}

extension TimeStampToken {
    /// The one signature of the token.
    func onlySignature() throws(TimeStampProblem) -> UnsafeMutablePointer<PKCS7_SIGNER_INFO> {
        guard let all = PKCS7_get_signer_info(signed) else { throw .signatureCount(0) }
        let count = OPENSSL_sk_num(all)
        guard count == 1, let one = OPENSSL_sk_value(all, 0) else { throw .signatureCount(Int(count)) }
        return one.assumingMemoryBound(to: PKCS7_SIGNER_INFO.self)
    }
}

/// The attribute of a signature that names the signer's certificate by its hash (RFC 2634 and RFC 5035).
///
/// Some authorities name certificates there that are not in the chain. So it counts if any of those named is the signer's.
enum SigningCertificate {
    /// Whether a signature names a certificate.
    static func names(
        _ certificate: OpaquePointer,
        in signature: UnsafeMutablePointer<PKCS7_SIGNER_INFO>
    ) -> Bool {
        let attributes = [NID_id_smime_aa_signingCertificateV2, NID_id_smime_aa_signingCertificate]
        return attributes.contains { kind in
            guard let value = PKCS7_get_signed_attribute(signature, kind),
                value.pointee.type == V_ASN1_SEQUENCE
            else { return false }
            let bytes = ASN1Bytes.of(value.pointee.value.sequence)
            let standard = kind == NID_id_smime_aa_signingCertificate ? EVP_sha1() : EVP_sha256()
            return hashes(in: bytes).contains { hash in
                guard let method = hash.algorithm.map(self.method) ?? standard else { return false }
                return digest(of: certificate, method) == hash.bytes
            }
        }
    }

    /// The hashes in an attribute, each with the DER of its algorithm's identifier; nil where that is left out.
    static func hashes(in attribute: [UInt8]) -> [(algorithm: [UInt8]?, bytes: [UInt8])] {
        var outer = DERReader(attribute)
        guard let content = outer.next(DERReader.sequence) else { return [] }
        var fields = DERReader(content)
        guard let list = fields.next(DERReader.sequence) else { return [] }
        var certificates = DERReader(list)
        var found: [(algorithm: [UInt8]?, bytes: [UInt8])] = []
        while let one = certificates.next(DERReader.sequence) {
            var certificate = DERReader(one)
            var algorithm: [UInt8]?
            if let identifier = certificate.next(DERReader.sequence) {
                var parts = DERReader(identifier)
                algorithm = parts.next().map { Array($0.whole) }
            }
            guard let hash = certificate.next(DERReader.octetString) else { continue }
            found.append((algorithm, Array(hash)))
        }
        return found
    }

    /// The hash function with an identifier in DER; nil for one that libcrypto does not have.
    private static func method(_ identifier: [UInt8]) -> OpaquePointer? {
        let object = identifier.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            return d2i_ASN1_OBJECT(nil, &start, buffer.count)
        }
        guard let object else { return nil }
        defer { ASN1_OBJECT_free(object) }
        return EVP_get_digestbyname(OBJ_nid2sn(OBJ_obj2nid(object)))
    }

    private static func digest(of certificate: OpaquePointer, _ method: OpaquePointer) -> [UInt8] {
        var count: UInt32 = 0
        var bytes = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        guard X509_digest(certificate, method, &bytes, &count) == 1 else { return [] }
        return Array(bytes.prefix(Int(count)))
    }
}
