import Diagnostics

/// What is wrong with the newsroom at the moment, as far as it is known.
///
/// The house rules take a while on a large newsroom. Until they have been applied to a change, what reading the changed
/// files found stands beside what the rules found before.
struct LiveFindings: Sendable {
    /// Sorted, as the house rules give them.
    private var checked: [Diagnostic] = []
    private var fresh: [Diagnostic] = []
    private var rendered: Set<Diagnostic> = []
    private var files: [String: SourceFile] = [:]
    /// Whether the house rules have seen the files as they are now.
    private(set) var isComplete = false

    /// All findings, errors first, each once.
    ///
    /// Nothing is sorted here: a large newsroom has thousands of findings, and every change asks for them.
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

    /// The text of a file that a finding names.
    func file(_ path: String) -> SourceFile? { files[path] }

    /// Takes in that files changed, and what reading them found.
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

    /// Takes in what the house rules found.
    mutating func take(checked diagnostics: [Diagnostic], _ allFiles: [String: SourceFile]) {
        checked = diagnostics
        fresh = []
        files = allFiles
        isComplete = true
    }

    /// Takes in what was found when a page was made; false when it is known already.
    mutating func take(rendered diagnostics: [Diagnostic]) -> Bool {
        let count = rendered.count
        rendered.formUnion(diagnostics)
        return rendered.count != count
    }
}
