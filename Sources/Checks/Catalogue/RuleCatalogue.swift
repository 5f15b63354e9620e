import Diagnostics

/// The catalogue of all rules: the house rules, and those that other modules report about files, journals and templates.
package enum RuleCatalogue {
    /// The guides of all rules, sorted by name.
    package static let guides: [RuleGuide] =
        (rules.map { $0.guide } + fileGuides + mediaGuides + captureGuides + stampGuides + frontMatterGuides
        + journalGuides
        + templateGuides).sorted {
            $0.name < $1.name
        }

    /// The names of all rules, sorted.
    package static var names: [String] { guides.map(\.name) }

    /// The guide of a rule; nil for an unknown name.
    package static func guide(_ name: String) -> RuleGuide? { guidesByName[name] }

    private static let guidesByName = Dictionary(guides.map { ($0.name, $0) }) { first, _ in first }

    /// The page of a rule in Markdown, as `assay explain` prints it; nil for an unknown name.
    package static func explain(_ name: String) -> String? { guide(name)?.explanation }

    /// The text of docs/rules.md.
    package static var page: String {
        let rows = guides.map { guide in
            "| [`\(guide.name)`](#\(guide.name)) | \(guide.id.severity?.rawValue ?? "off") | \(guide.summary) |"
        }
        return """
            # The rules

            What `assay check` and `assay build` report. `assay explain <rule>` shows one entry of this page. A
            newsroom sets severities in `content/site.yaml`, except those marked as fixed:

            ```yaml
            checks:
              source-not-archived: off      # or note, warning, error
            ```

            | rule | severity | what it asks for |
            | --- | --- | --- |
            \(rows.joined(separator: "\n"))

            \(guides.map { $0.sections(level: 2) }.joined(separator: "\n"))
            """
    }
}
