/// Rules about front matter and settings: reported while they are decoded.
extension RuleID {
    /// A record starts with front matter.
    public static let missingFrontMatter = RuleID("missing-front-matter", .error, isAdjustable: false)
    /// Front matter and settings are well-formed YAML.
    public static let yamlSyntax = RuleID("yaml-syntax", .error, isAdjustable: false)
    /// YAML takes nothing away of what a field says.
    public static let wordsLostToYAML = RuleID("words-lost-to-yaml", .error)
    /// Front matter does not nest deeply, and has few anchors and aliases.
    public static let yamlTooComplex = RuleID("yaml-too-complex", .error, isAdjustable: false)
    /// Records have only fields that Assay knows.
    public static let unknownField = RuleID("unknown-field", .error, isAdjustable: false)
    /// Records have the fields that they need.
    public static let missingField = RuleID("missing-field", .error, isAdjustable: false)
    /// A field holds what its kind asks for.
    public static let wrongType = RuleID("wrong-type", .error, isAdjustable: false)
    /// Dates exist, and are written year first.
    public static let invalidDate = RuleID("invalid-date", .error, isAdjustable: false)
    /// Texts hold no characters that nobody sees.
    public static let controlCharacter = RuleID("control-character", .error)
}
