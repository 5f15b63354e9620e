import Digests
import Files
import Newsroom

/// Who signs with which key: `content/allowed_signers`, in the format that git and `ssh-keygen` read.
package struct AllowedSigners: Hashable, Sendable {
    /// Where the file lies in a newsroom's folder.
    package static let path = "content/allowed_signers"
    /// The file's size has no reason to be larger.
    package static let sizeLimit = 1024 * 1024

    /// The file with profile ids for principals, and without comments: e-mail addresses are never published. Keys for other
    /// namespaces than Assay's are left out, and times are in UTC.
    package let bytes: [UInt8]
    /// The profiles that have a key.
    package let profiles: Set<String>
    /// The SHA-256 of `bytes`: what was verified with other keys is verified again.
    let digest: Digest
    let lines: [SignerLine]

    /// Reads a file. Principals that are no profile's id and no profile's e-mail address are left out.
    package init(_ file: [UInt8], in newsroom: Newsroom) {
        var ids: [String: String] = [:]
        for profile in newsroom.profiles {
            ids[profile.id] = profile.id
            if let email = profile.email?.value.lowercased() { ids[email] = ids[email] ?? profile.id }
        }
        self.init(
            Self.lines(of: file).compactMap { line in
                let found = Set(line.principals.compactMap { ids[$0.lowercased()] }).sorted()
                return found.isEmpty || line.use == .elsewhere
                    ? nil : SignerLine(principals: found, use: line.use, key: line.key)
            }
        )
    }

    /// Takes a file as it is: of a published site, where principals are profile ids already, or a reader's own.
    package init(published bytes: [UInt8]) {
        self.bytes = bytes
        lines = Self.lines(of: bytes)
        profiles = Set(lines.flatMap(\.principals))
        digest = Digest(of: bytes)
    }

    /// The keys of some people only.
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
    /// Whether a signature is one of somebody on some bytes; nil where only `ssh-keygen` can tell.
    ///
    /// Asked are the lines before the first that is not plain: `ssh-keygen` stops at one that it cannot read.
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
        return .invalid(problem ?? Self.strangeKey(author, isKnown: profiles.contains(author)))
    }

    private static func strangeKey(_ author: String, isKnown: Bool) -> String {
        isKnown
            ? "the signature is not made with a key of `\(author)`"
            : "there is no key of `\(author)` to verify the signature with"
    }

    /// The people whose key a signature was made with, on some bytes that have no author.
    func signers(_ signature: SSHSignature) -> [String] {
        lines.filter { $0.plainKey == signature.key }.flatMap(\.principals)
    }
}
