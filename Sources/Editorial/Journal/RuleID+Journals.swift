import Diagnostics

extension RuleID {
    /// The advice for a finding of a journal rule.
    func help(claim: String) -> String {
        switch self {
        case .forkedJournal:
            "`assay journal rebase \(claim)` puts one branch's lines after the other's and loses none"
        case .halfWrittenLine:
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
            "`assay reopen \(claim)`, `assay submit \(claim)`, have it reviewed, and `assay publish \(claim)`: the signed text then covers everything that readers see"
        case .renamedReviewer:
            "put the name back; somebody else gets a profile of their own, and who has a new name signs off again after `assay reopen \(claim)`"
        case .notAdopted:
            "if readers have it, `assay adopt \(claim)` takes it into a journal, and `assay adopt` all such; if they do not, take `published` out"
        case .adoptedWithoutReview:
            "`assay reopen \(claim)`, `assay submit \(claim)`, and have it reviewed; until then its page shows no sign-off"
        case .ignoredField: "take the line out"
        case .publishedWithoutRight:
            "let an editor publish it once more after `assay reopen \(claim)`; or put right who is an editor"
        case .publishedWithoutApproval: "have it reviewed again, or `assay retract` it"
        case .changedPage, .missingJournal:
            "build the site again with `assay build`, and put it where this one is"
        default: "a journal is written by Assay alone: restore the file from git"
        }
    }

    /// A finding of this rule.
    /// - Parameter help: the advice; nil for the rule's own.
    func diagnostic(
        _ message: String,
        at span: SourceSpan?,
        claim: String,
        severity: Diagnostic.Severity? = nil,
        labels: [Diagnostic.Label] = [],
        help: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            rule: self,
            severity: severity,
            message: message,
            span: span,
            labels: labels,
            help: help ?? self.help(claim: claim)
        )
    }
}
