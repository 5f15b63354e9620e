import Diagnostics
import Digests
import Files
import Newsroom

/// The result of verifying journals, versions and signatures, without any network access.
package struct Verification: Sendable {
    /// The findings.
    package private(set) var diagnostics: [Diagnostic] = []
    /// The files of the journals, by path, for printers that quote lines.
    package private(set) var files: [String: SourceFile] = [:]
    /// The number of journals that were verified.
    package private(set) var journalCount = 0
    /// The number of their lines.
    package private(set) var lineCount = 0
    /// The number of versions that were compared with their digests.
    package private(set) var versionCount = 0
    /// The number of valid signatures.
    package private(set) var signatureCount = 0
    /// The number of time stamps that hold, whole proofs and those that wait for a block.
    package internal(set) var stampCount = 0
    /// The number of captured files that were compared with their digests.
    package private(set) var captureCount = 0

    /// Sentences, without a full stop, about what is vouched for and what is not.
    package private(set) var notes: [String] = []

    /// Whether there are no errors.
    package var isSound: Bool { !diagnostics.hasErrors }

    /// Makes an empty result.
    init() {}

    mutating func add(_ findings: [Diagnostic]) { diagnostics = (diagnostics + findings).sorted() }

    /// Counts what was compared of captures, and says what is not here.
    mutating func count(_ captures: HeldCaptures) {
        captureCount = captures.found.count
        let absent = captures.absentCount
        if absent > 0 {
            note([
                "\(absent) \(absent == 1 ? "capture of the lock is" : "captures of the lock are") not here, and not checked"
            ])
        }
    }

    mutating func note(_ sentences: [String]) { notes += sentences.filter { !$0.isEmpty } }

    /// Verifies a journal's chain, events and versions. Its signatures are verified before.
    /// - Parameters:
    ///   - names: what was renamed.
    ///   - needsVersion: whether an event's text must exist.
    ///   - version: a look-up of a text by its digest.
    mutating func verify(
        _ journal: Journal,
        _ signatures: JournalSignatures,
        _ names: FormerIDs,
        needsVersion: (JournalEvent.Kind) -> Bool,
        version: (Digest) -> Result<[UInt8], VersionProblem>
    ) {
        journalCount += 1
        lineCount += journal.lines.count
        signatureCount += signatures.lines.count { $0 != .none }
        files[journal.file.path] = journal.file
        diagnostics += journal.diagnostics + journal.timeFindings
        diagnostics += signatures.findings(
            in: journal,
            ClaimHistory(journal.lines, signatures, names),
            names
        )
        // A claim that had another id before its journal began is named by that id in its texts.
        let identities = [journal.identity, names.identity(.record(.claim), journal.claim)]
        var seen: Set<Digest> = []
        for (index, line) in journal.lines.enumerated() {
            guard needsVersion(line.event.kind), let digest = line.event.digest, seen.insert(digest).inserted
            else { continue }
            versionCount += 1
            diagnostics += Self.versionFindings(
                line,
                version(digest),
                identities,
                journal.span(ofLine: index)
            )
        }
    }

    private static func versionFindings(
        _ line: JournalLine,
        _ version: Result<[UInt8], VersionProblem>,
        _ identities: [String],
        _ place: SourceSpan
    ) -> [Diagnostic] {
        switch version {
        case .failure(let problem):
            var finding = problem.diagnostic(claim: line.claim)
            finding = Diagnostic(
                rule: finding.rule,
                severity: .error,
                message: finding.message,
                span: finding.span,
                labels: [Diagnostic.Label(place, "this line names it")],
                help: finding.help
            )
            return [finding]
        case .success(let bytes):
            guard let text = JudgedText(reading: bytes), identities.contains(text.claim) else {
                let message =
                    "the text that this line names is not the canonical form of a text on `\(line.claim)`"
                return [RuleID.changedVersion.diagnostic(message, at: place, claim: line.claim)]
            }
            guard let ruling = line.event.publishedRuling, ruling != text.ruling else { return [] }
            let message = "this line publishes the ruling `\(ruling)`, and its text says `\(text.ruling)`"
            return [RuleID.changedVersion.diagnostic(message, at: place, claim: line.claim)]
        }
    }
}

extension JournalEvent {
    /// The ruling that readers get with this event; nil where they get none.
    var publishedRuling: String? { kind.putsBeforeReaders ? ruling : nil }
}
