import Diagnostics

/// Collects what came of the files, and reports ids that are wrong or taken.
struct RecordShelf {
    var diagnostics: [Diagnostic] = []
    private(set) var files: [String: SourceFile] = [:]
    private(set) var hasSettingsFile = false

    private var settings: SiteSettings?
    /// The records, in the order of the kinds.
    private var records: [[any Record]] = RecordKind.allCases.map { _ in [] }
    private var unreadable: Set<RecordKey> = []
    private var pathsByFoldedKey: [RecordKey: String] = [:]

    /// Makes a shelf with room for a number of files.
    init(fileCount: Int) {
        files.reserveCapacity(fileCount)
        pathsByFoldedKey.reserveCapacity(fileCount)
    }

    /// The linked graph; nil without usable settings.
    var newsroom: Newsroom? {
        settings.map {
            Newsroom(
                settings: $0,
                tables: RecordKind.allCases.map { $0.decodableType.table(of: records[$0.place]) },
                unreadable: unreadable
            )
        }
    }

    /// Takes in what came of one file.
    mutating func add(_ outcome: RecordOutcome) {
        diagnostics += outcome.diagnostics
        if let file = outcome.file { files[outcome.path] = file }
        hasSettingsFile = hasSettingsFile || outcome.path == SiteSettings.path
        if let key = outcome.key, !isNew(key, outcome) { return }
        switch outcome.content {
        case .settings(let settings): self.settings = settings
        case .record(let record): records[type(of: record).kind.place].append(record)
        case .nothing: break
        }
        if let key = outcome.key, !outcome.isUsable || outcome.diagnostics.hasErrors {
            unreadable.insert(key)
        }
    }

    /// Notes a record that is there in a file of another name, and is not reported as missing wherever it is named.
    mutating func miss(_ key: RecordKey) { unreadable.insert(key) }

    /// Reports an id that is not well-formed, or that another file of the kind has.
    private mutating func isNew(_ key: RecordKey, _ outcome: RecordOutcome) -> Bool {
        var span: SourceSpan { (outcome.file ?? SourceFile(path: outcome.path, bytes: [])).startSpan }
        if let problem = RecordID.problem(key.id) {
            let suggestion = RecordID.suggestion(for: key.id)
            diagnostics.append(
                Diagnostic(
                    rule: .invalidId,
                    message: "the file's name is no id: \(problem)",
                    span: span,
                    help: suggestion.isEmpty
                        ? "use lower-case letters, digits and hyphens" : "rename it to `\(suggestion).md`"
                )
            )
        }
        let folded = RecordKey(key.kind, RecordID.folded(key.id))
        guard let other = pathsByFoldedKey.updateValue(outcome.path, forKey: folded) else { return true }
        // The first of them stays.
        pathsByFoldedKey[folded] = other
        let otherSpan = (files[other] ?? SourceFile(path: other, bytes: [])).startSpan
        let isSame = RecordKey(path: other) == key
        diagnostics.append(
            Diagnostic(
                rule: .duplicateId,
                message: "there is another \(key.kind.rawValue) `\(key.id)`"
                    + (isSame ? "" : ", which differs only in case or in the way its letters are encoded"),
                span: span,
                labels: [.init(otherSpan, "the other one")],
                help: "rename one of the two files"
            )
        )
        return false
    }
}
