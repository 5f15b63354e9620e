#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The proxy of the environment, in the variables that curl reads.
///
/// A proxy looks up addresses by itself, so that the wall sees only hosts that are typed as numbers.
enum ProxySettings {
    /// The proxy for an address; nil for none.
    static func proxy(for address: FetchAddress) -> String? {
        guard address.numericHost?.privateRange == nil, !isExempt(address.host) else { return nil }
        // `HTTP_PROXY` is left out: in a CGI program, whoever makes a request sets it.
        let names = address.scheme == "https" ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"]
        return (names + ["all_proxy", "ALL_PROXY"]).lazy.compactMap(variable).first
    }

    private static func isExempt(_ host: String) -> Bool {
        guard let list = variable("no_proxy") ?? variable("NO_PROXY") else { return false }
        return list.split { $0 == "," || $0 == " " }.contains { entry in
            let name = entry.lowercased().drop { $0 == "." }
            return name == "*" || host == name || host.hasSuffix("." + name)
        }
    }

    private static func variable(_ name: String) -> String? {
        guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
        return value
    }
}

extension FetchRequest {
    /// The proxy that the request goes through; nil for none.
    var proxy: String? { ProxySettings.proxy(for: address) }
}
