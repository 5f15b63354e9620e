/// The transaction that replaces one site with the next in an output folder.
///
/// New files are staged in `.assay/new`. Renaming that folder to `.assay/ready` commits the transaction. An
/// interruption before it changes nothing; after it, the next process that opens the output folder completes
/// the switch. Every step is idempotent, so it does not matter where an earlier attempt was interrupted.
struct OutputSwitch: Sendable {
    private let output: OpenFolder
    /// The output folder's `.assay`.
    private let own: OpenFolder

    private static let ready = "ready".cName
    /// The file name of the new site's record until it replaces the old one.
    private static let nextRecord = OutputRecord.name + ".new"

    /// The most files that a switch waits for until they are on the disk: as many as a desk publishes at
    /// once. A whole site would take seconds longer; after a power cut, the next build makes emptied files
    /// again.
    static let durableCount = 256

    init(in output: OpenFolder, own: OpenFolder) {
        self.output = output
        self.own = own
    }

    /// Completes an interrupted switch that was committed, or removes the staged files of one that was not.
    func resume() throws(OutputProblem) {
        if own.kind(of: Self.ready) == .folder {
            _ = try carryOut()
        } else {
            own.removeAll(Self.ready)
            own.removeAll(StagingFolder.name.cName)
            own.removeAll(Self.nextRecord.cName)
        }
    }

    /// Commits the switch and carries it out.
    /// - Parameters:
    ///   - staging: the folder of staged files.
    ///   - staged: the paths of the staged files.
    ///   - record: the record of the new site; nil if it is unchanged.
    ///   - known: the files that earlier builds wrote. No other file is replaced.
    /// - Returns: the number of removed files.
    func run(
        _ staging: StagingFolder,
        staged: [String],
        record: OutputRecord?,
        known: Set<String>
    ) throws(OutputProblem) -> Int {
        try requireFreePlaces(staging.folder, output, "", known)
        do throws(FileProblem) {
            if staged.count <= Self.durableCount { try staging.synchronise(staged) }
            if let record { try own.replace(Self.nextRecord, with: record.bytes, mode: staging.recordMode) }
            try own.move(StagingFolder.name.cName, to: own, as: Self.ready)
            try own.synchronise()
        } catch {
            throw .file(OutputRecord.folder, error)
        }
        return try carryOut()
    }

    private func carryOut() throws(OutputProblem) -> Int {
        let ready: OpenFolder
        do throws(FileProblem) { ready = try own.folder(Self.ready) } catch {
            throw .file(OutputRecord.folder, error)
        }
        // New pages appear before the links to them, and old pages disappear after the links.
        try move(ready, output, "", replacing: false)
        try move(ready, output, "", replacing: true)
        var count = 0
        if let next = OutputRecord(in: own, Self.nextRecord) {
            for path in (OutputRecord(in: own)?.paths ?? []).subtracting(next.paths).sorted() {
                try remove(path)
                count += 1
            }
        }
        do throws(FileProblem) {
            if own.kind(of: Self.nextRecord.cName) != nil {
                try own.move(Self.nextRecord.cName, to: own, as: OutputRecord.name.cName)
            }
        } catch {
            throw .file(OutputRecord.folder, error)
        }
        own.removeAll(Self.ready)
        return count
    }

    /// Throws, before the commit, if the switch cannot be carried out or would replace files that are not
    /// ours.
    private func requireFreePlaces(
        _ source: OpenFolder,
        _ target: OpenFolder,
        _ parent: String,
        _ known: Set<String>
    ) throws(OutputProblem) {
        for name in try names(in: source, parent) {
            guard let there = target.kind(of: name) else { continue }
            let path = parent + Self.text(name)
            switch (source.kind(of: name), there) {
            case (.folder, .folder):
                let (inner, place) = try (open(name, in: source, path), open(name, in: target, path))
                try requireFreePlaces(inner, place, path + "/", known)
            case (.folder, .link): throw .file(path, OpenFolder.linkProblem)
            case (.folder, _): throw .file(path, .notAFolder)
            case (_, .folder): throw .file(path, .system("there is a folder in its place"))
            default:
                guard known.contains(path) else { throw .file(path, OutputWriter.strangersFile) }
            }
        }
    }

    /// Moves files and folders to their places.
    /// - Parameter replacing: whether files replace existing ones; if not, such files stay staged.
    private func move(
        _ source: OpenFolder,
        _ target: OpenFolder,
        _ parent: String,
        replacing: Bool
    ) throws(OutputProblem) {
        for name in try names(in: source, parent) {
            let path = parent + Self.text(name)
            let there = target.kind(of: name)
            if there != nil, source.kind(of: name) == .folder {
                let (inner, place) = try (open(name, in: source, path), open(name, in: target, path))
                try move(inner, place, path + "/", replacing: replacing)
            } else if there == nil || replacing {
                do throws(FileProblem) { try source.move(name, to: target) } catch {
                    throw .file(path, error)
                }
            }
        }
    }

    /// Removes a file of an earlier build, and its parent folders as far as they are empty.
    private func remove(_ path: String) throws(OutputProblem) {
        var folders = [output]
        let parts = path.pathParts.map(\.cName)
        for part in parts.dropLast() {
            // A part that is no folder any more holds no file of ours.
            guard let folder = folders.last, folder.kind(of: part) == .folder else { return }
            folders.append(try open(part, in: folder, path))
        }
        do throws(FileProblem) {
            guard let folder = folders.last, let name = parts.last, folder.kind(of: name) != .folder else {
                return
            }
            try folder.removeFile(name)
        } catch {
            throw .file(path, error)
        }
        for (folder, name) in zip(folders, parts.dropLast()).reversed() {
            guard folder.removeEmptyFolder(name) else { return }
        }
    }

    private func names(in folder: OpenFolder, _ path: String) throws(OutputProblem) -> [[CChar]] {
        do throws(FileProblem) { return try folder.names() } catch { throw .file(path, error) }
    }

    private func open(_ name: [CChar], in folder: OpenFolder, _ path: String) throws(OutputProblem)
        -> OpenFolder
    {
        do throws(FileProblem) { return try folder.folder(name) } catch { throw .file(path, error) }
    }

    private static func text(_ name: [CChar]) -> String {
        String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
