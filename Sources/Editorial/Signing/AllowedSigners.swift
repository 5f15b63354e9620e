import Files
import Newsroom

/// Who signs with which key: `content/allowed_signers`, in the format that git and `ssh-keygen` read.
public struct AllowedSigners: Hashable, Sendable {
    /// Where the file lies in a newsroom's folder.
    public static let path = "content/allowed_signers"
    /// The file's size has no reason to be larger.
    public static let sizeLimit = 1024 * 1024

    /// The file with profile ids for principals, and without comments: e-mail addresses are never published.
    public let bytes: [UInt8]
    /// The profiles that have a key.
    public let profiles: Set<String>

    /// Reads a file. Principals that are no profile's id and no profile's e-mail address are left out.
    public init(_ file: [UInt8], in newsroom: Newsroom) {
        var ids: [String: String] = [:]
        for profile in newsroom.profiles {
            ids[profile.id] = profile.id
            if let email = profile.email?.value.lowercased() { ids[email] = ids[email] ?? profile.id }
        }
        var lines: [String] = []
        var profiles: Set<String> = []
        for line in String(decoding: file, as: UTF8.self).split(whereSeparator: \.isNewline) {
            guard let signer = SignerLine(line) else { continue }
            let found = Set(signer.principals.compactMap { ids[$0.lowercased()] }).sorted()
            guard !found.isEmpty else { continue }
            profiles.formUnion(found)
            lines.append(([found.joined(separator: ",")] + signer.rest).joined(separator: " ") + "\n")
        }
        bytes = Array(lines.joined().utf8)
        self.profiles = profiles
    }

    /// Takes a file as it is: of a published site, where principals are profile ids already.
    public init(published bytes: [UInt8]) {
        self.bytes = bytes
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        profiles = Set(lines.compactMap(SignerLine.init).flatMap(\.principals))
    }

    /// Why a signature does not hold; nil when it does.
    func problem(_ signature: String, of line: JournalLine) async -> String? {
        do throws(FileProblem) {
            let scratch = try ScratchFolder()
            defer { scratch.remove(["allowed_signers", "signature", "line"]) }
            let signers = try scratch.write("allowed_signers", bytes)
            let file = try scratch.write("signature", Array(signature.utf8))
            let signed = try scratch.write("line", line.signedBytes)
            let arguments = [
                "-Y", "verify", "-f", signers, "-I", line.author, "-n", SigningKey.namespace, "-s", file,
                "-O", "verify-time=\(line.time.compact)",
            ]
            return await Self.verify(arguments, signed, line)
        } catch {
            return "the signature cannot be verified: \(error)"
        }
    }

    private static func verify(_ arguments: [String], _ signed: String, _ line: JournalLine) async -> String?
    {
        do throws(Program.Problem) {
            let outcome = try await Program.run("ssh-keygen", arguments, input: signed)
            if outcome.isSuccess { return nil }
            let reason = SigningKey.lastLine(of: outcome.errors + outcome.output)
            return "the signature is not one of `\(line.author)` on this line (ssh-keygen: \(reason))"
        } catch {
            return "the signature cannot be verified: \(error)"
        }
    }
}

/// A line of an `allowed_signers` file: principals, options, key type, key, comment (ssh-keygen(1)).
private struct SignerLine {
    let principals: [String]
    /// Options, key type and key; the comment is left out.
    let rest: [String]

    private static let keyTypes = ["ssh-", "ecdsa-", "sk-"]

    init?(_ line: Substring) {
        let words = Self.words(line)
        guard let first = words.first, !first.hasPrefix("#"),
            let type = words.dropFirst().firstIndex(where: { word in
                Self.keyTypes.contains { word.hasPrefix($0) }
            }),
            type + 1 < words.count
        else { return nil }
        principals = first.split(separator: ",").map { $0.filter { $0 != "\"" } }
        rest = Array(words[1...type + 1])
    }

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
