/// The hosts that the preview answers for.
///
/// A page of another site can make a browser ask this server under that site's own name (DNS rebinding), and
/// then read unpublished drafts. The Host header shows the name, so only known names are served.
struct AllowedHosts: Equatable {
    private let names: Set<String>
    private let takesAnyAddress: Bool
    private let port: UInt16

    /// - Parameters:
    ///   - hosts: names and addresses beyond the loopback's own.
    ///   - takesAnyAddress: whether any numeric address is served. Such an address cannot be rebound.
    init(hosts: [String], takesAnyAddress: Bool, port: UInt16) {
        names = Set(["localhost", "127.0.0.1", "::1"] + hosts.map(Self.normalised))
        self.takesAnyAddress = takesAnyAddress
        self.port = port
    }

    /// Whether a host is allowed: a known name with the preview's port.
    func admits(_ host: String) -> Bool {
        guard let (name, port) = Self.split(host) else { return false }
        guard port == self.port || port == nil && self.port == 80 else { return false }
        return names.contains(name) || takesAnyAddress && IPAddress(name) != nil
    }

    /// The name and the port of a Host header (RFC 9110, section 7.2).
    private static func split(_ header: String) -> (name: String, port: UInt16?)? {
        let end: String.Index
        if header.hasPrefix("[") {
            guard let bracket = header.firstIndex(of: "]") else { return nil }
            end = header.index(after: bracket)
        } else {
            end = header.firstIndex(of: ":") ?? header.endIndex
        }
        let rest = header[end...]
        if rest.isEmpty { return (normalised(String(header[..<end])), nil) }
        // `UInt16` accepts a sign, but a port has digits only (RFC 3986, section 3.2.3).
        guard rest.first == ":", rest.utf8.dropFirst().allSatisfy({ (0x30...0x39).contains($0) }),
            let port = UInt16(rest.dropFirst())
        else { return nil }
        return (normalised(String(header[..<end])), port)
    }

    private static func normalised(_ name: String) -> String {
        var name = name.lowercased()
        if name.hasPrefix("["), name.hasSuffix("]") { name = String(name.dropFirst().dropLast()) }
        if name.hasSuffix(".") { name.removeLast() }
        return name
    }
}
