/// The key under which an index of web archives has an address (SURT): `http://www.example.org/a?b` has `org,example)/a?b`.
///
/// Addresses that players take for one have the same key: scheme, `www.`, usual ports, case, order of parameters and a last slash
/// make no difference.
enum AddressKey {
    /// The key of an address.
    static func key(of address: String) -> String {
        let whole = address.prefix { $0 != "#" }.lowercased()
        guard let start = whole.firstRange(of: "://"), !whole[..<start.lowerBound].contains(":") else {
            return withoutLastSlash(whole)
        }
        let scheme = whole[..<start.lowerBound]
        let rest = whole[start.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        let path = rest.dropFirst(authority.count)
        let place = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
        return host(place, scheme: String(scheme)) + ")" + self.path(String(path))
    }

    private static func host(_ place: Substring, scheme: String) -> String {
        let usual = scheme == "https" ? ":443" : ":80"
        let place = place.hasSuffix(usual) ? place.dropLast(usual.count) : place
        if place.hasPrefix("[") {
            let inner = place.dropFirst().prefix { $0 != "]" }
            return String(inner + place.dropFirst(inner.count + 2))
        }
        let name = place.prefix { $0 != ":" }
        let parts = withoutWWW(name).split(separator: ".").reversed()
        return parts.joined(separator: ",") + place.dropFirst(name.count)
    }

    /// A name without its first part, where that is `www`, `www2` or the like.
    private static func withoutWWW(_ name: Substring) -> Substring {
        guard name.hasPrefix("www"), let dot = name.firstIndex(of: ".") else { return name }
        let digits = name[..<dot].dropFirst(3)
        return digits.allSatisfy { $0.isASCII && $0.isNumber } ? name[name.index(after: dot)...] : name
    }

    private static func path(_ text: String) -> String {
        let path = text.prefix { $0 != "?" }
        let query = text.dropFirst(path.count + 1)
        let written = path.isEmpty || path == "/" ? "/" : withoutLastSlash(String(path))
        guard !query.isEmpty else { return written }
        let parameters = query.split(separator: "&", omittingEmptySubsequences: false)
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return written + "?" + parameters.joined(separator: "&")
    }

    private static func withoutLastSlash(_ text: String) -> String {
        text.hasSuffix("/") && text.count > 1 ? String(text.dropLast()) : text
    }
}
