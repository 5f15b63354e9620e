/// An address on the web that a page may link to.
enum WebAddress {
    /// The address, if it is one of the web: `http` or `https`, with a host, without blanks and controls.
    ///
    /// Records come from many hands; an address with another scheme (`javascript:`, `data:`) is shown as text.
    static func checked(_ text: String?) -> String? {
        guard let text, let start = authorityStart(text.utf8) else { return nil }
        let isClean = text.utf8.allSatisfy { byte in
            switch byte {
            case 0...0x20, 0x7F: false
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "\\"): false
            case UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"): false
            case UInt8(ascii: "}"): false
            default: true
            }
        }
        let first = text.utf8[start...].first
        return !isClean || first.map(isEndOfAuthority) ?? true ? nil : text
    }

    /// The host of an address, for readers who want to know where a link goes: `bbc.co.uk`.
    static func host(of address: String) -> String {
        let bytes = address.utf8
        let authority = bytes[(authorityStart(bytes) ?? bytes.startIndex)...].prefix { !isEndOfAuthority($0) }
        let host =
            authority.lastIndex(of: UInt8(ascii: "@")).map { authority[$0...].dropFirst() } ?? authority
        let text = String(Substring(host))
        return text.hasPrefix("www.") ? String(text.dropFirst(4)) : text
    }

    /// The path of an address, with its slash: `/` for one without.
    static func path(of address: String) -> String {
        let bytes = address.utf8
        let rest = bytes[(authorityStart(bytes) ?? bytes.startIndex)...].drop { !isEndOfAuthority($0) }
        let path = rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        // Two slashes would name another host.
        return "/" + String(Substring(path.drop { $0 == UInt8(ascii: "/") }))
    }

    /// Where the host begins; nil for an address that is none of the web.
    private static func authorityStart(_ bytes: String.UTF8View) -> String.UTF8View.Index? {
        for scheme in ["http://", "https://"] {
            let prefix = bytes.prefix(scheme.utf8.count)
            let isSame =
                prefix.count == scheme.utf8.count
                && zip(prefix, scheme.utf8).allSatisfy { typed, wanted in
                    typed == wanted
                        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(typed) && typed | 0x20 == wanted
                }
            if isSame { return prefix.endIndex }
        }
        return nil
    }

    private static func isEndOfAuthority(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    }
}
