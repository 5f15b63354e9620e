import CCurl

/// Host names with other letters than ASCII's.
enum HostName {
    /// The name in the form that name servers and HTTP know (IDNA); nil if it has none.
    ///
    ///     HostName.ascii("bücher.example")  // xn--bcher-kva.example
    static func ascii(_ name: String) -> String? {
        if name.utf8.allSatisfy({ $0 < 0x80 }) { return name }
        guard let parts = curl_url() else { return nil }
        defer { curl_url_cleanup(parts) }
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_set(parts, CURLUPART_URL, "http://\(name)/", 0) == CURLUE_OK,
            curl_url_get(parts, CURLUPART_HOST, &text, UInt32(CURLU_PUNYCODE)) == CURLUE_OK, let text
        else { return nil }
        defer { curl_free(text) }
        let found = String(cString: text).lowercased()
        return found.utf8.allSatisfy { $0 < 0x80 } ? found : nil
    }
}
