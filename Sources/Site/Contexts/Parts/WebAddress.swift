/// An address on the web that a page may link to.
enum WebAddress {
    /// The address, if it is one of the web: `http` or `https`, with a host, without blanks and controls.
    ///
    /// Records come from many hands; an address with another scheme (`javascript:`, `data:`) is shown as text.
    static func checked(_ text: String?) -> String? {
        guard let text else { return nil }
        let lowered = text.prefix(8).lowercased()
        guard let scheme = ["http://", "https://"].first(where: lowered.hasPrefix) else { return nil }
        let host = text.utf8.dropFirst(scheme.utf8.count).prefix { !"/?#".utf8.contains($0) }
        let isClean = text.unicodeScalars.allSatisfy { scalar in
            scalar.value > 0x20 && scalar.value != 0x7F && !#"<>"\^`{|}"#.unicodeScalars.contains(scalar)
        }
        return host.isEmpty || !isClean ? nil : text
    }

    /// The host of an address, for readers who want to know where a link goes: `www.bbc.co.uk`.
    static func host(of address: String) -> String {
        let afterScheme = address.split(separator: "://", maxSplits: 1).last ?? ""
        let authority = afterScheme.prefix { !"/?#".contains($0) }
        let host = authority.split(separator: "@").last ?? authority
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)
    }
}
