import Newsroom

/// A line of an `allowed_signers` file: principals, options, key type, key, comment (ssh-keygen(1), ALLOWED SIGNERS).
struct SignerLine: Hashable, Sendable {
    /// Whose key it is.
    let principals: [String]
    /// What the key may be used for.
    let use: KeyUse
    /// The kind of key, and the key in base64.
    let key: [String]

    private static let keyTypes = ["ssh-", "ecdsa-", "sk-"]

    /// Reads a line; nil for comments and blank lines, and for what has no key.
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

    /// The line as `ssh-keygen` reads it, with its line end.
    var text: String {
        ([principals.joined(separator: ",")] + [use.text].filter { !$0.isEmpty } + key)
            .joined(separator: " ") + "\n"
    }

    /// The key in SSH's binary form, if the line means just what it says: no patterns, no authorities, nothing unknown.
    var plainKey: [UInt8]? {
        guard case .plain = use,
            principals.allSatisfy({ !$0.isEmpty && !$0.contains(where: Self.isPattern) }),
            let bytes = Base64.bytes(of: key[1].utf8)
        else { return nil }
        var reader = SSHReader(bytes)
        return reader.text() == key[0] ? bytes : nil
    }

    private static func isPattern(_ character: Character) -> Bool { "*?!".contains(character) }

    /// The words of a line; a blank between quotation marks parts nothing.
    private static func words(_ line: Substring) -> [String] {
        var isQuoted = false
        return line.split { character in
            if character == "\"" { isQuoted.toggle() }
            return !isQuoted && (character == " " || character == "\t")
        }
        .map(String.init)
    }
}

/// What a key may be used for: the options of a line of `allowed_signers`.
enum KeyUse: Hashable, Sendable {
    /// For signatures of Assay, from one time to another; both in the form of `JournalTime.compact`.
    case plain(after: String?, before: String?)
    /// For other signatures only.
    case elsewhere
    /// What only `ssh-keygen` can judge: the options as they were typed.
    case other(String)

    /// Reads options.
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

    /// The options as a line has them.
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

    /// Why the key may not be used at a time; nil when it may.
    func problem(at time: JournalTime) -> String? {
        guard case .plain(let after, let before) = self else { return nil }
        if let after, time.compact < after { return "was not valid yet on \(time.day(in: .utc))" }
        if let before, time.compact > before { return "was not valid any more on \(time.day(in: .utc))" }
        return nil
    }

    /// Parts options at commas that stand outside quotation marks.
    private static func options(_ text: String) -> [Substring] {
        var isQuoted = false
        return text.split { character in
            if character == "\"" { isQuoted.toggle() }
            return !isQuoted && character == ","
        }
    }

    /// A time in full, in UTC: one without `Z` would be in the time zone of whoever verifies, so that two would not agree.
    private static func time(_ text: String) -> String? {
        let digits = text.hasSuffix("Z") ? text.dropLast() : text[...]
        guard [8, 12, 14].contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return digits + String(repeating: "0", count: 14 - digits.utf8.count) + "Z"
    }
}
