/// Rules about front matter and settings: reported while they are decoded.
extension RuleID {
    /// A record starts with front matter.
    package static let missingFrontMatter = RuleID("missing-front-matter", .error, isAdjustable: false)
    /// Front matter and settings are well-formed YAML.
    package static let yamlSyntax = RuleID("yaml-syntax", .error, isAdjustable: false)
    /// YAML takes nothing away of what a field says.
    package static let wordsLostToYAML = RuleID("words-lost-to-yaml", .error)
    /// Front matter does not nest deeply, and has few anchors and aliases.
    package static let yamlTooComplex = RuleID("yaml-too-complex", .error, isAdjustable: false)
    /// Records have only fields that Assay knows.
    package static let unknownField = RuleID("unknown-field", .error, isAdjustable: false)
    /// Records have the fields that they need.
    package static let missingField = RuleID("missing-field", .error, isAdjustable: false)
    /// A field holds what its kind asks for.
    package static let wrongType = RuleID("wrong-type", .error, isAdjustable: false)
    /// Dates exist, and are written year first.
    package static let invalidDate = RuleID("invalid-date", .error, isAdjustable: false)
    /// Texts hold no characters that nobody sees.
    package static let controlCharacter = RuleID("control-character", .error)
}
