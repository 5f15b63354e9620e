import CCrypto

/// The bytes of libcrypto's ASN.1 values.
enum ASN1Bytes {
    /// The content of a string, a number or a time; empty for nil.
    static func of(_ value: UnsafePointer<ASN1_STRING>?) -> [UInt8] {
        guard let value, let data = ASN1_STRING_get0_data(value) else { return [] }
        return Array(UnsafeBufferPointer(start: data, count: Int(ASN1_STRING_length(value))))
    }

    /// The dotted form of an object identifier: `1.2.3.4.1`.
    static func dotted(_ object: OpaquePointer?) -> String {
        var text = [CChar](repeating: 0, count: 128)
        let length = OBJ_obj2txt(&text, Int32(text.count), object, 1)
        let count = max(0, min(Int(length), text.count - 1))
        return String(decoding: text[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The common name in a name, or else its organisation, or else all of it.
    static func words(of name: OpaquePointer?) -> String {
        for field in [NID_commonName, NID_organizationName] {
            let place = X509_NAME_get_index_by_NID(name, field, -1)
            guard place >= 0, let entry = X509_NAME_get_entry(name, place),
                let value = X509_NAME_ENTRY_get_data(entry)
            else { continue }
            var text: UnsafeMutablePointer<UInt8>?
            let length = ASN1_STRING_to_UTF8(&text, value)
            guard length > 0, let text else { continue }
            defer { CRYPTO_free(text, #file, #line) }
            return String(decoding: UnsafeBufferPointer(start: text, count: Int(length)), as: UTF8.self)
        }
        guard let line = X509_NAME_oneline(name, nil, 0) else { return "a certificate without a name" }
        defer { CRYPTO_free(line, #file, #line) }
        return String(cString: line)
    }
}
