import Digests
import Files
import Newsroom

/// The newsroom's keys: `content/allowed_signers`, in the format of git and `ssh-keygen` (ssh-keygen(1), ALLOWED
/// SIGNERS).
package struct AllowedSigners: Hashable, Sendable {
    /// The path of the file, relative to the newsroom's folder.
    package static let path = "content/allowed_signers"
    /// The largest file that is read, in bytes.
    package static let sizeLimit = 1024 * 1024

    /// The file as it is published: with profile ids for principals, since e-mail addresses stay private, and
    /// without comments. Keys for other namespaces are left out, and times are in UTC.
    package let bytes: [UInt8]
    /// The profile ids that have a key.
    package let profiles: Set<String>
    /// The SHA-256 of `bytes`. It is part of each cached verification, so other keys invalidate the cache.
    let digest: Digest
    let lines: [SignerLine]

    /// Reads a newsroom's file. Principals count if they are a profile's id or e-mail address.
    package init(_ file: [UInt8], in newsroom: Newsroom) {
        var ids: [String: String] = [:]
        let names = newsroom.formerIDs
        for profile in newsroom.profiles {
            // Lines are written with a person's first id.
            let identity = names.identity(.record(.profile), profile.id)
            for id in [profile.id] + names.former(.record(.profile), profile.id) { ids[id] = identity }
            if let email = profile.email?.value.lowercased() { ids[email] = ids[email] ?? identity }
        }
        self.init(
            Self.lines(of: file).compactMap { line in
                let found = Set(line.principals.compactMap { ids[$0.lowercased()] }).sorted()
                return found.isEmpty || line.use == .elsewhere
                    ? nil : SignerLine(principals: found, use: line.use, key: line.key)
            }
        )
    }

    /// Reads a file whose principals are profile ids: a published site's, or a reader's own.
    package init(published bytes: [UInt8]) {
        self.bytes = bytes
        lines = Self.lines(of: bytes)
        profiles = Set(lines.flatMap(\.principals))
        digest = Digest(of: bytes)
    }

    /// The keys of these people alone.
    func of(_ people: Set<String>) -> AllowedSigners {
        AllowedSigners(
            lines.compactMap { line in
                let found = line.principals.filter(people.contains)
                return found.isEmpty ? nil : SignerLine(principals: found, use: line.use, key: line.key)
            }
        )
    }

    private init(_ lines: [SignerLine]) {
        self.lines = lines
        bytes = Array(lines.map(\.text).joined().utf8)
        profiles = Set(lines.flatMap(\.principals))
        digest = Digest(of: bytes)
    }

    private static func lines(of file: [UInt8]) -> [SignerLine] {
        String(decoding: file, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap(SignerLine.init)
    }
}

extension AllowedSigners {
    /// The outcome for a signature of somebody on some bytes; nil if only `ssh-keygen` can tell.
    ///
    /// Lines are tried in order, up to the first that is not plain: `ssh-keygen` stops at a line that it cannot
    /// read.
    func outcome(_ signature: SSHSignature, of message: [UInt8], by author: String, at time: JournalTime)
        -> LineSignature?
    {
        guard let isSignature = signature.isSignature(of: message) else { return nil }
        guard isSignature else { return .invalid("the signature is not of this line: the line was changed") }
        guard signature.namespace == SigningKey.namespace else {
            return .invalid(
                "the signature was made for `\(signature.namespace)`, and not for `\(SigningKey.namespace)`"
            )
        }
        var problem: String?
        for line in lines {
            guard let key = line.plainKey else { return nil }
            guard key == signature.key, line.principals.contains(author) else { continue }
            guard let why = line.use.problem(at: time) else { return .verified }
            problem = "the key of `\(author)` \(why)"
        }
        return .strangeKey(problem ?? Self.strangeKey(author, isKnown: profiles.contains(author)))
    }

    private static func strangeKey(_ author: String, isKnown: Bool) -> String {
        isKnown
            ? "the signature is not made with a key of `\(author)`"
            : "there is no key of `\(author)` to verify the signature with"
    }

    /// The people whose key made a signature.
    func signers(_ signature: SSHSignature) -> [String] {
        lines.filter { $0.plainKey == signature.key }.flatMap(\.principals)
    }
}
