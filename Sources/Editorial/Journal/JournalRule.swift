import Diagnostics

/// What can be wrong with journals, versions and signatures, by the names of the rules.
public enum JournalRule: String, Hashable, Sendable, CaseIterable {
    /// A line cannot be read, or does not follow the one before it.
    case broken = "broken-journal"
    /// Two branches both wrote.
    case forked = "forked-journal"
    /// The last line has no end.
    case halfWritten = "half-written-line"
    /// A line is earlier than one that it was written after.
    case timeOrder = "time-order"
    /// An event that the table of states and events forbids.
    case impossibleEvent = "impossible-event"
    /// A text that a journal names is not there.
    case missingVersion = "missing-version"
    /// A text is not the one that its name is the digest of.
    case changedVersion = "changed-version"
    /// A text that no journal names: lines that did are missing.
    case unnamedVersion = "unnamed-version"
    /// A signature that does not hold.
    case badSignature = "bad-signature"
    /// A line that the policy wants signed and that is not.
    case missingSignature = "missing-signature"
    /// Signatures of which nothing is known, because they cannot be verified here.
    case unverifiableSignature = "unverifiable-signature"
    /// A journal that was published is not there, or is shorter.
    case missingJournal = "missing-journal"
    /// A page or a data file says something else than what was approved.
    case changedPage = "changed-page"
    /// The files say something else than what readers were given.
    case changedAfterPublication = "changed-after-publication"
    /// Someone signed off an earlier text.
    case staleSignOff = "stale-sign-off"
    /// What readers see was approved in a form that leaves out much of it.
    case earlierForm = "earlier-form"
    /// A reviewer whom readers see has another name than when they signed off.
    case renamedReviewer = "renamed-reviewer"
    /// What readers see has fewer sign-offs than the policy asks for.
    case publishedWithoutApproval = "published-without-approval"

    /// A verdict that was published by its day, in a newsroom that goes by journals since.
    case notAdopted = "not-adopted"
    /// What readers had before the journal began, and nobody has signed off since.
    case adoptedWithoutReview = "adopted-without-review"
    /// A field that decides nothing where journals do.
    case ignoredField = "ignored-field"

    func help(claim: String) -> String {
        switch self {
        case .forked:
            "`assay journal rebase \(claim)` puts one branch's lines after the other's and loses none"
        case .halfWritten:
            "`assay journal rebase \(claim)` puts a missing line feed back, and takes an unfinished line away; then give the command again"
        case .timeOrder:
            "ask who wrote it, and look at the clock of their machine; a key that has run out can be used with an earlier time"
        case .missingVersion, .changedVersion:
            "versions are never edited: restore the file from git, or in a published folder build the site again"
        case .unnamedVersion:
            "lines of the journal are missing: restore it from git; or delete the version if nothing was ever published under it"
        case .badSignature:
            "the line was changed, or was signed with a key that allowed_signers does not list; restore the journal from git"
        case .missingSignature:
            "whoever wrote it does it again with `--key`; a line that nobody of the newsroom wrote is taken out of the file"
        case .unverifiableSignature:
            "install OpenSSH, which has `ssh-keygen`: keys of other kinds than Ed25519 need it"
        case .changedAfterPublication:
            "`assay submit` the change for review, then `assay correct`; or put the text back"
        case .staleSignOff: "ask the reviewer to look again: `assay review \(claim)` shows what changed"
        case .earlierForm:
            "`assay reopen \(claim)`, `assay submit \(claim)`, have it reviewed, and `assay publish \(claim)`: the text then is of the form that holds all that readers see"
        case .renamedReviewer:
            "put the name back; somebody else gets a profile of their own, and who has a new name signs off again after `assay reopen \(claim)`"
        case .notAdopted:
            "if readers have it, `assay adopt \(claim)` takes it into a journal, and `assay adopt` all such; if they do not, take `published` out"
        case .adoptedWithoutReview:
            "`assay reopen \(claim)`, `assay submit \(claim)`, and have it reviewed; until then its page shows no sign-off"
        case .ignoredField: "take the line out"
        case .publishedWithoutApproval: "have it reviewed again, or `assay retract` it"
        case .changedPage, .missingJournal:
            "build the site again with `assay build`, and put it where this one is"
        case .broken, .impossibleEvent: "a journal is written by Assay alone: restore the file from git"
        }
    }

    /// A finding of this rule.
    func diagnostic(
        _ message: String,
        at span: SourceSpan?,
        claim: String,
        severity: Diagnostic.Severity = .error,
        labels: [Diagnostic.Label] = []
    ) -> Diagnostic {
        Diagnostic(
            rule: rawValue,
            severity: severity,
            message: message,
            span: span,
            labels: labels,
            help: help(claim: claim)
        )
    }
}
