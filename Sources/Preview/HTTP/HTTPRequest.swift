/// A request: its first line, its fields and its body (RFC 9112).
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
    /// The values of the fields in `knownFields`, by name.
    let fields: [String: String]
    /// The content; empty until it is read.
    var body: [UInt8] = []

    /// The fields that are looked at besides Host, in small letters. A request has each of them once at most.
    private static let knownFields: Set<String> = [
        "content-length", "content-type", "transfer-encoding", "origin", "referer", "sec-fetch-site",
    ]

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
        let all = try Self.fields(in: lines.dropFirst(), version: parts[2])
        self.method = method
        (self.target, host) = try Self.place(target, host: all.filter { $0.name == "host" }.map(\.value))
        var fields: [String: String] = [:]
        for (name, value) in all where Self.knownFields.contains(name) {
            guard fields[name] == nil else {
                throw .malformed("The request has more than one field `\(name)`.")
            }
            fields[name] = value
        }
        self.fields = fields
    }

    /// The path of the target without its query.
    var pathOfTarget: String { String(target.prefix { $0 != "?" && $0 != "#" }) }

    /// The query of the target, without its question mark.
    var query: String {
        let rest = target.drop { $0 != "?" }.dropFirst()
        return String(rest.prefix { $0 != "#" })
    }

    /// The length of the body that follows the head, in bytes (RFC 9112, section 6.3).
    /// - Throws: a problem for a body of unknown length, and for one beyond the limit.
    func bodyLength(limit: Int) throws(Problem) -> Int {
        guard fields["transfer-encoding"] == nil else {
            throw Problem(status: .notImplemented, text: "A body in chunks is not read here.")
        }
        guard let typed = fields["content-length"] else { return 0 }
        guard !typed.isEmpty, typed.utf8.count <= 12, typed.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let length = Int(typed)
        else { throw .malformed("The request's Content-Length is no number.") }
        guard length <= limit else {
            throw Problem(
                status: .contentTooLarge,
                text: "The request's body is longer than \(limit) bytes."
            )
        }
        return length
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

    /// The fields with their names in small letters. All are checked.
    private static func fields(
        in lines: ArraySlice<ArraySlice<UInt8>>,
        version: ArraySlice<UInt8>
    ) throws(Problem) -> [(name: String, value: String)] {
        switch String(decoding: version, as: UTF8.self) {
        case "HTTP/1.1", "HTTP/1.0": break
        case let other where other.hasPrefix("HTTP/"):
            throw Problem(status: .versionNotSupported, text: "The preview speaks HTTP/1.1.")
        default: throw .malformed("The request's first line is not one of HTTP.")
        }
        var fields: [(name: String, value: String)] = []
        for line in lines {
            // Neither a blank before the colon nor a continuation line is allowed (sections 5.1 and 5.2).
            guard let end = line.firstIndex(of: colon), let name = token(line[..<end]) else {
                throw .malformed("A field of the request has no name that HTTP knows.")
            }
            let value = line[(end + 1)...]
            guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
                throw .malformed("A field of the request holds a control character.")
            }
            let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
            let trimmed = value.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
            fields.append((name.lowercased(), String(decoding: trimmed, as: UTF8.self)))
        }
        return fields
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
