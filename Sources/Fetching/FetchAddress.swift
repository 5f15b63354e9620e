import Encodings

/// An address that may be asked for: `http` or `https`, with a host, without user or password, of ASCII alone.
///
/// What is not ASCII is percent-encoded as UTF-8. Escapes that stand there stay as they are.
///
///     try FetchAddress("http://example.org/Otto_(1789–1858).jpg").text
///     // http://example.org/Otto_(1789%E2%80%931858).jpg
package struct FetchAddress: Hashable, Sendable {
    /// A reason why an address is not asked for.
    package enum Problem: Error, Hashable, Sendable {
        /// The scheme is not `http` or `https`.
        case scheme(String)
        /// There is a user or a password in it.
        case userInformation
        /// There is no host, or one that no name server knows.
        case host
        /// The port is no number up to 65535.
        case port
        /// The address is longer than `lengthLimit`.
        case length
    }

    /// The scheme, in lower case.
    package let scheme: String
    /// The host, in lower case; IPv6 addresses in brackets.
    package let host: String
    /// The port as typed; nil for the scheme's own.
    package let port: Int?
    /// The path and the query as they are sent, beginning with `/`.
    package let target: String

    private static let lengthLimit = 16 * 1024

    /// Parses an absolute address; a fragment is dropped, because it is never sent.
    package init(_ typed: String) throws(Problem) {
        guard typed.utf8.count <= Self.lengthLimit else { throw .length }
        let text = Self.trimmed(typed)
        let (scheme, rest) = try Self.scheme(of: text)
        let end = rest.firstIndex { "/?#\\".utf8.contains($0) } ?? rest.endIndex
        let authority = rest[..<end]
        guard !authority.contains(UInt8(ascii: "@")) else { throw .userInformation }
        let (host, port) = try Self.hostAndPort(authority)
        self.scheme = scheme
        self.host = host
        self.port = port == (scheme == "https" ? 443 : 80) ? nil : port
        target = Self.target(rest[end...])
    }

    /// The address that a reference stands for, as seen from this one (RFC 3986, section 5).
    package func resolving(_ reference: String) throws(Problem) -> FetchAddress {
        let typed = Self.trimmed(reference)
        if let colon = typed.firstIndex(of: UInt8(ascii: ":")), Self.isScheme(typed[..<colon]) {
            return try FetchAddress(String(decoding: typed, as: UTF8.self))
        }
        // Browsers read a backslash as a slash, and so two of them as the beginning of a host.
        let slashes = typed.prefix { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
        if slashes.count >= 2 {
            return try FetchAddress("\(scheme)://" + String(decoding: typed.dropFirst(2), as: UTF8.self))
        }
        let path: [UInt8] = Array(target.utf8.prefix { $0 != UInt8(ascii: "?") })
        let joined: [UInt8] =
            switch typed.first {
            case nil, UInt8(ascii: "#"): Array(target.utf8)
            case UInt8(ascii: "?"): path + typed
            case UInt8(ascii: "/"), UInt8(ascii: "\\"): Array(typed)
            default: path[...(path.lastIndex(of: UInt8(ascii: "/")) ?? 0)] + typed
            }
        return try FetchAddress("\(origin)" + String(decoding: joined, as: UTF8.self))
    }
}

extension FetchAddress {
    /// Scheme, host and port: what cookies, secrets and robots.txt belong to.
    package var origin: String { "\(scheme)://\(hostAndPort)" }

    /// Host and port, without the scheme's own port.
    package var hostAndPort: String { port.map { "\(host):\($0)" } ?? host }

    /// The whole address, as it is asked for and recorded.
    package var text: String { origin + target }

    /// The host without `www.`: whose address it is.
    package var site: String { host.hasPrefix("www.") ? String(host.dropFirst(4)) : host }

    /// Whether it is the front page of its host.
    package var isRoot: Bool { target == "/" }

    /// The number that the host is; nil for a name.
    package var numericHost: IPAddress? {
        IPAddress(host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host)
    }
}

extension FetchAddress {
    private static func trimmed(_ text: String) -> [UInt8] {
        // As browsers do: no blanks around, no tabs and line ends inside.
        let kept = text.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        return Array(kept.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed())
    }

    private static func isScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, isLetter(first) else { return false }
        return bytes.allSatisfy { isLetter($0) || isDigit($0) || "+-.".utf8.contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func scheme(of text: [UInt8]) throws(Problem) -> (String, ArraySlice<UInt8>) {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), isScheme(text[..<colon]) else {
            throw .scheme("")
        }
        let scheme = String(decoding: text[..<colon], as: UTF8.self).lowercased()
        guard scheme == "http" || scheme == "https" else { throw .scheme(scheme) }
        let rest = text[(colon + 1)...]
        let slashes = rest.prefix { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.count
        guard slashes >= 2 else { throw .host }
        return (scheme, rest.dropFirst(2))
    }

    private static func hostAndPort(_ authority: ArraySlice<UInt8>) throws(Problem) -> (String, Int?) {
        var name = authority
        var port: Int?
        let inBrackets = authority.first == UInt8(ascii: "[")
        let afterBracket = inBrackets ? authority.firstIndex(of: UInt8(ascii: "]")) : nil
        if inBrackets, afterBracket == nil { throw .host }
        let searched = authority[(afterBracket ?? authority.startIndex)...]
        if let colon = searched.lastIndex(of: UInt8(ascii: ":")) {
            name = authority[..<colon]
            let digits = authority[(colon + 1)...]
            if !digits.isEmpty {
                guard digits.allSatisfy(isDigit), let number = Int(String(decoding: digits, as: UTF8.self)),
                    (1...65535).contains(number)
                else { throw .port }
                port = number
            }
        }
        guard let host = HostName.ascii(String(decoding: name, as: UTF8.self).lowercased()),
            isHost(host, inBrackets: inBrackets)
        else { throw .host }
        return (host, port)
    }

    private static func isHost(_ host: String, inBrackets: Bool) -> Bool {
        if inBrackets { return IPAddress(String(host.dropFirst().dropLast()))?.bytes.count == 16 }
        guard !host.isEmpty, host.utf8.count <= 253 else { return false }
        return host.utf8.allSatisfy { isLetter($0) || isDigit($0) || "-._".utf8.contains($0) }
    }

    /// The path and the query, escaped where they could not be sent, and with `.` and `..` resolved.
    private static func target(_ typed: ArraySlice<UInt8>) -> String {
        let sent = typed.prefix { $0 != UInt8(ascii: "#") }
        let query = sent.drop { $0 != UInt8(ascii: "?") }
        let path = sent.prefix(sent.count - query.count).map {
            $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0
        }
        return escaped(withoutDots(path)) + escaped(Array(query))
    }

    private static func escaped(_ bytes: [UInt8]) -> String {
        var output: [UInt8] = []
        for byte in bytes {
            if byte <= 0x20 || byte >= 0x7F || "\"<>`{}|^\\".utf8.contains(byte) {
                PercentEncoding.append(byte, to: &output)
            } else {
                output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func withoutDots(_ path: [UInt8]) -> [UInt8] {
        var parts: [ArraySlice<UInt8>] = []
        let all = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        // What stands before the first slash is empty.
        for (index, part) in all.enumerated().dropFirst() {
            let isLast = index == all.count - 1
            switch String(decoding: part, as: UTF8.self) {
            case ".": if isLast { parts.append([]) }
            case "..":
                _ = parts.popLast()
                if isLast { parts.append([]) }
            default: parts.append(part)
            }
        }
        return Array("/".utf8) + Array(parts.joined(separator: "/".utf8))
    }
}

extension FetchAddress.Problem: CustomStringConvertible {
    /// The reason, as the end of a sentence.
    package var description: String {
        switch self {
        case .scheme(""): "it is no absolute address; write it with https:// or http://"
        case .scheme(let scheme): "`\(scheme):` is not followed; only http and https are"
        case .userInformation:
            "it holds a user or a password; take them out, because they would end up in files"
        case .host: "it names no host"
        case .port: "its port is no number from 1 to 65535"
        case .length: "it is longer than 16 KiB"
        }
    }
}
