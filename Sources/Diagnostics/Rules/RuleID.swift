/// A rule: its name, how much a finding of it weighs, and whether a newsroom may change that.
///
/// Rules that several modules report are named beside this file; a house rule's id is in its guide. No other text names a rule, so
/// that the compiler finds one that does not exist. Two ids with the same name are the same rule.
package struct RuleID: Sendable {
    /// The name, in kebab case: what `assay explain` and `site.yaml` know it by.
    package let name: String
    /// The severity when a newsroom says nothing; nil for a rule that is off until it is turned on.
    package let severity: Diagnostic.Severity?
    /// Whether `site.yaml` can change the severity: no for what makes a file unreadable.
    package let isAdjustable: Bool

    /// Names a rule.
    package init(_ name: String, _ severity: Diagnostic.Severity?, isAdjustable: Bool = true) {
        self.name = name
        self.severity = severity
        self.isAdjustable = isAdjustable
    }
}

extension RuleID: Hashable, Comparable, CustomStringConvertible {
    /// Whether two names are the same.
    package static func == (left: RuleID, right: RuleID) -> Bool { left.name == right.name }
    /// Orders by name.
    package static func < (left: RuleID, right: RuleID) -> Bool { left.name < right.name }
    /// Hashes the name.
    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
    /// The name.
    package var description: String { name }
}
