import Diagnostics
import Digests
import Files
import Newsroom

/// What a published site tells of a claim's history: enough for a reader to prove what was approved, and by whom.
package struct PublicHistory: Sendable {
    /// The claim's id.
    package let claim: String
    /// What readers have.
    package let standing: Standing
    /// All texts that were put before readers, oldest first.
    package let publications: [Publication]
    /// The lines of the journal.
    package let lines: [JournalLine]
    /// The signatures of the lines.
    package let signatures: JournalSignatures
    /// The journal's file.
    package let journal: [UInt8]
    /// The texts that were put before readers, each once, oldest first.
    package let versions: [Version]

    /// A text that was put before readers.
    package struct Version: Sendable {
        /// Its digest, which is its name.
        package let digest: Digest
        /// Its canonical form.
        package let bytes: [UInt8]
    }

    /// The lines that count.
    package var countedLines: [JournalLine] {
        lines.indices.filter(signatures.counts).map { lines[$0] }
    }

    /// The publications that told readers of a change, newest first.
    package var corrections: [Publication] { publications.filter { $0.correction != nil }.reversed() }

    /// The sign-offs of what readers see whose reviewers came to another ruling.
    package var dissent: [SignOff] {
        guard let publication = standing.publication else { return [] }
        return publication.signOffs.filter { $0.ruling != publication.ruling }
    }
}

/// The histories of everything that readers were ever given, and the keys with which they can be verified.
package struct PublicRecord: Sendable {
    /// The histories by claim.
    package let histories: [String: PublicHistory]
    /// The keys of those who signed something in these histories, with profile ids for principals; nil where the newsroom has none.
    package let signers: AllowedSigners?
    /// Whether what approves and publishes has to be signed.
    package let signatures: PolicySettings.Signatures

    /// The record of a newsroom that keeps none.
    package static let empty = PublicRecord(histories: [:], signers: nil, signatures: .optional)

    /// Whether there is anything to verify.
    package var isEmpty: Bool { histories.isEmpty }

    /// The record without what readers do not see: what was published, and has other words by now that stand for nothing.
    func without(_ claims: Set<String>) -> PublicRecord {
        guard !claims.isEmpty else { return self }
        return PublicRecord(
            histories: histories.filter { !claims.contains($0.key) },
            signers: signers,
            signatures: signatures
        )
    }

    /// Reads the versions that readers were given; what is missing is reported.
    /// - Parameter memory: versions that were read before.
    package static func load(
        _ desk: Desk,
        _ newsroom: Newsroom,
        from tree: FileTree,
        remembering memory: VersionMemory? = nil
    ) async -> (record: PublicRecord, diagnostics: [Diagnostic]) {
        let shown = desk.claims.values.filter(\.hasPublicHistory).sorted { $0.claim.id < $1.claim.id }
        let store = VersionStore(tree, remembering: memory)
        let loaded = await shown.concurrentMap { PublicHistory.load($0, from: store) }
        let histories = Dictionary(loaded.map { ($0.history.claim, $0.history) }) { first, _ in first }
        let people = histories.values.flatMap { history in
            history.lines.indices.filter(history.signatures.isVerified).map { history.lines[$0].author }
        }
        let record = PublicRecord(
            histories: histories,
            signers: desk.signers?.of(Set(people)),
            signatures: newsroom.settings.policy.signatures
        )
        return (record, loaded.flatMap(\.diagnostics))
    }
}

extension PublicHistory {
    /// The history of a claim with the versions that readers were given; what is missing is reported.
    fileprivate static func load(
        _ claim: DeskClaim,
        from store: VersionStore
    ) -> (history: PublicHistory, diagnostics: [Diagnostic]) {
        let id = claim.claim.id
        var versions: [Version] = []
        var diagnostics: [Diagnostic] = []
        for publication in claim.history.publications
        where versions.allSatisfy({ $0.digest != publication.digest }) {
            do throws(VersionProblem) {
                let bytes = try store.bytes(of: id, publication.digest)
                versions.append(Version(digest: publication.digest, bytes: bytes))
            } catch {
                diagnostics.append(error.diagnostic(claim: id))
            }
        }
        let history = PublicHistory(
            claim: id,
            standing: claim.history.standing,
            publications: claim.history.publications,
            lines: claim.journal.lines,
            signatures: claim.signatures,
            journal: claim.journal.file.bytes,
            versions: versions
        )
        return (history, diagnostics)
    }
}

extension DeskClaim {
    /// Whether readers were given something of which there is a history.
    fileprivate var hasPublicHistory: Bool { history.standing != .unpublished && journal.isSound }
}

extension VersionProblem {
    /// The finding.
    func diagnostic(claim: String, at path: String? = nil) -> Diagnostic {
        let span = SourceFile(path: path ?? self.path, bytes: []).startSpan
        if case .missing = self {
            return RuleID.missingVersion.diagnostic("\(self)", at: span, claim: claim)
        }
        return RuleID.changedVersion.diagnostic("\(self)", at: span, claim: claim)
    }
}
