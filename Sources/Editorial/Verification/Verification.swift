import Diagnostics
import Digests
import Files
import Newsroom

/// What verifying journals, versions and signatures found; nothing on the network is asked.
package struct Verification: Sendable {
    /// What does not hold.
    package private(set) var diagnostics: [Diagnostic] = []
    /// The journals that were read, for printers that show lines.
    package private(set) var files: [String: SourceFile] = [:]
    /// How many journals were verified.
    package private(set) var journalCount = 0
    /// How many lines they have.
    package private(set) var lineCount = 0
    /// How many texts were compared with their digests.
    package private(set) var versionCount = 0
    /// How many signatures were verified.
    package private(set) var signatureCount = 0

    /// What is vouched for by whom, and what is not, in sentences without a full stop.
    package private(set) var notes: [String] = []

    /// Whether everything holds.
    package var isSound: Bool { !diagnostics.hasErrors }

    /// Makes a verification that has looked at nothing yet.
    init() {}

    mutating func add(_ findings: [Diagnostic]) { diagnostics = (diagnostics + findings).sorted() }

    mutating func note(_ sentences: [String]) { notes += sentences.filter { !$0.isEmpty } }

    /// Verifies one journal: its chain, its events, the texts that it names; its signatures were verified.
    /// - Parameters:
    ///   - needsVersion: the events whose texts have to be there.
    ///   - version: a text by its digest.
    mutating func verify(
        _ journal: Journal,
        _ signatures: JournalSignatures,
        needsVersion: (JournalEvent.Kind) -> Bool,
        version: (Digest) -> Result<[UInt8], VersionProblem>
    ) {
        journalCount += 1
        lineCount += journal.lines.count
        signatureCount += signatures.lines.count { $0 != .none }
        files[journal.file.path] = journal.file
        diagnostics += journal.diagnostics + journal.timeFindings
        diagnostics += signatures.findings(in: journal, ClaimHistory(journal.lines, signatures))
        var seen: Set<Digest> = []
        for (index, line) in journal.lines.enumerated() {
            guard needsVersion(line.event.kind), let digest = line.event.digest, seen.insert(digest).inserted
            else { continue }
            versionCount += 1
            diagnostics += Self.versionFindings(line, version(digest), journal.span(ofLine: index))
        }
    }

    private static func versionFindings(
        _ line: JournalLine,
        _ version: Result<[UInt8], VersionProblem>,
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
            guard let text = JudgedText(reading: bytes), text.claim == line.claim else {
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
