import Newsroom

/// One line of an `allowed_signers` file: principals, options, key type, key (ssh-keygen(1), ALLOWED SIGNERS).
struct SignerLine: Hashable, Sendable {
    /// The owners of the key.
    let principals: [String]
    /// The permitted use of the key.
    let use: KeyUse
    /// The key: its type, then its base64.
    let key: [String]

    private static let keyTypes = ["ssh-", "ecdsa-", "sk-"]

    /// Reads a line; nil for comments, blank lines, and lines without a key.
    init?(_ line: Substring) {
        let words = Self.words(line)
        guard let first = words.first, !first.hasPrefix("#"),
            let type = words.dropFirst().firstIndex(where: { word in
                Self.keyTypes.contains { word.hasPrefix($0) }
            }),
            type + 1 < words.count
        else { return nil }
        principals = first.split(separator: ",").map { $0.filter { $0 != "\"" } }
        use = KeyUse(words[1..<type].joined(separator: " "))
        key = Array(words[type...type + 1])
    }

    init(principals: [String], use: KeyUse, key: [String]) {
        self.principals = principals
        self.use = use
        self.key = key
    }

    /// The line in the file's format, with a line feed.
    var text: String {
        ([principals.joined(separator: ",")] + [use.text].filter { !$0.isEmpty } + key)
            .joined(separator: " ") + "\n"
    }

    /// The key in SSH's binary form; nil if the line has patterns, authorities or unknown options.
    var plainKey: [UInt8]? {
        guard case .plain = use,
            principals.allSatisfy({ !$0.isEmpty && !$0.contains(where: Self.isPattern) }),
            let bytes = Base64.bytes(of: key[1].utf8)
        else { return nil }
        var reader = SSHReader(bytes)
        return reader.text() == key[0] ? bytes : nil
    }

    private static func isPattern(_ character: Character) -> Bool { "*?!".contains(character) }

    /// The line split at blanks; blanks in quotation marks do not count.
    private static func words(_ line: Substring) -> [String] {
        var isQuoted = false
        return line.split { character in
            if character == "\"" { isQuoted.toggle() }
            return !isQuoted && (character == " " || character == "\t")
        }
        .map(String.init)
    }
}

/// The permitted use of a key, from the options of its line.
enum KeyUse: Hashable, Sendable {
    /// Assay's signatures, from one time to another; both in the form of `JournalTime.compact`, nil for no limit.
    case plain(after: String?, before: String?)
    /// Signatures in other namespaces only.
    case elsewhere
    /// Options that only `ssh-keygen` can judge, as written.
    case other(String)

    /// Reads the options of a line.
    init(_ options: String) {
        var values: [String: String] = [:]
        for option in Self.options(options) {
            let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, parts[1].count >= 2, parts[1].hasPrefix("\""), parts[1].hasSuffix("\""),
                !parts[1].dropFirst().dropLast().contains(where: { "\"\\*?!".contains($0) }),
                values.updateValue(String(parts[1].dropFirst().dropLast()), forKey: String(parts[0])) == nil
            else {
                self = .other(options)
                return
            }
        }
        let namespaces = values.removeValue(forKey: "namespaces")
        let (after, before) = (
            values.removeValue(forKey: "valid-after"), values.removeValue(forKey: "valid-before")
        )
        let times = [after, before].compactMap(\.self).map(Self.time)
        guard values.isEmpty, !times.contains(nil) else {
            self = .other(options)
            return
        }
        if let namespaces, !namespaces.split(separator: ",").contains(Substring(SigningKey.namespace)) {
            self = .elsewhere
        } else {
            self = .plain(after: after.flatMap(Self.time), before: before.flatMap(Self.time))
        }
    }

    /// The options as text; empty if there are none.
    var text: String {
        switch self {
        case .plain(let after, let before):
            (["namespaces=\"\(SigningKey.namespace)\""]
                + [after.map { "valid-after=\"\($0)\"" }].compactMap(\.self)
                + [before.map { "valid-before=\"\($0)\"" }].compactMap(\.self)).joined(separator: ",")
        case .elsewhere: ""
        case .other(let options): options
        }
    }

    /// The reason why the key may not be used at a time; nil if it may.
    func problem(at time: JournalTime) -> String? {
        guard case .plain(let after, let before) = self else { return nil }
        if let after, time.compact < after { return "was not valid yet on \(time.day(in: .utc))" }
        if let before, time.compact > before { return "was not valid any more on \(time.day(in: .utc))" }
        return nil
    }

    /// The options split at commas outside quotation marks.
    private static func options(_ text: String) -> [Substring] {
        var isQuoted = false
        return text.split { character in
            if character == "\"" { isQuoted.toggle() }
            return !isQuoted && character == ","
        }
    }

    /// A time in full, with `Z`: without it, the result would depend on the time zone of the machine that verifies.
    private static func time(_ text: String) -> String? {
        let digits = text.hasSuffix("Z") ? text.dropLast() : text[...]
        guard [8, 12, 14].contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return digits + String(repeating: "0", count: 14 - digits.utf8.count) + "Z"
    }
}
