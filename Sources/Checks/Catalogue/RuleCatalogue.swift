import Diagnostics

/// All rules that Assay knows, its own and those of the modules that read files and templates.
package enum RuleCatalogue {
    /// What there is to know about each rule, sorted by name.
    package static let guides: [RuleGuide] =
        (rules.map { $0.guide } + fileGuides + frontMatterGuides + journalGuides + templateGuides).sorted {
            $0.name < $1.name
        }

    /// The names, sorted.
    package static var names: [String] { guides.map(\.name) }

    /// What there is to know about a rule; nil when there is none of that name.
    package static func guide(_ name: String) -> RuleGuide? { guidesByName[name] }

    private static let guidesByName = Dictionary(guides.map { ($0.name, $0) }) { first, _ in first }

    /// The page about a rule, in Markdown; nil when there is none of that name.
    package static func explain(_ name: String) -> String? { guide(name)?.explanation }

    /// The page about all rules, in Markdown: docs/rules.md.
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
