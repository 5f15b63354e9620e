import Diagnostics
import Newsroom

/// The files of records whose present words someone has submitted, signed off or published.
///
/// An edit in one of them voids what was signed, however right it is, so that a person has to decide on it.
package struct SignedFiles: Sendable {
    private let claims: [String: String]

    /// Collects the files of a desk's claims.
    /// - Parameter ids: the only claims whose files are collected; nil for all.
    package init(_ desk: Desk, _ newsroom: Newsroom, of ids: Set<String>? = nil) {
        var claims: [String: String] = [:]
        for id in (ids ?? Set(desk.claims.keys)).sorted() {
            guard let known = desk.claims[id], known.isSigned, let verdict = known.verdict else { continue }
            let documents = JudgedDocuments(known.claim, verdict, newsroom, .current)
            let records: [any Record] =
                [known.claim, verdict] + documents.articles + documents.sources + documents.profiles
                + documents.media
            for record in records where claims[record.file.path] == nil { claims[record.file.path] = id }
        }
        self.claims = claims
    }

    /// The findings, in which fixes of these files are unsafe.
    package func guarding(_ findings: [Diagnostic]) -> [Diagnostic] {
        guard !claims.isEmpty else { return findings }
        return findings.map { finding in
            guard finding.fixes.contains(where: \.isSafe) else { return finding }
            var finding = finding
            finding.fixes = finding.fixes.map { fix in
                guard let claim = fix.edits.lazy.compactMap({ claims[$0.file] }).first else { return fix }
                return fix.unsafe(because: "the text on `\(claim)` is signed")
            }
            return finding
        }
    }
}

extension DeskClaim {
    /// Whether the text in the files is one that was submitted, signed off or published.
    var isSigned: Bool {
        guard let digest else { return false }
        return shownForm != nil || history.submission?.digest == digest
            || !history.signOffs(of: digest).isEmpty
    }
}
