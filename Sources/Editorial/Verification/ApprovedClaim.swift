import Addresses
import Diagnostics
import Digests
import Newsroom

/// The approved content of one claim, from its journal and the text that the journal names.
struct ApprovedClaim: Sendable {
    /// The claim's id.
    let id: String
    /// The history that the journal folds to.
    let history: ClaimHistory
    /// The journal's lines that count.
    let lines: [JournalLine]
    /// The text that readers see, or saw before the retraction; nil if its file is missing.
    let text: JudgedText?
    private let document: JSONValue
    private let entry: PublishedSite.Entry
    private let journal: Journal

    init(
        _ entry: PublishedSite.Entry,
        _ journal: Journal,
        _ signatures: JournalSignatures,
        in site: PublishedSite
    ) {
        id = entry.claim
        self.entry = entry
        self.journal = journal
        let history = ClaimHistory(journal.lines, signatures, site.names)
        self.history = history
        lines = journal.lines.indices.filter(signatures.counts).map { journal.lines[$0] }
        let publication = history.standing.publication ?? history.standing.retraction?.earlier
        let bytes = publication.flatMap { try? site.version(of: entry.claim, $0.digest).get() }
        text = bytes.flatMap { JudgedText(reading: $0) }
        document = text?.document.named(by: site.names) ?? .null
    }

    /// Whether readers see a verdict.
    var isPublished: Bool { history.standing.publication != nil }

    var claim: JSONValue { document["claim"] ?? .null }
    var verdict: JSONValue { document["verdict"] ?? .null }

    /// A record in the approved text, such as a source; nil if the text names none with this id.
    func document(_ kind: String, _ id: String) -> JSONValue? {
        document["documents"]?[kind]?.elements.first { $0["id"]?.string == id }
    }

    /// Findings where the list of journals contradicts this journal.
    var listFindings: [Diagnostic] {
        guard journal.lines.count == entry.lineCount, journal.head?.hexadecimal == entry.head else {
            return [
                RuleID.missingJournal.diagnostic(
                    "the journal has \(journal.lines.count) lines; `\(Route.journals.path)` lists \(entry.lineCount), and names another last line",
                    at: journal.file.startSpan,
                    claim: id
                )
            ]
        }
        let state =
            switch history.standing {
            case .published: "published"
            case .retracted: "retracted"
            case .unpublished: "unpublished"
            }
        var findings: [Diagnostic] = []
        if entry.state != state {
            findings.append(
                listFinding(
                    "it says that `\(id)` is \(entry.state ?? "nothing"), and by its journal it is \(state)"
                )
            )
        }
        if entry.published != history.publications.last?.digest.hexadecimal {
            findings.append(listFinding("it names another text of `\(id)` than its journal published last"))
        }
        return findings
    }

    private func listFinding(_ message: String) -> Diagnostic {
        PublishedSite.changed(Route.journals.path, message, claim: id)
    }
}
