/// A printer of findings in one format.
///
/// A printer is a pure function: it reads and writes no files. `sources` returns the text of the file at the
/// path of a finding's span; if it returns nil, the finding is printed without its line.
package protocol DiagnosticPrinter: Sendable {
    /// All findings as text, in the order given; ends with a line end unless it is empty.
    func text(of diagnostics: [Diagnostic], sources: (String) -> SourceFile?) -> String
}

/// The formats of findings.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
    /// For people at a terminal: the line with a caret.
    case text
    /// For programs: one array of objects.
    case json
    /// For code review and security dashboards: SARIF 2.1.0.
    case sarif
    /// For GitHub Actions: workflow commands that become annotations on the changed lines.
    case github
    /// For GitLab: a code quality report.
    case gitlab
    /// For the summary page of a run, and for comments: a table in Markdown.
    case markdown

    /// The printer of this format.
    /// - Parameter place: the newsroom's place in its repository, for formats whose paths are relative to the
    ///   repository.
    package func printer(
        style: TerminalStyle = .plain,
        version: String = "0",
        rules: [RuleDescription] = [],
        place: RepositoryPlace = .unknown
    ) -> any DiagnosticPrinter {
        switch self {
        case .text: TextPrinter(style: style)
        case .json: JSONPrinter()
        case .sarif: SARIFPrinter(version: version, rules: rules, place: place)
        case .github: GitHubPrinter(place: place)
        case .gitlab: GitLabPrinter(place: place)
        case .markdown: MarkdownPrinter(place: place)
        }
    }
}

/// The place of a newsroom in its repository.
package struct RepositoryPlace: Hashable, Sendable {
    /// The repository's folder, absolute; nil if unknown.
    package let root: String?
    /// The newsroom's folder in it, `news/facts`; empty if it is the repository's root.
    package let folder: String

    /// The place of a newsroom whose repository is unknown.
    package static let unknown = RepositoryPlace(root: nil, folder: "")

    /// Makes a place.
    package init(root: String?, folder: String) {
        self.root = root
        self.folder = folder
    }

    /// The path in the repository of a file of the newsroom.
    func path(_ file: String) -> String { folder.isEmpty ? file : folder + "/" + file }
}

/// The description of a rule in a report.
package struct RuleDescription: Hashable, Sendable {
    /// The rule's name in kebab case.
    package let name: String
    /// The requirement of the rule, in one sentence.
    package let summary: String
    /// The reason for the rule, and what to do: plain text of any length.
    package let explanation: String?
    /// The severity, unless `site.yaml` changes it.
    package let severity: Diagnostic.Severity

    /// Makes a description.
    package init(
        name: String,
        summary: String,
        explanation: String? = nil,
        severity: Diagnostic.Severity = .error
    ) {
        self.name = name
        self.summary = summary
        self.explanation = explanation
        self.severity = severity
    }
}
