/// Rules about journals, versions and signatures.
extension RuleID {
    /// A line cannot be read, or does not follow the one before it.
    package static let brokenJournal = RuleID("broken-journal", .error, isAdjustable: false)
    /// Two branches both wrote.
    package static let forkedJournal = RuleID("forked-journal", .error, isAdjustable: false)
    /// The last line has no end.
    package static let halfWrittenLine = RuleID("half-written-line", .error, isAdjustable: false)
    /// A line is earlier than one that it was written after.
    package static let timeOrder = RuleID("time-order", .error)
    /// An event that the table of states and events forbids.
    package static let impossibleEvent = RuleID("impossible-event", .error, isAdjustable: false)
    /// A text that a journal names is not there.
    package static let missingVersion = RuleID("missing-version", .error, isAdjustable: false)
    /// A text is not the one that its name is the digest of.
    package static let changedVersion = RuleID("changed-version", .error, isAdjustable: false)
    /// A text that no journal names: lines that did are missing.
    package static let unnamedVersion = RuleID("unnamed-version", .error, isAdjustable: false)
    /// A signature that does not hold.
    package static let badSignature = RuleID("bad-signature", .error, isAdjustable: false)
    /// A line of the file of keys that names no key.
    package static let unreadSigner = RuleID("unread-signer", .warning)
    /// A line that the policy wants signed and that is not.
    package static let missingSignature = RuleID("missing-signature", .error, isAdjustable: false)
    /// Signatures of which nothing is known, because they cannot be verified here.
    package static let unverifiableSignature = RuleID("unverifiable-signature", .error, isAdjustable: false)
    /// A journal that was published is not there, or is shorter.
    package static let missingJournal = RuleID("missing-journal", .error, isAdjustable: false)
    /// A page or a data file says something else than what was approved.
    package static let changedPage = RuleID("changed-page", .error, isAdjustable: false)
    /// The files say something else than what readers were given.
    package static let changedAfterPublication = RuleID(
        "changed-after-publication",
        .error,
        isAdjustable: false
    )
    /// Someone signed off an earlier text.
    package static let staleSignOff = RuleID("stale-sign-off", .warning)
    /// What readers see was approved in a form that leaves out much of it.
    package static let earlierForm = RuleID("earlier-form", .warning)
    /// A reviewer whom readers see has another name than when they signed off.
    package static let renamedReviewer = RuleID("renamed-reviewer", .warning)
    /// What readers see has fewer sign-offs than the policy asks for.
    package static let publishedWithoutApproval = RuleID("published-without-approval", .error)
    /// What readers see was published, corrected or retracted by someone who may not.
    package static let publishedWithoutRight = RuleID("published-without-right", .error)
    /// A verdict that was published by its day, in a newsroom that goes by journals since.
    package static let notAdopted = RuleID("not-adopted", .error, isAdjustable: false)
    /// What readers had before the journal began, and nobody has signed off since.
    package static let adoptedWithoutReview = RuleID("adopted-without-review", .note)
    /// A field that decides nothing where journals do.
    package static let ignoredField = RuleID("ignored-field", .warning)
}
