import Captures
import Diagnostics
import Digests
import Stamps

/// The verification of one stamping.
struct StampVerifier {
    private let manifest: StampedManifest
    private let roots: StampRoots
    private let rootsName: Digest
    private let memory: CaptureMemory
    private let digest: Digest
    private(set) var stamps: [HeldStamp] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(
        _ manifest: StampedManifest,
        _ roots: StampRoots,
        named rootsName: Digest,
        _ memory: CaptureMemory
    ) {
        self.manifest = manifest
        self.roots = roots
        self.rootsName = rootsName
        self.memory = memory
        digest = manifest.digest
    }

    mutating func verify() {
        for reply in manifest.replies { verify(reply) }
        if let proof = manifest.proof { verify(proof: proof) }
        if manifest.replies.isEmpty, manifest.proof == nil {
            report(
                .brokenStamp,
                "nothing vouches for this list: there is no reply of an authority beside it",
                manifest.list.path,
                help:
                    "restore the reply from git; or take the list away, and `assay stamp` makes another"
            )
        }
    }

    /// The heads are a file of the list, and in the list.
    mutating func verifyHeads() {
        let path = StampedManifest.path(of: manifest.name, StampedManifest.Ending.heads)
        guard let expected = manifest.files[path] else {
            if manifest.heads != nil {
                report(
                    .brokenStamp,
                    "the list of this stamping does not name this file",
                    path,
                    help: "take it away"
                )
            }
            return
        }
        guard let heads = manifest.heads else {
            report(.stampedOtherwise, "the heads of the journals are missing, and were stamped", path)
            return
        }
        if Digest(of: heads.bytes) != expected {
            report(.stampedOtherwise, "the heads of the journals are not those that were stamped", path)
        } else if JournalHeads(heads.bytes) == nil {
            report(.brokenStamp, "this is no list of heads of journals as Assay writes it", path)
        }
    }

    private mutating func verify(_ part: StampedManifest.Part) {
        do throws(TimeStampProblem) {
            let proof = try self.proof(of: part)
            stamps.append(
                HeldStamp(
                    witness: .authority(proof.signer, root: proof.root),
                    time: proof.time,
                    manifest: manifest.name,
                    path: part.path,
                    isBareToken: proof.isBareToken
                )
            )
            if proof.root == nil {
                report(
                    .stampWithoutRoot,
                    "the signature of `\(proof.signer)` holds, and no known root vouches for it: `\(proof.missingIssuer ?? proof.signer)` is not among the certificates",
                    part.path,
                    help:
                        "get the authority's root from its own site, compare its fingerprint, and put it into \(CapturePlace.roots)/ as PEM"
                )
            }
        } catch {
            report(.brokenStamp, "this stamp proves nothing: \(error)", part.path)
        }
    }

    /// What a reply proves, by the memory or by its signature.
    private func proof(of part: StampedManifest.Part) throws(TimeStampProblem) -> CaptureMemory.Proof {
        // The list, the reply and the certificates decide: verified once, the same bytes hold for ever.
        let name = Digest(of: Array("1 \(digest) \(Digest(of: part.bytes)) \(rootsName)".utf8))
        if let known = memory.proof(name) { return known }
        let reply = try TimeStampReply(part.bytes)
        try reply.requireStamp(of: digest)
        let voucher = try reply.vouching(from: roots)
        let proof = CaptureMemory.Proof(
            signer: voucher.signer,
            root: voucher.root?.name,
            missingIssuer: voucher.missingIssuer,
            time: reply.time,
            isBareToken: reply.form == .token
        )
        memory.keep(proof, name)
        return proof
    }

    private mutating func verify(proof part: StampedManifest.Part) {
        do throws(ProofProblem) {
            let proof = try BlockProof(part.bytes)
            guard proof.digest == digest else {
                report(
                    .brokenStamp,
                    "this proof is about another text, with the SHA-256 \(proof.digest.short)…",
                    part.path
                )
                return
            }
            let blocks = proof.blocks
            let witness: HeldStamp.Witness =
                if let first = blocks.first {
                    .block(first)
                } else {
                    .calendars(proof.pending.map(\.calendar))
                }
            stamps.append(
                HeldStamp(
                    witness: witness,
                    time: nil,
                    manifest: manifest.name,
                    path: part.path,
                    isBareToken: false
                )
            )
        } catch {
            report(.brokenStamp, "this proof proves nothing: \(error)", part.path)
        }
    }

    private mutating func report(
        _ rule: RuleID,
        _ message: String,
        _ path: String,
        help: String = "restore the file from git"
    ) {
        diagnostics.append(
            Diagnostic(
                rule: rule,
                message: message,
                span: SourceFile(path: path, bytes: []).startSpan,
                help: help
            )
        )
    }
}
