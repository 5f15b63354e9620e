import Encodings

/// The address of a document: `file:///home/jo/newsroom/content/claims/a.md`.
package enum DocumentAddress {
    /// The absolute path of an address; nil if it is not of a file of this computer.
    package static func path(_ address: String) -> String? {
        let scheme = "file:"
        guard address.prefix(scheme.count).lowercased() == scheme else { return nil }
        var rest = address.dropFirst(scheme.count)
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            let host = rest.prefix { $0 != "/" }
            guard host.isEmpty || host.lowercased() == "localhost" else { return nil }
            rest = rest.dropFirst(host.count)
        }
        guard rest.hasPrefix("/"), !rest.contains("?"), !rest.contains("#"),
            let bytes = PercentEncoding.decoded(rest.utf8), !bytes.contains(0),
            let path = String(validating: bytes, as: UTF8.self)
        else { return nil }
        let parts = path.split(separator: "/")
        guard !parts.contains(".."), !parts.contains(".") else { return nil }
        return "/" + parts.joined(separator: "/")
    }

    /// The address of an absolute path.
    package static func address(of path: String) -> String { "file://" + PercentEncoding.path(path) }
}
