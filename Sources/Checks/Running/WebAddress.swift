import Diagnostics
import Newsroom

/// The parts of an absolute `http` or `https` address that rules look at (RFC 3986).
struct WebAddress {
    /// The host, in lower case, without user and port.
    let host: String

    /// Reads an address; nil when it is not absolute, has another scheme, or no host with a dot.
    init?(_ address: String) {
        let lowered = Array(address.lowercased().utf8)
        guard let scheme = ["https://", "http://"].first(where: { lowered.starts(with: $0.utf8) }) else {
            return nil
        }
        let authority = lowered.dropFirst(scheme.utf8.count).prefix { !Self.endsAuthority($0) }
        let hostAndPort =
            authority.lastIndex(of: UInt8(ascii: "@")).map { authority[($0 + 1)...] } ?? authority
        let isNumeric = hostAndPort.first == UInt8(ascii: "[")
        let host = isNumeric ? hostAndPort : hostAndPort.prefix { $0 != UInt8(ascii: ":") }
        let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard
            isNumeric || host.elementsEqual("localhost".utf8)
                || labels.count > 1 && labels.allSatisfy({ !$0.isEmpty })
        else { return nil }
        self.host = String(decoding: host, as: UTF8.self)
    }

    private static func endsAuthority(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
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
