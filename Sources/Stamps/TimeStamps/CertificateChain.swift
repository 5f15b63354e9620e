import CCrypto

/// The certificates kept beside stamps, in libcrypto's memory.
struct CertificateStack: ~Copyable {
    /// All of them (`STACK_OF(X509)`).
    let stack: OpaquePointer?

    /// Reads certificates in DER. What cannot be read is left out: it is compared with nothing.
    init(_ certificates: [[UInt8]]) {
        stack = OPENSSL_sk_new_null()
        for bytes in certificates {
            let certificate = bytes.withUnsafeBufferPointer { buffer in
                var start = buffer.baseAddress
                return d2i_X509(nil, &start, buffer.count)
            }
            if let certificate { OPENSSL_sk_push(stack, UnsafeRawPointer(certificate)) }
        }
    }

    deinit {
        for place in 0..<count { X509_free(self[place]) }
        OPENSSL_sk_free(stack)
    }

    var count: Int32 { OPENSSL_sk_num(stack) }

    subscript(place: Int32) -> OpaquePointer? { OPENSSL_sk_value(stack, place).map(OpaquePointer.init) }
}

/// The chain of a signer's certificate, as of the time of a stamp.
struct CertificateChain: ~Copyable {
    /// What a chain comes to.
    enum End {
        /// A root.
        case root(StampRoot)
        /// An issuer whose certificate is not known, by its name.
        case noRoot(String)
    }

    private let signer: OpaquePointer
    private let time: StampTime
    private let trusted: OpaquePointer?
    /// The certificates that only complete the chain: those in the token, and those beside it that are no roots.
    private let others: OpaquePointer?

    /// Puts together what the chain is made of.
    init(
        _ signer: OpaquePointer,
        token: UnsafeMutablePointer<PKCS7>,
        beside: borrowing CertificateStack,
        time: StampTime
    ) {
        self.signer = signer
        self.time = time
        trusted = X509_STORE_new()
        others = OPENSSL_sk_new_null()
        for place in 0..<beside.count {
            guard let certificate = beside[place] else { continue }
            if Self.isRoot(certificate) {
                X509_STORE_add_cert(trusted, certificate)
            } else {
                OPENSSL_sk_push(others, UnsafeRawPointer(certificate))
            }
        }
        let own = token.pointee.d.sign?.pointee.cert
        for place in 0..<max(0, OPENSSL_sk_num(own)) {
            if let certificate = OPENSSL_sk_value(own, place) { OPENSSL_sk_push(others, certificate) }
        }
    }

    deinit {
        X509_STORE_free(trusted)
        OPENSSL_sk_free(others)
    }

    /// Follows the chain to its end.
    func verified() throws(TimeStampProblem) -> End {
        let found = verify(in: trusted, flags: 0)
        if found.error == X509_V_OK, let root = found.end { return .root(root) }
        guard Self.missingRoot.contains(found.error) else { throw problem(found) }
        // The certificate of the signer is judged on its own then: what it is for, and when it was valid.
        let alone = X509_STORE_new()
        defer { X509_STORE_free(alone) }
        X509_STORE_add_cert(alone, signer)
        let judged = verify(in: alone, flags: UInt(X509_V_FLAG_PARTIAL_CHAIN))
        guard judged.error == X509_V_OK else { throw problem(judged) }
        return .noRoot(found.issuer)
    }

    /// The result of following the chain: libcrypto's code, the place where it stopped, and the last certificate.
    private struct Walk {
        let error: Int32
        let name: String
        let issuer: String
        let from: StampTime?
        let to: StampTime?
        let end: StampRoot?
    }

    private func verify(in store: OpaquePointer?, flags: UInt) -> Walk {
        let nothing = Walk(
            error: X509_V_ERR_UNSPECIFIED,
            name: "",
            issuer: "",
            from: nil,
            to: nil,
            end: nil
        )
        guard let context = X509_STORE_CTX_new() else { return nothing }
        defer { X509_STORE_CTX_free(context) }
        guard X509_STORE_CTX_init(context, store, signer, others) == 1,
            let parameters = X509_STORE_CTX_get0_param(context)
        else { return nothing }
        X509_VERIFY_PARAM_set_time(parameters, time_t(time.secondsSinceEpoch))
        X509_VERIFY_PARAM_set_flags(parameters, flags)
        X509_VERIFY_PARAM_set_purpose(parameters, X509_PURPOSE_TIMESTAMP_SIGN)
        let isGood = X509_verify_cert(context) == 1
        let chain = X509_STORE_CTX_get0_chain(context)
        let last = OPENSSL_sk_value(chain, OPENSSL_sk_num(chain) - 1).map(OpaquePointer.init)
        let place = X509_STORE_CTX_get_current_cert(context) ?? signer
        return Walk(
            error: isGood ? X509_V_OK : X509_STORE_CTX_get_error(context),
            name: ASN1Bytes.words(of: X509_get_subject_name(place)),
            issuer: ASN1Bytes.words(of: X509_get_issuer_name(last ?? place)),
            from: StampTime(X509_get0_notBefore(place)),
            to: StampTime(X509_get0_notAfter(place)),
            end: last.flatMap { last in
                StampRoots.bytes(of: last).map {
                    StampRoot(
                        name: ASN1Bytes.words(of: X509_get_subject_name(last)),
                        certificate: $0
                    )
                }
            }
        )
    }

    private func problem(_ walk: Walk) -> TimeStampProblem {
        if walk.error == X509_V_ERR_CERT_HAS_EXPIRED || walk.error == X509_V_ERR_CERT_NOT_YET_VALID,
            let from = walk.from, let to = walk.to
        {
            return .notValidThen(
                walk.name,
                from: from.description,
                to: to.description,
                time: time.description
            )
        }
        if walk.error == X509_V_ERR_INVALID_PURPOSE {
            return .badCertificate(walk.name, reason: "it was not issued for time stamps alone")
        }
        let reason = X509_verify_cert_error_string(Int(walk.error)).map { String(cString: $0) }
        return .badCertificate(walk.name, reason: reason ?? "error \(walk.error)")
    }

    /// The codes of libcrypto for a chain that is right as far as it goes, and ends at no known root.
    private static let missingRoot: Set<Int32> = [
        X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
        X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
        X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT,
    ]

    /// Whether a certificate names its own holder as its issuer.
    private static func isRoot(_ certificate: OpaquePointer) -> Bool {
        X509_NAME_cmp(X509_get_subject_name(certificate), X509_get_issuer_name(certificate)) == 0
    }
}
