/// Turns findings into one form of output.
///
/// A printer is a pure function: it neither reads files nor writes any. It asks for the text of a file
/// through `sources`, by the path that the finding's span carries, and does without where that gives nil.
public protocol DiagnosticPrinter: Sendable {
    /// All findings as text, in the order given; ends with a line end unless it is empty.
    func text(of diagnostics: [Diagnostic], sources: (String) -> SourceFile?) -> String
}

/// The forms in which findings can be printed.
public enum DiagnosticFormat: String, Sendable, CaseIterable {
    /// For people at a terminal: the line with a caret.
    case text
    /// For programs: one array of objects.
    case json
    /// For code review and security dashboards: SARIF 2.1.0.
    case sarif
    /// For GitHub Actions: workflow commands that become annotations on the changed lines.
    case github

    /// The printer for this form.
    /// - Parameter place: where the newsroom lies in its repository, for the forms that tools of the repository read.
    public func printer(
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
        }
    }
}

/// Where a newsroom lies in the repository that holds it.
public struct RepositoryPlace: Hashable, Sendable {
    /// The repository's folder, absolute; nil when it is not known.
    public let root: String?
    /// The newsroom's folder in it, `news/facts`; empty when it is the repository's own.
    public let folder: String

    /// A newsroom that is its own repository, as far as anyone knows.
    public static let unknown = RepositoryPlace(root: nil, folder: "")

    /// Makes a place.
    public init(root: String?, folder: String) {
        self.root = root
        self.folder = folder
    }

    /// The path in the repository of a file of the newsroom.
    func path(_ file: String) -> String { folder.isEmpty ? file : folder + "/" + file }
}

/// What a report says of a rule, apart from its findings.
public struct RuleDescription: Hashable, Sendable {
    /// The rule's name in kebab case.
    public let name: String
    /// What the rule asks for, in one sentence.
    public let summary: String
    /// Why, and what to do: plain text of any length.
    public let explanation: String?
    /// How much a finding weighs unless `site.yaml` says otherwise.
    public let severity: Diagnostic.Severity

    /// Makes a description.
    public init(
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
