import Diagnostics

/// The newsroom's current findings, as far as they are known.
///
/// The house rules take a while on a large newsroom. Until they have run on a change, the findings of reading
/// the changed files are combined with the rules' earlier findings.
struct LiveFindings: Sendable {
    /// The findings of the house rules, sorted.
    private var checked: [Diagnostic] = []
    private var fresh: [Diagnostic] = []
    private var rendered: Set<Diagnostic> = []
    private var files: [String: SourceFile] = [:]
    /// Whether the house rules have run on the current files.
    private(set) var isComplete = false

    /// All findings, errors first, each once.
    ///
    /// The large list is not sorted again, because every change asks for thousands of findings.
    var all: [Diagnostic] {
        let news = Set(fresh).union(rendered)
        let sortedNews = news.sorted()
        let isNews = !news.isEmpty
        return Diagnostic.Severity.allCases.flatMap { severity in
            sortedNews.filter { $0.severity == severity }
                + checked.filter { $0.severity == severity && !(isNews && news.contains($0)) }
        }
    }

    /// The findings that stop a build.
    var errors: [Diagnostic] {
        func errors(in findings: some Sequence<Diagnostic>) -> [Diagnostic] {
            findings.filter { $0.severity == .error }
        }
        return errors(in: fresh) + errors(in: rendered.sorted()) + errors(in: checked)
    }

    /// The text of a file that findings name.
    func file(_ path: String) -> SourceFile? { files[path] }

    /// Adds the findings of reading changed files, and drops the stale ones of these files.
    mutating func take(
        changed paths: [String],
        _ diagnostics: [Diagnostic],
        _ changedFiles: [String: SourceFile]
    ) {
        let paths = Set(paths)
        checked.removeAll { paths.contains($0.span?.file ?? "") }
        fresh.removeAll { paths.contains($0.span?.file ?? "") }
        fresh += diagnostics
        rendered = []
        files.merge(changedFiles) { $1 }
        isComplete = false
    }

    /// Replaces all findings by those of the house rules.
    mutating func take(checked diagnostics: [Diagnostic], _ allFiles: [String: SourceFile]) {
        checked = diagnostics
        fresh = []
        files = allFiles
        isComplete = true
    }

    /// Adds the findings of rendering a page. Returns whether any is new.
    mutating func take(rendered diagnostics: [Diagnostic]) -> Bool {
        let count = rendered.count
        rendered.formUnion(diagnostics)
        return rendered.count != count
    }
}
