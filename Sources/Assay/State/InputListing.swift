import Captures
import Diagnostics
import Digests
import Editorial
import Files
import Newsroom
import Site
import Synchronization

/// The files of a newsroom that a build reads.
enum InputListing {
    /// The largest file that is compared: none that is read may be larger.
    private static let sizeLimit = 16 * 1024 * 1024

    /// The folders of which every file may count.
    private static let folders = [
        Journal.folder, VersionStore.folder, CapturePlace.stamps, CapturePlace.roots,
    ]
    private static let themeFolders = [SiteTemplates.folder, Theme.stringsFolder]
    private static let singleFiles = [
        SiteSettings.path, AllowedSigners.path, CapturePlace.lock, CapturePlace.watchLog,
    ]

    /// The content of a captured file that the lock names and that is not here.
    static let absent = Fingerprint(high: 0, low: 0)

    /// The files as a build would find them now.
    static func list(_ tree: FileTree) -> [FileTree.Entry] {
        singleFiles.compactMap(tree.entry(at:)) + folders.flatMap { tree.files(below: $0) }
            + RecordKind.allCases.flatMap { FileListing.records(of: $0, in: tree) }
            + themeFolders.flatMap { tree.files(below: $0, within: $0) } + FileListing.strays(in: tree)
            + StaticFiles.entries(in: tree)
    }

    /// The files that a build reads and does not report, as they are now, and those that it may not read.
    static func others(in tree: FileTree) -> [InputFile] {
        let read =
            [AllowedSigners.path, CapturePlace.lock, CapturePlace.watchLog].compactMap(tree.entry(at:))
            + folders.dropFirst().flatMap { tree.files(below: $0) } + StaticFiles.entries(in: tree)
        let seen = tree.files(below: Journal.folder)
        return read.map { InputFile(path: $0.path, content: anyFingerprint(of: $0, in: tree)) }
            + seen.map { InputFile(path: $0.path, content: nil) }
    }

    /// What a build read.
    ///
    /// - Parameters:
    ///   - files: the files that it reports.
    ///   - unread: the paths of those that it saw and did not read.
    ///   - others: the others, as they were before.
    static func read(
        _ files: [String: SourceFile],
        unread: [String],
        others: [InputFile]
    ) async -> [InputFile] {
        let read = await Array(files.values).concurrentMap {
            InputFile(path: $0.path, content: Fingerprint(of: $0.bytes))
        }
        var byPath = Dictionary((others + read).map { ($0.path, $0) }) { _, reported in reported }
        // A file that nothing reads may be a source's snapshot, whose content counts.
        for path in unread where byPath[path] == nil { byPath[path] = InputFile(path: path, content: nil) }
        return byPath.values.sorted { $0.path < $1.path }
    }

    /// The content of a file as a build reads it; nil when it cannot be read.
    private static func fingerprint(of entry: FileTree.Entry, in tree: FileTree) -> Fingerprint? {
        bytes(of: entry, in: tree).map { Fingerprint(of: $0) }
    }

    /// What a build reads in a file. Text is read without a byte order mark.
    static func bytes(of entry: FileTree.Entry, in tree: FileTree) -> [UInt8]? {
        guard let bytes = try? tree.contents(of: entry, limit: sizeLimit) else { return nil }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let isText =
            RecordKey(path: entry.path) != nil || entry.path == SiteSettings.path
            || entry.path.hasPrefix("templates/") && SiteTemplates.isText(entry.path)
        return isText && bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    }

    /// Whether the files are those that a build read, with the same content. Every file is read: a time tells nothing
    /// of a clock that was set back, nor of a file that was touched.
    static func are(
        _ known: [InputFile],
        in tree: FileTree,
        remembering captures: CaptureMemory
    ) async -> Bool {
        let entries = list(tree)
        let listed = Set(entries.map(\.path))
        // Snapshots of sources lie anywhere.
        let others = known.filter { !listed.contains($0.path) }
        guard entries.count == known.count - others.count, others.allSatisfy({ $0.content != nil }) else {
            return false
        }
        let files = await CapturedFiles(Set(others.map(\.path)), in: tree, remembering: captures)
        guard others.allSatisfy({ isSame($0, files) }) else { return false }
        let contents = Dictionary(known.map { ($0.path, $0.content) }) { first, _ in first }
        if let likeliest = await lastChanged(of: entries, in: tree),
            !isSame(likeliest, as: contents, in: tree)
        {
            return false
        }
        let hasDifference = Mutex(false)
        let same = await entries.concurrentMap { entry in
            // One difference is enough to stop.
            if hasDifference.withLock(\.self) { return false }
            let isSame = isSame(entry, as: contents, in: tree)
            if !isSame { hasDifference.withLock { $0 = true } }
            return isSame
        }
        return same.allSatisfy(\.self)
    }

    /// The file that was changed last, by its time: after an edit it is the one to look at, and all others need not be read.
    private static func lastChanged(of entries: [FileTree.Entry], in tree: FileTree) async -> FileTree.Entry?
    {
        let times = await entries.concurrentMap { tree.stamp(of: $0.path)?.changed ?? .max }
        return zip(entries, times).max { $0.1 < $1.1 }?.0
    }

    private static func isSame(_ snapshot: InputFile, _ files: CapturedFiles) -> Bool {
        switch files.standings[snapshot.path] {
        case .found(let digest): Fingerprint(digest) == snapshot.content
        case .problem(.missing): snapshot.content == absent
        case .problem, nil: false
        }
    }

    private static func isSame(
        _ entry: FileTree.Entry,
        as contents: [String: Fingerprint?],
        in tree: FileTree
    ) -> Bool {
        guard entry.problem == nil, let content = contents[entry.path] else { return false }
        guard let content else { return true }
        return anyFingerprint(of: entry, in: tree) == content
    }

    /// The content of a file of any size; nil when it cannot be read.
    private static func anyFingerprint(of entry: FileTree.Entry, in tree: FileTree) -> Fingerprint? {
        fingerprint(of: entry, in: tree) ?? (try? tree.digest(of: entry.path)).map(Fingerprint.init)
    }
}
