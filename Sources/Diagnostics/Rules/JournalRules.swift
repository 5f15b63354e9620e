/// Rules about journals, versions and signatures.
extension RuleID {
    /// A line cannot be read, or does not follow the one before it.
    public static let brokenJournal = RuleID("broken-journal", .error, isAdjustable: false)
    /// Two branches both wrote.
    public static let forkedJournal = RuleID("forked-journal", .error, isAdjustable: false)
    /// The last line has no end.
    public static let halfWrittenLine = RuleID("half-written-line", .error, isAdjustable: false)
    /// A line is earlier than one that it was written after.
    public static let timeOrder = RuleID("time-order", .error)
    /// An event that the table of states and events forbids.
    public static let impossibleEvent = RuleID("impossible-event", .error, isAdjustable: false)
    /// A text that a journal names is not there.
    public static let missingVersion = RuleID("missing-version", .error, isAdjustable: false)
    /// A text is not the one that its name is the digest of.
    public static let changedVersion = RuleID("changed-version", .error, isAdjustable: false)
    /// A text that no journal names: lines that did are missing.
    public static let unnamedVersion = RuleID("unnamed-version", .error, isAdjustable: false)
    /// A signature that does not hold.
    public static let badSignature = RuleID("bad-signature", .error, isAdjustable: false)
    /// A line that the policy wants signed and that is not.
    public static let missingSignature = RuleID("missing-signature", .error, isAdjustable: false)
    /// Signatures of which nothing is known, because they cannot be verified here.
    public static let unverifiableSignature = RuleID("unverifiable-signature", .error, isAdjustable: false)
    /// A journal that was published is not there, or is shorter.
    public static let missingJournal = RuleID("missing-journal", .error, isAdjustable: false)
    /// A page or a data file says something else than what was approved.
    public static let changedPage = RuleID("changed-page", .error, isAdjustable: false)
    /// The files say something else than what readers were given.
    public static let changedAfterPublication = RuleID(
        "changed-after-publication",
        .error,
        isAdjustable: false
    )
    /// Someone signed off an earlier text.
    public static let staleSignOff = RuleID("stale-sign-off", .warning)
    /// What readers see was approved in a form that leaves out much of it.
    public static let earlierForm = RuleID("earlier-form", .warning)
    /// A reviewer whom readers see has another name than when they signed off.
    public static let renamedReviewer = RuleID("renamed-reviewer", .warning)
    /// What readers see has fewer sign-offs than the policy asks for.
    public static let publishedWithoutApproval = RuleID("published-without-approval", .error)
    /// A verdict that was published by its day, in a newsroom that goes by journals since.
    public static let notAdopted = RuleID("not-adopted", .error, isAdjustable: false)
    /// What readers had before the journal began, and nobody has signed off since.
    public static let adoptedWithoutReview = RuleID("adopted-without-review", .note)
    /// A field that decides nothing where journals do.
    public static let ignoredField = RuleID("ignored-field", .warning)
}
