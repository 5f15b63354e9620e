/// Web addresses as they stand in others' data: several in one text, without a scheme, shortened.
package enum LooseAddress {
    /// The addresses in a text, and whether anything of it is none.
    package static func read(_ text: String) -> (addresses: [String], hasRest: Bool) {
        var addresses: [String] = []
        var hasRest = false
        for part in text.split(whereSeparator: { $0.isWhitespace || "[]'\"<>|".contains($0) }) {
            for piece in apart(part) {
                if let address = address(piece) {
                    if !addresses.contains(address) { addresses.append(address) }
                } else if piece.contains(where: { $0.isLetter }) {
                    hasRest = true
                }
            }
        }
        return (addresses, hasRest)
    }

    /// The pieces of a text in which addresses stand without a blank between them.
    private static func apart(_ text: Substring) -> [Substring] {
        var pieces: [Substring] = []
        var rest = text
        while let comma = rest.indices.first(where: { index in
            (rest[index] == "," || rest[index] == ";")
                && startsAddress(rest[rest.index(after: index)...])
        }) {
            pieces.append(rest[..<comma])
            rest = rest[rest.index(after: comma)...]
        }
        return pieces + [rest]
    }

    private static func startsAddress(_ text: Substring) -> Bool {
        let head = text.prefix(8).lowercased()
        return head.hasPrefix("http://") || head.hasPrefix("https://") || head.hasPrefix("www.")
    }

    /// One address; nil for a text that is none.
    private static func address(_ text: Substring) -> String? {
        var text = text
        while let last = text.last, ",;.".contains(last) { text.removeLast() }
        guard text.utf8.count <= ImportLimits.address, startsAddress(text) else { return nil }
        let address = text.lowercased().hasPrefix("www.") ? "https://" + text : String(text)
        guard let host = host(of: address), host.contains("."),
            address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        return address
    }

    /// The host of an address in lower case, without `www.`; nil for a text that is no address.
    package static func host(of address: String) -> String? {
        guard let scheme = address.firstRange(of: "://") else { return nil }
        let authority = address[scheme.upperBound...].prefix { !"/?#".contains($0) }
        let name = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
        let host = name.prefix { $0 != ":" }.lowercased()
        guard !host.isEmpty else { return nil }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    /// Whether two addresses are of one site: one host is the other, or lies below it.
    static func areOfOneSite(_ first: String, _ second: String) -> Bool {
        guard let first = host(of: first), let second = host(of: second), !archives.contains(first) else {
            return false
        }
        return first == second || first.hasSuffix("." + second) || second.hasSuffix("." + first)
    }

    /// The address without what does not name the page: scheme, `www.`, a slash at the end, a fragment.
    static func page(of address: String) -> String {
        guard let host = host(of: address), let scheme = address.firstRange(of: "://") else { return address }
        let path = address[scheme.upperBound...].drop { !"/?#".contains($0) }.prefix { $0 != "#" }
        return host + (path.hasSuffix("/") ? path.dropLast() : path)
    }

    /// Whether a service for short links made the address.
    static func isShortened(_ address: String) -> Bool { host(of: address).map(shorteners.contains) ?? false }

    /// Archives hold pages of everybody, so that two addresses in one say nothing of each other.
    private static let archives: Set<String> = [
        "web.archive.org", "archive.org", "archive.ph", "archive.today", "archive.is", "archive.md",
        "archive.vn",
        "archive.fo", "archive.li", "perma.cc", "webcitation.org", "ghostarchive.org", "mvau.lt",
    ]

    private static let shorteners: Set<String> = [
        "bit.ly", "t.co", "goo.gl", "tinyurl.com", "ow.ly", "fb.me", "is.gd", "buff.ly", "dlvr.it", "tiny.cc",
        "lnkd.in", "j.mp", "rb.gy", "cutt.ly", "v.gd", "wp.me", "trib.al", "ift.tt", "shorturl.at", "s.id",
    ]
}
