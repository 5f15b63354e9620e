import Diagnostics
import Digests
import Files
import Newsroom

extension Verification {
    /// Verifies a newsroom's files: journals, versions, signatures, and what is published now.
    /// - Parameter snapshots: the errors from comparing captures and snapshots.
    package static func run(
        _ desk: Desk,
        _ newsroom: Newsroom,
        in tree: FileTree,
        with snapshots: [Diagnostic] = []
    ) -> Verification {
        var verification = Verification()
        let store = VersionStore(tree)
        for claim in desk.claims.values.sorted(by: { $0.claim.id < $1.claim.id })
        where !claim.journal.file.bytes.isEmpty {
            verification.verify(
                claim.journal,
                claim.signatures,
                newsroom.formerIDs,
                needsVersion: { _ in true },
                version: { digest in
                    Result { () throws(VersionProblem) in try store.bytes(of: claim.claim.id, digest) }
                }
            )
        }
        // Findings of single journals are in already. These are about all journals together, or journals without a
        // claim.
        let others = desk.diagnostics.filter { finding in
            finding.rule == .unverifiableSignature
                || finding.span.map { verification.files[$0.file] == nil } ?? true
        }
        // In simple mode journals decide nothing, so no verdict waits for one.
        let findings = newsroom.settings.policy.mode == .newsroom ? desk.findings(newsroom) : []
        verification.count(newsroom.captures)
        verification.add(snapshots + others + findings + unnamedVersions(desk, tree))
        return verification
    }

    /// Findings about versions that no line names. They show a journal cut off at its end, which the chain of
    /// digests cannot.
    private static func unnamedVersions(_ desk: Desk, _ tree: FileTree) -> [Diagnostic] {
        tree.files(below: VersionStore.folder).compactMap { entry in
            let parts = entry.path.split(separator: "/").map(String.init)
            guard parts.count == 4, parts[3].hasSuffix(".json"),
                let digest = Digest(String(parts[3].dropLast(5)))
            else { return nil }
            let claim = desk.claims[parts[2]]
            if claim?.journal.lines.contains(where: { $0.event.digest == digest }) ?? false { return nil }
            return RuleID.unnamedVersion.diagnostic(
                "no line of the journal of `\(parts[2])` names this version",
                at: SourceFile(path: entry.path, bytes: []).startSpan,
                claim: parts[2]
            )
        }
    }
}
