import Diagnostics
import Files

/// The files of a newsroom as they were last read, each with what came of it.
///
/// Loading a newsroom again after a change reads and decodes only the files that changed; linking, which is cheap,
/// is done anew.
package struct NewsroomFiles: Sendable {
    /// What is known of one file. An object, so that thousands of them are copied by their references.
    fileprivate final class Reading: Sendable {
        let stamp: FileStamp?
        /// What came of reading; nil for a file that is only warned of.
        let outcome: RecordOutcome?
        let warnings: [Diagnostic]
        /// What came of it when it last could be used, if it cannot be now.
        let lastUsable: RecordOutcome?

        init(
            _ stamp: FileStamp?,
            _ outcome: RecordOutcome?,
            warnings: [Diagnostic] = [],
            lastUsable: RecordOutcome? = nil
        ) {
            self.stamp = stamp
            self.outcome = outcome
            self.warnings = warnings
            self.lastUsable = lastUsable
        }
    }

    private var tree: FileTree
    private var readings: [String: Reading] = [:]

    /// Reads and decodes all files of a newsroom, on all cores.
    package init(loading tree: FileTree) async {
        self.tree = tree
        for (entry, reading) in await Self.read(tree) { readings[entry.path] = reading }
    }

    /// Reads again what has changed.
    /// - Parameter other: the same folder with other texts over it; nil if those are as before.
    /// - Returns: the paths of the files that came, went, or have another content than before.
    @discardableResult
    package mutating func reload(_ changes: Set<FileChange>, in other: FileTree? = nil) async -> Set<String> {
        if let other { tree = other }
        var present: [String: FileTree.Entry] = [:]
        var suspects: Set<String> = []
        for change in changes {
            switch change {
            case .file(let path):
                suspects.insert(path)
                present[path] = tree.entry(at: path)
            case .folder(let folder):
                for entry in Self.entries(in: tree, below: folder) {
                    present[entry.path] = entry
                    if isOutdated(entry) { suspects.insert(entry.path) }
                }
                suspects.formUnion(readings.keys.filter { Self.lies($0, in: folder) && present[$0] == nil })
            }
        }
        let readable = suspects.compactMap { present[$0] }.filter { FileListing.role(of: $0) != nil }
        let fresh = await readable.concurrentMap { [tree] in Self.read($0, from: tree) }
        var changed = suspects.subtracting(readable.map(\.path)).filter { readings[$0] != nil }
        for path in changed { readings[path] = nil }
        for (entry, reading) in zip(readable, fresh) where take(reading, at: entry.path) {
            changed.insert(entry.path)
        }
        return changed
    }

    /// What the files say now, linked.
    package var current: LoadedNewsroom { loaded { $0.outcome } }

    /// The newsroom for showing: a file that cannot be used now counts as it was when it last could.
    package var lastUsable: LoadedNewsroom { loaded { $0.lastUsable ?? $0.outcome } }

    /// Whether `lastUsable` differs from `current`.
    package var usesOlderFiles: Bool { readings.values.contains { $0.lastUsable != nil } }

    /// Whether a file cannot be used as it is now.
    package func isBroken(_ path: String) -> Bool {
        readings[path]?.outcome.map { !$0.isUsable } ?? false
    }

    /// What reading a file found.
    package func diagnostics(of path: String) -> [Diagnostic] {
        readings[path].map { $0.warnings + ($0.outcome?.diagnostics ?? []) } ?? []
    }

    /// The text of a file as it was last read.
    package func file(_ path: String) -> SourceFile? { readings[path]?.outcome?.file }

    /// A linked newsroom with the words that some records have now, without linking it anew.
    ///
    /// - Parameters:
    ///   - usingOlder: whether a record that cannot be used now counts as it was when it last could, as in `lastUsable`; else it is not there,
    ///     as in `current`.
    ///   - paths: the files that changed since it was linked.
    ///   - known: the files that were read then, by path.
    ///   - publications: what journals say of the publication of some verdicts.
    /// - Returns: nil if more changed than words: the settings, former ids, or which files there are.
    package func updating(
        _ newsroom: Newsroom,
        usingOlder: Bool,
        from paths: Set<String>,
        among known: [String: SourceFile],
        publications: [String: VerdictPublication] = [:]
    ) -> Newsroom? {
        var records: [any Record] = []
        var gone: Set<RecordKey> = []
        var unreadable = newsroom.unreadable
        for path in paths.sorted() {
            guard known[path] != nil, let reading = readings[path], let outcome = reading.outcome,
                let key = outcome.key
            else { return nil }
            // Another file may have the same id, and a new record may be called as another one was.
            if let record = newsroom.record(key) {
                guard record.file.path == path else { return nil }
            } else {
                guard unreadable.contains(key), RecordID.problem(key.id) == nil else { return nil }
            }
            let usable = outcome.isUsable ? outcome : usingOlder ? reading.lastUsable : nil
            if usable == nil { gone.insert(key) }
            if let usable {
                guard case .record(let record) = usable.content,
                    usable.formerly.map(\.value) == newsroom.formerIDs.all(.record(key.kind), key.id)
                else { return nil }
                records.append(record)
            }
            if usable.map(\.diagnostics.hasErrors) ?? true {
                unreadable.insert(key)
            } else {
                unreadable.remove(key)
            }
        }
        return newsroom.updating(
            records,
            without: gone,
            unreadable: unreadable,
            publications: publications
        )
    }

    private func loaded(_ choose: (Reading) -> RecordOutcome?) -> LoadedNewsroom {
        let sorted = readings.sorted { $0.key < $1.key }
        return LoadedNewsroom(
            sorted.compactMap { choose($0.value) },
            listing: sorted.flatMap(\.value.warnings),
            in: tree
        )
    }

    private func isOutdated(_ entry: FileTree.Entry) -> Bool {
        guard let reading = readings[entry.path] else { return true }
        return entry.problem != nil || reading.stamp != tree.stamp(of: entry.path)
    }

    /// Keeps a reading; false when it says what is known already.
    private mutating func take(_ reading: Reading, at path: String) -> Bool {
        let before = readings[path]
        if let outcome = reading.outcome, !outcome.isUsable {
            let usable = before?.outcome.flatMap { $0.isUsable ? $0 : nil }
            readings[path] = Reading(reading.stamp, outcome, lastUsable: before?.lastUsable ?? usable)
        } else {
            readings[path] = reading
        }
        guard let before else { return true }
        return before.outcome?.file != reading.outcome?.file
            || before.outcome?.diagnostics != reading.outcome?.diagnostics
    }

    /// Lists all files and reads them.
    fileprivate static func read(_ tree: FileTree) async -> [(entry: FileTree.Entry, reading: Reading)] {
        let entries = await FileListing.list(tree)
        return Array(zip(entries, await entries.concurrentMap { read($0, from: tree) }))
    }

    private static func read(_ entry: FileTree.Entry, from tree: FileTree) -> Reading {
        // The stamp is taken first: a change while reading makes it old, and the file is read again.
        let stamp = tree.stamp(of: entry.path)
        if case .unread(let warning) = FileListing.role(of: entry) {
            return Reading(stamp, nil, warnings: [warning])
        }
        return Reading(stamp, RecordOutcome(reading: entry, from: tree))
    }

    private static func entries(in tree: FileTree, below folder: String) -> [FileTree.Entry] {
        if folder.isEmpty { return FileListing.all(in: tree) }
        return tree.files(below: folder, noFolderEndsIn: FileListing.suffix)
    }

    private static func lies(_ path: String, in folder: String) -> Bool {
        folder.isEmpty || path == folder || path.hasPrefix(folder + "/")
    }
}

extension LoadedNewsroom {
    /// Reads, decodes and links all records below a folder, on all cores; nothing is kept for another time.
    package static func load(from tree: FileTree) async -> LoadedNewsroom {
        let readings = await NewsroomFiles.read(tree).map(\.reading)
        return LoadedNewsroom(
            readings.compactMap(\.outcome),
            listing: readings.flatMap(\.warnings),
            in: tree
        )
    }
}
