/// Rules about time stamps of captures and journals.
extension RuleID {
    /// What lies beside a manifest vouches for it.
    package static let brokenStamp = RuleID("broken-stamp", .error, isAdjustable: false)
    /// Stamped files are as they were stamped.
    package static let stampedOtherwise = RuleID("stamped-otherwise", .error, isAdjustable: false)
    /// A known root vouches for each stamp.
    package static let stampWithoutRoot = RuleID("stamp-without-root", .warning)
}
