/// The head of a request: its first line and its fields (RFC 9112).
///
/// Everything that the RFC lets a server refuse is refused: browsers do not send it, and two parsers of an
/// odd request may disagree on its host.
struct HTTPRequest: Hashable, Sendable {
    /// The method; upper and lower case are different methods (RFC 9110, section 9.1).
    let method: String
    /// The requested path with its query: `/claims/?a=b`; `*` for a request about the whole server.
    let target: String
    /// The requested host with its port: from the address if it names one, else from the Host field.
    let host: String

    /// The reason why a request is refused.
    struct Problem: Error, Hashable {
        let status: HTTPStatus
        let text: String

        static func malformed(_ text: String) -> Problem { Problem(status: .badRequest, text: text) }
    }

    private static let (space, colon) = (UInt8(ascii: " "), UInt8(ascii: ":"))

    /// Parses a head.
    /// - Parameter head: its lines, each with CR LF behind it, without the empty one at the end.
    init(reading head: some Collection<UInt8>) throws(Problem) {
        var lines = try Self.lines(of: Array(head))
        // Empty lines before a request are ignored (RFC 9112, section 2.2).
        while lines.first?.isEmpty == true { lines.removeFirst() }
        guard let first = lines.first else { throw .malformed("The request is empty.") }
        let parts = first.split(separator: Self.space, omittingEmptySubsequences: false)
        guard parts.count == 3, let method = Self.token(parts[0]), let target = Self.target(parts[1]) else {
            throw .malformed("The request's first line is not one of HTTP.")
        }
        let hosts = try Self.hosts(in: lines.dropFirst(), version: parts[2])
        self.method = method
        (self.target, host) = try Self.place(target, host: hosts)
    }

    /// The lines of a head: each ends with CR LF, and neither stands alone.
    private static func lines(of head: [UInt8]) throws(Problem) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for (index, byte) in head.enumerated() where byte == 0x0A {
            guard index > start, head[index - 1] == 0x0D else {
                throw .malformed("A line of the request does not end with CR LF.")
            }
            lines.append(head[start..<index - 1])
            start = index + 1
        }
        guard start == head.count, !lines.contains(where: { $0.contains { $0 == 0x0D || $0 == 0 } }) else {
            throw .malformed("A line of the request does not end with CR LF.")
        }
        return lines
    }

    /// The values of the Host fields. All fields are checked.
    private static func hosts(
        in fields: ArraySlice<ArraySlice<UInt8>>,
        version: ArraySlice<UInt8>
    ) throws(Problem) -> [String] {
        switch String(decoding: version, as: UTF8.self) {
        case "HTTP/1.1", "HTTP/1.0": break
        case let other where other.hasPrefix("HTTP/"):
            throw Problem(status: .versionNotSupported, text: "The preview speaks HTTP/1.1.")
        default: throw .malformed("The request's first line is not one of HTTP.")
        }
        var hosts: [String] = []
        for field in fields {
            // Neither a blank before the colon nor a continuation line is allowed (sections 5.1 and 5.2).
            guard let end = field.firstIndex(of: colon), let name = token(field[..<end]) else {
                throw .malformed("A field of the request has no name that HTTP knows.")
            }
            let value = field[(end + 1)...]
            guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
                throw .malformed("A field of the request holds a control character.")
            }
            if name.lowercased() == "host" {
                let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
                let trimmed = value.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
                hosts.append(String(decoding: trimmed, as: UTF8.self))
            }
        }
        return hosts
    }

    /// The path and the host of a request (RFC 9112, sections 3.2 and 3.3).
    private static func place(_ target: String, host: [String]) throws(Problem) -> (
        target: String, host: String
    ) {
        guard host.count == 1 else {
            throw .malformed("The request has \(host.isEmpty ? "no" : "more than one") Host field.")
        }
        if target == "*" || target.hasPrefix("/") { return (target, host[0]) }
        // The host of a full address overrides the Host field.
        guard let scheme = target.range(of: "://"), target[..<scheme.lowerBound].lowercased() == "http" else {
            throw .malformed("This is no address of a page.")
        }
        let rest = target[scheme.upperBound...]
        let end = rest.firstIndex { "/?".contains($0) } ?? rest.endIndex
        guard end > rest.startIndex else { throw .malformed("This is no address of a page.") }
        let path = rest[end...]
        return (path.hasPrefix("/") ? String(path) : "/" + path, String(rest[..<end]))
    }

    /// A token of HTTP (RFC 9110, section 5.6.2).
    private static func token(_ bytes: ArraySlice<UInt8>) -> String? {
        let isOne = bytes.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                true
            default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
        }
        return isOne && !bytes.isEmpty ? String(decoding: bytes, as: UTF8.self) : nil
    }

    /// A target: visible ASCII characters, because an address has all others encoded.
    private static func target(_ bytes: ArraySlice<UInt8>) -> String? {
        let isOne = !bytes.isEmpty && bytes.allSatisfy { (0x21...0x7E).contains($0) }
        return isOne ? String(decoding: bytes, as: UTF8.self) : nil
    }
}
