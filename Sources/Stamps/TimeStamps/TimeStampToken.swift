import CCrypto

/// A signed token in libcrypto's memory, out of a reply or on its own.
struct TimeStampToken: ~Copyable {
    /// The signed content (CMS, in the form of PKCS #7).
    let signed: UnsafeMutablePointer<PKCS7>
    /// What the bytes were.
    let form: TimeStampReply.Form

    /// Reads a reply or a token.
    init(_ bytes: [UInt8]) throws(TimeStampProblem) {
        defer { ERR_clear_error() }
        if let token = try Self.tokenOfReply(bytes) {
            signed = token
            form = .reply
            return
        }
        var place = bytes.startIndex
        let token = bytes.withUnsafeBufferPointer { buffer -> UnsafeMutablePointer<PKCS7>? in
            var start = buffer.baseAddress
            let token = d2i_PKCS7(nil, &start, buffer.count)
            place = start.flatMap { end in buffer.baseAddress.map { end - $0 } } ?? 0
            return token
        }
        guard let token else { throw .notAStamp }
        guard place == bytes.endIndex, OBJ_obj2nid(token.pointee.type) == NID_pkcs7_signed else {
            PKCS7_free(token)
            throw .notAStamp
        }
        signed = token
        form = .token
    }

    deinit { PKCS7_free(signed) }

    /// What the token signs, which the caller frees; nil if that is no time stamp.
    func info() -> OpaquePointer? {
        defer { ERR_clear_error() }
        return PKCS7_to_TS_TST_INFO(signed)
    }

    /// The token in a reply; nil if the bytes are no reply.
    /// - Throws: `TimeStampProblem.refused` for a reply without a token.
    private static func tokenOfReply(
        _ bytes: [UInt8]
    ) throws(TimeStampProblem) -> UnsafeMutablePointer<PKCS7>? {
        var isWhole = false
        let reply = bytes.withUnsafeBufferPointer { buffer -> OpaquePointer? in
            var start = buffer.baseAddress
            let reply = d2i_TS_RESP(nil, &start, buffer.count)
            isWhole = start.flatMap { end in buffer.baseAddress.map { end - $0 } } == buffer.count
            return reply
        }
        guard let reply else { return nil }
        defer { TS_RESP_free(reply) }
        guard isWhole else { throw .notAStamp }
        guard let status = TS_RESP_get_status_info(reply) else { throw .notAStamp }
        let number = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(status))
        guard number == 0 || number == 1 else { throw .refused(refusal(number, status)) }
        guard let token = TS_RESP_get_token(reply), let copy = PKCS7_dup(token) else { throw .notAStamp }
        return copy
    }

    /// Why an authority gave no stamp, in its own words and by the names of RFC 3161.
    private static func refusal(_ number: Int, _ status: OpaquePointer) -> String {
        let names = [
            2: "rejected", 3: "to be asked again later", 4: "it warns that a revocation is imminent",
            5: "a certificate was revoked",
        ]
        var words = [names[number] ?? "status \(number)"]
        let failures: [(bit: Int32, words: String)] = [
            (0, "it does not know the kind of hash"), (2, "it does not allow such a query"),
            (5, "it could not read the query"), (14, "it has no time now"),
            (15, "it has no such policy"), (16, "it has no such extension"),
            (17, "it has no such information"), (25, "it failed"),
        ]
        if let bits = TS_STATUS_INFO_get0_failure_info(status) {
            words += failures.filter { ASN1_BIT_STRING_get_bit(bits, $0.bit) == 1 }.map(\.words)
        }
        if let texts = TS_STATUS_INFO_get0_text(status) {
            for place in 0..<OPENSSL_sk_num(texts) {
                let text = OPENSSL_sk_value(texts, place)?.assumingMemoryBound(to: ASN1_STRING.self)
                words.append("\"\(String(decoding: ASN1Bytes.of(text), as: UTF8.self))\"")
            }
        }
        return words.joined(separator: ", ")
    }
}
