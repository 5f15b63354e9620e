/// An absolute address on the web in its parts (RFC 3986): `http` or `https`, in any case, with something behind the slashes.
///
///     WebAddress("https://www.bbc.co.uk/news")?.site  // bbc.co.uk
package struct WebAddress: Sendable {
    /// The address as typed.
    package let text: String
    /// User, host and port.
    private let authority: Substring

    /// Reads an address; nil when it is not one of the web.
    package init?(_ text: String) {
        guard let start = Self.authorityStart(text.utf8) else { return nil }
        let authority = text.utf8[start...].prefix { !Self.endsAuthority($0) }
        guard !authority.isEmpty else { return nil }
        self.text = text
        self.authority = Substring(authority)
    }

    /// The host in lower case, without user and port; nil when it has no dot, as all but `localhost` and numeric ones have.
    package var host: String? {
        let lowered = hostAndPort.lowercased()
        if lowered.utf8.first == UInt8(ascii: "[") { return lowered }
        let host = lowered.utf8.prefix { $0 != UInt8(ascii: ":") }
        let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isWhole = labels.count > 1 && labels.allSatisfy { !$0.isEmpty }
        return isWhole || host.elementsEqual("localhost".utf8) ? String(Substring(host)) : nil
    }

    /// The host as readers know it, without `www.`: where a link goes.
    package var site: String {
        let host = String(hostAndPort)
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    /// Whether it holds nothing that an address cannot hold: controls, blanks, quotes, angle brackets and the like.
    package var isClean: Bool {
        text.utf8.allSatisfy { byte in
            switch byte {
            case 0...0x20, 0x7F: false
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "\\"): false
            case UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"): false
            case UInt8(ascii: "}"): false
            default: true
            }
        }
    }

    /// The address, if a page may link to it: one of the web, and clean.
    ///
    /// Records come from many hands; an address with another scheme (`javascript:`, `data:`) is shown as text.
    package static func linkable(_ text: String?) -> String? {
        text.flatMap(WebAddress.init).flatMap { $0.isClean ? $0.text : nil }
    }

    /// The path of an address, or of a path, with its slash: `/` for one without.
    package static func path(of address: String) -> String {
        let bytes = address.utf8
        let rest = bytes[(authorityStart(bytes) ?? bytes.startIndex)...].drop { !endsAuthority($0) }
        let path = rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        // Two slashes would name another host.
        return "/" + String(Substring(path.drop { $0 == UInt8(ascii: "/") }))
    }

    private var hostAndPort: Substring {
        let bytes = authority.utf8
        return Substring(
            bytes.lastIndex(of: UInt8(ascii: "@")).map { bytes[$0...].dropFirst() } ?? bytes[...]
        )
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

    private static func endsAuthority(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    }
}
