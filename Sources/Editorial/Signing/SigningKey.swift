import Files

/// An SSH key for signing with `ssh-keygen -Y sign`, as git does with `gpg.format = ssh`.
package struct SigningKey: Sendable {
    /// The path of the private key, or of the public one if an agent holds the private one.
    package let path: String

    /// The namespace of Assay's signatures (PROTOCOL.sshsig): a signature for anything else, such as a git commit,
    /// is not valid.
    package static let namespace = "assay"

    /// Makes a key from its path.
    package init(path: String) { self.path = path }

    /// Signs bytes.
    ///
    /// `ssh-keygen` asks for a passphrase at the terminal, or else with the program in `SSH_ASKPASS`. Where neither can be, it is
    /// not asked for, and nothing waits.
    /// - Parameter mayAsk: whether somebody sits at the terminal.
    /// - Returns: the armoured signature.
    /// - Throws: a refusal if `ssh-keygen` fails or is missing.
    func sign(_ bytes: [UInt8], mayAsk: Bool) async throws(Refusal) -> String {
        let help = "name a private key with `--key`, or its public half when an agent holds it"
        if let problem = StoredFile.problem(of: path) {
            throw Refusal("nothing was signed: the key `\(path)` cannot be read: \(problem)", help: help)
        }
        let outcome: Program.Outcome
        do {
            let scratch = try ScratchFolder()
            defer { scratch.remove(["line"]) }
            outcome = try await Program.run(
                "ssh-keygen",
                ["-Y", "sign", "-f", path, "-n", Self.namespace],
                input: try scratch.write("line", bytes),
                environment: mayAsk ? [:] : Self.askingElsewhere,
                within: .seconds(mayAsk ? 900 : 300)
            )
        } catch {
            throw Refusal(
                "nothing was signed: \(error)",
                help: "signing needs OpenSSH 8.2 or newer"
            )
        }
        guard outcome.isSuccess, outcome.output.hasPrefix("-----BEGIN SSH SIGNATURE-----") else {
            let reason = Self.lastLine(of: outcome.errors)
            if !mayAsk, outcome.errors.contains("passphrase") { throw passphraseNeeded }
            throw Refusal("nothing was signed with the key `\(path)` (ssh-keygen: \(reason))", help: help)
        }
        return outcome.output
    }

    /// The variables for `ssh-keygen` where nobody sits at the terminal: it asks with the person's own program, or not at all.
    private static var askingElsewhere: [String: String] {
        let program = ProgramSurroundings.variable("SSH_ASKPASS")
        return ["SSH_ASKPASS_REQUIRE": "force", "SSH_ASKPASS": program ?? "false"]
    }

    private var passphraseNeeded: Refusal {
        Refusal(
            "nothing was signed: the key `\(path)` has a passphrase, and it could not be asked for",
            help:
                "`ssh-add \(path)` gives the key to an agent; or SSH_ASKPASS names a program that asks; or give the command at a terminal"
        )
    }

    static func lastLine(of text: String) -> String {
        text.split(whereSeparator: \.isNewline).last.map(String.init) ?? "it said nothing"
    }
}
