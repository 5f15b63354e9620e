import Files
import Newsroom

/// The program `ssh-keygen`, for keys that Assay does not verify itself: RSA, ECDSA, security keys, certificates.
enum SSHKeygen {
    /// Verifies a signature, as of a time.
    static func verify(
        _ signature: String,
        of message: [UInt8],
        by author: String,
        at time: JournalTime,
        _ signers: AllowedSigners
    ) async -> LineSignature {
        do throws(FileProblem) {
            let scratch = try ScratchFolder()
            defer { scratch.remove(["allowed_signers", "signature", "message"]) }
            let keys = try scratch.write("allowed_signers", signers.bytes)
            let file = try scratch.write("signature", Array(signature.utf8))
            let signed = try scratch.write("message", message)
            let arguments = [
                "-Y", "verify", "-f", keys, "-I", author, "-n", SigningKey.namespace, "-s", file,
                "-O", "verify-time=\(time.compact)",
            ]
            return await outcome(arguments, signed, author)
        } catch {
            return .unverifiable("\(error)")
        }
    }

    private static func outcome(_ arguments: [String], _ input: String, _ author: String) async
        -> LineSignature
    {
        do throws(Program.Problem) {
            let outcome = try await Program.run("ssh-keygen", arguments, input: input)
            if outcome.isSuccess { return .verified }
            let reason = SigningKey.lastLine(of: outcome.errors + outcome.output)
            return .invalid("the signature is not one of `\(author)` on this line (ssh-keygen: \(reason))")
        } catch {
            return .unverifiable("\(error)")
        }
    }
}
