/// The step from one site to the next in an output folder.
///
/// New files wait in `.assay/new`. Renaming that folder to `.assay/ready` is the decision: before it nothing has
/// happened, and after it whoever opens the output folder next carries the switch out to its end. Every step can be done
/// again, so it does not matter where an earlier attempt was interrupted.
struct OutputSwitch: Sendable {
    private let output: OpenFolder
    /// The output folder's `.assay`.
    private let own: OpenFolder

    private static let ready = "ready".cName
    /// The record of the new site, as long as it is not the one in force.
    private static let nextRecord = OutputRecord.name + ".new"

    /// So few files are waited for until they are on the disk: what a desk publishes. A whole site would take
    /// seconds longer, and is made again where a power cut has emptied its files.
    static let durableCount = 256

    init(in output: OpenFolder, own: OpenFolder) {
        self.output = output
        self.own = own
    }

    /// Carries out a switch that was decided and interrupted, or takes away what was not decided.
    func resume() throws(OutputProblem) {
        if own.kind(of: Self.ready) == .folder {
            _ = try carryOut()
        } else {
            own.removeAll(Self.ready)
            own.removeAll(StagingFolder.name.cName)
            own.removeAll(Self.nextRecord.cName)
        }
    }

    /// Decides, and carries the switch out.
    /// - Parameters:
    ///   - staging: the folder of new files.
    ///   - staged: the paths of these.
    ///   - record: the record of the new site; nil when the one in force stays.
    ///   - known: the files that earlier builds wrote. Nothing else is replaced.
    /// - Returns: how many files were removed.
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
        // Pages come before the links to them, and go after these.
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

    /// Makes sure, before the decision, that the switch can be carried out and replaces only what is ours.
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

    /// Gives files and folders their places.
    /// - Parameter replacing: whether files take the places of others; else those wait.
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

    /// Removes a file of an earlier build, and the folders above it as far as they are empty.
    private func remove(_ path: String) throws(OutputProblem) {
        var folders = [output]
        let parts = path.pathParts.map(\.cName)
        for part in parts.dropLast() {
            // What is no folder any more holds nothing of ours.
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
