/// Web links in the form of `Link` fields and `application/link-format` (RFC 8288, RFC 6690).
///
///     LinkFormat.links(in: "<https://a.example/>; rel=\"memento\"; datetime=\"…\"")
enum LinkFormat {
    /// One link with its parameters, whose names are in lower case.
    struct Link: Hashable {
        let target: String
        let parameters: [(name: String, value: String)]

        subscript(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

        /// The link relations, in lower case.
        var relations: [String] { (self["rel"] ?? "").lowercased().split(separator: " ").map(String.init) }

        static func == (left: Link, right: Link) -> Bool { left.hashed == right.hashed }
        func hash(into hasher: inout Hasher) { hasher.combine(hashed) }
        private var hashed: [String] { [target] + parameters.flatMap { [$0.name, $0.value] } }
    }

    /// All links of a text; what is none is passed over.
    static func links(in bytes: [UInt8]) -> [Link] {
        var rest = bytes[...]
        var links: [Link] = []
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(start + 1)...]
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { break }
            let target = String(decoding: rest[..<end], as: UTF8.self)
            rest = rest[(end + 1)...]
            links.append(Link(target: target, parameters: parameters(&rest)))
        }
        return links
    }

    /// The parameters up to the comma that ends a link.
    private static func parameters(_ rest: inout ArraySlice<UInt8>) -> [(name: String, value: String)] {
        var parameters: [(String, String)] = []
        while true {
            rest = rest.drop { $0 <= 0x20 }
            guard rest.first == UInt8(ascii: ";") else { return parameters }
            rest = rest.dropFirst().drop { $0 <= 0x20 }
            let name = take(&rest) { $0 <= 0x20 || "=;,<".utf8.contains($0) }
            rest = rest.drop { $0 <= 0x20 }
            guard rest.first == UInt8(ascii: "=") else {
                parameters.append((name.lowercased(), ""))
                continue
            }
            rest = rest.dropFirst().drop { $0 <= 0x20 }
            if rest.first == UInt8(ascii: "\"") {
                rest = rest.dropFirst()
                parameters.append((name.lowercased(), quoted(&rest)))
            } else {
                parameters.append((name.lowercased(), take(&rest) { $0 <= 0x20 || ";,<".utf8.contains($0) }))
            }
        }
    }

    private static func take(_ rest: inout ArraySlice<UInt8>, until isEnd: (UInt8) -> Bool) -> String {
        let taken = rest.prefix { !isEnd($0) }
        rest = rest.dropFirst(taken.count)
        return String(decoding: taken, as: UTF8.self)
    }

    private static func quoted(_ rest: inout ArraySlice<UInt8>) -> String {
        var value: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\"") { break }
            value.append(byte == UInt8(ascii: "\\") ? rest.popFirst() ?? byte : byte)
        }
        return String(decoding: value, as: UTF8.self)
    }
}
