import Diagnostics
import Newsroom

/// The parts of an absolute `http` or `https` address that rules look at (RFC 3986).
struct WebAddress {
    /// The host, in lower case, without user and port.
    let host: String

    /// Reads an address; nil when it is not absolute, has another scheme, or no host with a dot.
    init?(_ address: String) {
        let lowered = address.lowercased()
        guard let scheme = ["https://", "http://"].first(where: lowered.hasPrefix) else { return nil }
        let authority = lowered.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
        let hostAndPort = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        let host = hostAndPort.hasPrefix("[") ? hostAndPort : hostAndPort.prefix { $0 != ":" }
        let isLocal = host == "localhost" || host.hasPrefix("[")
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard isLocal || labels.count > 1 && labels.allSatisfy({ !$0.isEmpty }) else { return nil }
        self.host = String(host)
    }
}

extension Article {
    /// The fields that hold addresses.
    var addresses: [Located<String>] { (url.map { [$0] } ?? []) + archived }
}

extension Source {
    /// The fields that hold addresses.
    var addresses: [Located<String>] { (url.map { [$0] } ?? []) + alsoAt + archived }
}

extension Profile {
    /// The fields that hold addresses.
    var addresses: [Located<String>] { (url.map { [$0] } ?? []) + sameAs }
}
