/// Rules about templates and words: reported when they are read, and when pages are made of them.
extension RuleID {
    /// Templates are well-formed Mustache.
    package static let templateSyntax = RuleID("template-syntax", .error, isAdjustable: false)
    /// Each value in a template stands in well-formed HTML: in text, a quoted attribute or an address.
    package static let templateMarkup = RuleID("template-markup", .error, isAdjustable: false)
    /// Templates do not include each other without end.
    package static let templateRecursion = RuleID("template-recursion", .error, isAdjustable: false)
    /// Templates and the pages made of them keep to bounds.
    package static let templateLimit = RuleID("template-limit", .error, isAdjustable: false)
    /// A value is used as what it is.
    package static let templateValue = RuleID("template-value", .error, isAdjustable: false)
    /// Templates use only names that the page has.
    package static let unknownName = RuleID("unknown-name", .error, isAdjustable: false)
    /// Templates include only templates that exist.
    package static let unknownTemplate = RuleID("unknown-template", .error, isAdjustable: false)
    /// A template fills only blocks that its parent has.
    package static let unknownBlock = RuleID("unknown-block", .error, isAdjustable: false)
    /// Values stand only where they can be made safe.
    package static let unsafeInterpolation = RuleID("unsafe-interpolation", .error, isAdjustable: false)
    /// A language's catalogue has all words that pages show.
    package static let missingWord = RuleID("missing-word", .warning)
    /// A language's catalogue has only words that pages show.
    package static let unknownWord = RuleID("unknown-word", .warning)
    /// Links and images lead to addresses that only show something.
    package static let unsafeAddress = RuleID("unsafe-address", .error)
}
