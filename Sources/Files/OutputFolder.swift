#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Why an output folder cannot be used.
public enum OutputProblem: Error, Hashable, Sendable {
    /// The folder holds files that no build of this newsroom wrote: one of them.
    case notOurs(example: String)
    /// The folder would swallow the newsroom's own files: the reason.
    case misplaced(String)
    /// A file could not be written or removed: its path in the folder, and why.
    case file(String, FileProblem)
}

extension OutputProblem: CustomStringConvertible {
    /// What is wrong, in one sentence without a full stop.
    public var description: String {
        switch self {
        case .notOurs(let example):
            "the output folder holds `\(example)`, which no build of this newsroom wrote"
        case .misplaced(let reason): reason
        case .file(let path, let problem): "`\(path)` cannot be written: \(problem)"
        }
    }
}

/// The folder that a build writes: ours or empty, and never left with files of an earlier build.
///
/// The list of files that builds wrote lies outside the folder, in the newsroom's `.assay/`. A path is added to
/// the list before its file is written, so that an interrupted build leaves nothing behind that a later one
/// would not know.
public struct OutputFolder: Sendable {
    /// The folder's path, absolute.
    public let path: String
    /// The files that earlier builds wrote.
    public let known: Set<String>
    /// Whether the last build that wrote did not come to its end.
    public var isInterrupted: Bool { list.isInterrupted }
    /// Where builds into the folder keep what the next one can use: a file in the newsroom's `.assay/`.
    public var statePath: String { list.statePath }
    let list: FileList

    /// Takes a folder for output, and makes it when there is none.
    /// - Parameters:
    ///   - path: the folder; relative to the current folder unless absolute.
    ///   - root: the newsroom's folder; the list of files goes into its `.assay/`.
    ///   - protected: folders of the newsroom that must not be written to, such as `content`.
    public init(path: String, root: String, protected: [String]) throws(OutputProblem) {
        do throws(FileProblem) {
            try Self.makeFolders(path)
            self.path = try FileTree(root: path).root
            list = try FileList(root: root, output: self.path)
        } catch {
            throw .file(path, error)
        }
        for folder in [""] + protected {
            let inside = folder.isEmpty ? root : root + "/" + folder
            if self.path == inside || inside.hasPrefix(self.path + "/") {
                throw .misplaced("the output folder would hold the newsroom's own files")
            }
            if !folder.isEmpty, self.path.hasPrefix(inside + "/") {
                throw .misplaced("the output folder lies in the newsroom's `\(folder)/`")
            }
        }
        known = list.paths
        if list.isInterrupted {
            StagingFolder.removeLeftover(in: self.path)
            for known in list.paths { unlink(self.path + "/" + known + OutputWriter.temporarySuffix) }
        }
        if known.isEmpty,
            let stranger = Self.names(in: self.path).filter({ $0 != StagingFolder.name }).min()
        {
            throw .notOurs(example: stranger)
        }
    }

    /// Begins a build: what writes its files.
    public func writer() throws(OutputProblem) -> OutputWriter {
        do throws(FileProblem) { try list.add([FileList.beginning]) } catch { throw .file(list.path, error) }
        guard known.isEmpty else { return OutputWriter(folder: self, staging: nil) }
        do throws(FileProblem) {
            return OutputWriter(folder: self, staging: try StagingFolder(in: path))
        } catch {
            throw .file(StagingFolder.name, error)
        }
    }

    /// Removes the files of earlier builds that are not among the paths, and keeps those in the list.
    /// - Returns: how many files were removed.
    func finish(keeping paths: Set<String>) throws(OutputProblem) -> Int {
        do throws(FileProblem) {
            // The list of a large site is long, and most builds change nothing in it.
            if paths == list.paths {
                try list.complete()
                return 0
            }
        } catch {
            throw .file(list.path, error)
        }
        let stale = list.paths.subtracting(paths).sorted()
        for stalePath in stale {
            let absolute = path + "/" + stalePath
            if unlink(absolute) != 0, errno != ENOENT, errno != ENOTDIR { throw .file(stalePath, .last()) }
            removeEmptyFolders(above: stalePath)
        }
        do throws(FileProblem) { try list.replace(with: paths) } catch { throw .file(list.path, error) }
        return stale.count
    }

    /// Removes the folders above a path as far as they are empty.
    func removeEmptyFolders(above stalePath: String) {
        var parts = stalePath.split(separator: "/").dropLast()
        while !parts.isEmpty, rmdir(path + "/" + parts.joined(separator: "/")) == 0 {
            parts = parts.dropLast()
        }
    }

    /// The names of what a folder holds.
    static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = FileTree.name(of: entry)
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Makes a folder and those above it.
    static func makeFolders(_ path: String) throws(FileProblem) {
        var current = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            current += "/" + part
            if mkdir(current, 0o755) != 0, errno != EEXIST { throw FileProblem.last() }
        }
    }
}
