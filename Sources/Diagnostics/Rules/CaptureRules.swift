/// Rules about what is held of sources and articles: reported when captures are compared.
extension RuleID {
    /// Each snapshot is a file of the newsroom, or a capture that the lock knows.
    package static let snapshotMissingFile = RuleID("snapshot-missing-file", .error, isAdjustable: false)
    /// A snapshot's file has the SHA-256 that its record names.
    package static let snapshotDigest = RuleID("snapshot-digest", .error, isAdjustable: false)
    /// A snapshot in the folder of captures is in the lock, as a capture of this record.
    package static let snapshotUnknown = RuleID("snapshot-unknown", .warning)
    /// The words that are quoted can be looked for in the snapshot.
    package static let snapshotNotText = RuleID("snapshot-not-text", .note)
    /// A quotation stands in the captured words.
    package static let quoteNotInSnapshot = RuleID("quote-not-in-snapshot", .warning)
    /// A quotation stands in what readers of the captured page see.
    package static let quoteOnlyHidden = RuleID("quote-only-hidden", .warning)
    /// The lock has one readable line for each capture.
    package static let captureLock = RuleID("capture-lock", .error, isAdjustable: false)
    /// Captures are what they were when they were locked.
    package static let captureDamaged = RuleID("capture-damaged", .error, isAdjustable: false)
    /// A record stands on a page, and not on a refusal or an error.
    package static let captureBlocked = RuleID("capture-blocked", .warning)
    /// The log of observations has one readable line for each look at a page.
    package static let watchLog = RuleID("watch-log", .warning)
    /// Captures have time stamps, where the newsroom uses any.
    package static let captureNotStamped = RuleID("capture-not-stamped", .warning)
    /// Captures hold nobody's cookies and passwords.
    package static let captureHasSessionCookie = RuleID("capture-has-session-cookie", .warning)
}
