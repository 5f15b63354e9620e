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
    private var former: [(key: RecordKey, ids: [Located<String>], file: SourceFile)] = []
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
                unreadable: unreadable,
                formerIDs: formerIDs($0)
            )
        }
    }

    /// What was renamed, in the order of the files.
    private func formerIDs(_ settings: SiteSettings) -> FormerIDs {
        var names = FormerIDs()
        for entry in former {
            names.add(entry.ids.map(\.value), of: entry.key.id, in: .record(entry.key.kind))
        }
        for topic in settings.topics { names.add(topic.formerly.map(\.value), of: topic.id, in: .topic) }
        for ruling in settings.scale.all {
            names.add(ruling.formerly.map(\.value), of: ruling.id, in: .ruling)
        }
        return names
    }

    /// Findings on former ids that something else has, or had.
    var formerIDFindings: [Diagnostic] {
        var owners: [IDSpace: [String: String]] = [:]
        for key in pathsByFoldedKey.keys { owners[.record(key.kind), default: [:]][key.id] = key.id }
        for topic in settings?.topics ?? [] { owners[.topic, default: [:]][topic.id] = topic.id }
        for ruling in settings?.scale.all ?? [] { owners[.ruling, default: [:]][ruling.id] = ruling.id }
        var findings: [Diagnostic] = []
        func check(_ ids: [Located<String>], of id: String, in space: IDSpace, _ file: SourceFile) {
            for former in ids where former.value != id {
                guard let owner = owners[space]?[former.value], owner != id else {
                    owners[space, default: [:]][former.value] = id
                    continue
                }
                let has = owner == former.value ? "has this id now" : "had this id, too"
                findings.append(
                    Diagnostic(
                        rule: .duplicateId,
                        message: "the \(space.word) `\(owner)` \(has): `\(former.value)` cannot lead to two",
                        span: file.span(former.range),
                        help: "take it out of one of the two; `assay rename` gives a record another id"
                    )
                )
            }
        }
        for entry in former { check(entry.ids, of: entry.key.id, in: .record(entry.key.kind), entry.file) }
        if let settings {
            for topic in settings.topics { check(topic.formerly, of: topic.id, in: .topic, settings.file) }
            for ruling in settings.scale.all {
                check(ruling.formerly, of: ruling.id, in: .ruling, settings.file)
            }
        }
        return findings
    }

    /// Takes in what came of one file.
    mutating func add(_ outcome: RecordOutcome) {
        diagnostics += outcome.diagnostics
        if let file = outcome.file { files[outcome.path] = file }
        hasSettingsFile = hasSettingsFile || outcome.path == SiteSettings.path
        if let key = outcome.key, !isNew(key, outcome) { return }
        switch outcome.content {
        case .settings(let settings): self.settings = settings
        case .record(let record):
            records[type(of: record).kind.place].append(record)
            if !outcome.formerly.isEmpty, let key = outcome.key {
                former.append((key, outcome.formerly, record.file))
            }
        case .nothing: break
        }
        if let key = outcome.key, !outcome.isUsable || outcome.diagnostics.hasErrors {
            unreadable.insert(key)
        }
    }

    /// Notes a record that is there in a file of another name, and is not reported as missing wherever it is named.
    mutating func miss(_ key: RecordKey) { unreadable.insert(key) }

    /// The fix that gives a record's file the name of a well-formed id; nil if that is no id, or the id of another record.
    private func renaming(_ path: String, _ key: RecordKey, to id: String) -> Fix? {
        guard RecordID.problem(id) == nil, pathsByFoldedKey[RecordKey(key.kind, id)] == nil,
            let slash = path.lastIndex(of: "/")
        else { return nil }
        let new = path[...slash] + id + FileListing.suffix
        return Fix("Rename the file to `\(id).md`", .safe, [.move(from: path, to: String(new))])
    }

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
                        ? "use lower-case letters, digits and hyphens" : "rename it to `\(suggestion).md`",
                    fixes: [renaming(outcome.path, key, to: suggestion)].compactMap(\.self)
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
