import Files

/// An SSH key that someone signs with: `ssh-keygen -Y sign`, as git does with `gpg.format = ssh`.
public struct SigningKey: Sendable {
    /// The path of the private key; or of the public one, when an agent holds the private one.
    public let path: String

    /// What signatures are for: one made for something else, such as a git commit, is not valid here.
    public static let namespace = "assay"

    /// Names a key.
    public init(path: String) { self.path = path }

    /// Signs bytes.
    /// - Returns: the signature, armoured, as `ssh-keygen` writes it.
    func sign(_ bytes: [UInt8]) async throws(Refusal) -> String {
        do {
            let scratch = try ScratchFolder()
            defer { scratch.remove(["line"]) }
            let arguments = ["-Y", "sign", "-f", path, "-n", Self.namespace]
            let outcome = try await Program.run(
                "ssh-keygen",
                arguments,
                input: try scratch.write("line", bytes)
            )
            guard outcome.isSuccess, outcome.output.hasPrefix("-----BEGIN SSH SIGNATURE-----") else {
                throw Program.Problem.failed("ssh-keygen", Self.lastLine(of: outcome.errors))
            }
            return outcome.output
        } catch {
            throw Refusal(
                "nothing was signed with the key `\(path)`: \(error)",
                help: "name a private key with `--key`, or its public half when an agent holds it"
            )
        }
    }

    static func lastLine(of text: String) -> String {
        text.split(whereSeparator: \.isNewline).last.map(String.init) ?? "it said nothing"
    }
}
