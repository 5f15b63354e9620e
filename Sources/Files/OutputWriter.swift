import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Writes files into an output folder, from many tasks at once.
///
/// Files are written under temporary names, or into a temporary folder where there were none, and get their own
/// names when the whole build has succeeded: a build that fails or is interrupted leaves the site as it was. A file
/// that has the same bytes already is left alone.
public final class OutputWriter: Sendable {
    private struct State {
        var madeFolders: Set<String> = []
        /// All paths that are taken. In a first build the file system knows them, and they are noted at its end.
        var paths: Set<String> = []
        /// The files that are written, each with its stamp where that stays the same in its place.
        var staged: [String: FileStamp?] = [:]

        var allPaths: Set<String> { paths.isEmpty ? Set(staged.keys) : paths }
    }

    private let folder: OutputFolder
    /// Where the files of a first build wait; nil when there are files of an earlier one.
    private let staging: StagingFolder?
    private let state = Mutex(State())

    init(folder: OutputFolder, staging: StagingFolder?) {
        self.folder = folder
        self.staging = staging
    }

    /// The paths that this writer has taken care of.
    public var paths: Set<String> { state.withLock { $0.allPaths } }

    /// How many files are new or have changed.
    public var changedCount: Int { state.withLock { $0.staged.count } }

    /// The files that are new or have changed, by path; each with its stamp, where `commit` does not change that.
    public var changedFiles: [String: FileStamp?] { state.withLock { $0.staged } }

    /// Takes care that a file which an earlier build wrote stays as it is.
    ///
    /// The caller knows that it still has its bytes; nothing is read.
    public func keep(_ path: String) throws(OutputProblem) { try keep([path]) }

    /// Takes care that files which an earlier build wrote stay as they are.
    public func keep(_ paths: [String]) throws(OutputProblem) {
        let taken = state.withLock { state in paths.first { !state.paths.insert($0).inserted } }
        if let taken { throw OutputProblem.file(taken, Self.takenAddress) }
    }

    /// Takes care that a file has just these bytes after `commit`.
    /// - Parameter path: relative to the folder, with `/` between its parts, none of them `..`.
    public func write(_ path: String, _ bytes: [UInt8]) throws(OutputProblem) {
        do throws(FileProblem) {
            if let staging {
                let stamp = try staging.create(path, with: bytes)
                return state.withLock { $0.staged[path] = .some(stamp) }
            }
            guard state.withLock({ $0.paths.insert(path).inserted }) else { throw Self.takenAddress }
            if try stage(path, bytes) { state.withLock { $0.staged[path] = .some(nil) } }
        } catch {
            throw .file(path, error)
        }
    }

    /// Takes care that a long file has just these bytes after `commit`, which are never held together.
    ///
    /// - Parameter make: makes the pieces of the file in their order, and hands over one after the other.
    public func write(
        _ path: String,
        inPieces make: (_ take: ([UInt8]) -> Void) -> Void
    ) throws(OutputProblem) {
        do throws(FileProblem) {
            if let staging {
                var file = PiecewiseFile { () throws(FileProblem) in try staging.open(path) }
                _ = try file.write(make)
                return state.withLock { $0.staged[path] = .some(nil) }
            }
            guard state.withLock({ $0.paths.insert(path).inserted }) else { throw Self.takenAddress }
            if try stage(path, inPieces: make) { state.withLock { $0.staged[path] = .some(nil) } }
        } catch {
            throw .file(path, error)
        }
    }

    /// Writes a file under its temporary name; false when it has these bytes already.
    private func stage(_ path: String, _ bytes: [UInt8]) throws(FileProblem) -> Bool {
        let absolute = folder.path + "/" + path
        if try prepare(path), Self.hasContent(absolute, bytes) { return false }
        try Self.create(absolute + Self.temporarySuffix, with: bytes)
        return true
    }

    /// Writes a long file under its temporary name; false when it has these bytes already.
    private func stage(
        _ path: String,
        inPieces make: (_ take: ([UInt8]) -> Void) -> Void
    ) throws(FileProblem) -> Bool {
        let absolute = folder.path + "/" + path
        let temporary = absolute + Self.temporarySuffix
        var file = PiecewiseFile(over: try prepare(path) ? absolute : nil) { () throws(FileProblem) in
            try Self.open(temporary)
        }
        do throws(FileProblem) {
            return try file.write(make)
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Makes the folders of a file and takes its name.
    /// - Returns: whether it is one that an earlier build wrote.
    private func prepare(_ path: String) throws(FileProblem) -> Bool {
        try makeFolder(of: path)
        if folder.known.contains(path) { return true }
        if access(folder.path + "/" + path, F_OK) == 0 {
            throw FileProblem.system("there is a file that no build wrote")
        }
        try folder.list.add([path])
        return false
    }

    /// The second of two files at one path.
    static let takenAddress = FileProblem.system("two pages of the site have this address")

    /// Gives all new files their names, removes the files of earlier builds that this one did not write, and
    /// folders that are left empty.
    /// - Returns: how many files were removed.
    @discardableResult
    public func commit() throws(OutputProblem) -> Int {
        let (paths, staged) = state.withLock { state in
            state.paths = state.allPaths
            defer { state.staged = [:] }
            return (state.paths, state.staged.keys.sorted())
        }
        guard let staging else {
            for path in staged {
                let absolute = folder.path + "/" + path
                guard rename(absolute + Self.temporarySuffix, absolute) == 0 else {
                    throw .file(path, .last())
                }
            }
            return try folder.finish(keeping: paths)
        }
        do throws(FileProblem) {
            try staging.requireFreePlaces()
            // What stands in its place when this is interrupted is known to the next build.
            try folder.list.add(staged)
            try staging.moveIntoPlace()
            try folder.list.complete()
        } catch {
            staging.remove()
            throw .file(StagingFolder.name, error)
        }
        return 0
    }

    /// Gives the build up: the folder stays as it was.
    public func discard() {
        let staged = state.withLock { state in
            defer { state.staged = [:] }
            return state.staged.keys
        }
        staging?.remove()
        for path in staged where staging == nil {
            unlink(folder.path + "/" + path + Self.temporarySuffix)
            folder.removeEmptyFolders(above: path)
        }
        try? folder.list.replace(with: folder.known)
    }

    /// Makes the folders of a path, once; a symbolic link in a folder's place is refused.
    private func makeFolder(of path: String) throws(FileProblem) {
        guard let slash = path.lastIndex(of: "/") else { return }
        let parent = String(path[..<slash])
        guard !state.withLock({ $0.madeFolders.contains(parent) }) else { return }
        try makeFolder(of: parent)
        let absolute = folder.path + "/" + parent
        if mkdir(absolute, 0o755) != 0 {
            guard errno == EEXIST else { throw FileProblem.last() }
            var information = stat()
            guard lstat(absolute, &information) == 0, information.st_mode & S_IFMT == S_IFDIR else {
                throw .notAFolder
            }
        }
        state.withLock { _ = $0.madeFolders.insert(parent) }
    }

    private static func hasContent(_ path: String, _ bytes: [UInt8]) -> Bool {
        let descriptor = openFile(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var information = stat()
        guard fstat(descriptor, &information) == 0, Int(information.st_size) == bytes.count else {
            return false
        }
        guard let found = try? FileTree.bytes(of: descriptor, expecting: bytes.count) else { return false }
        return found == bytes
    }

    /// What the name of a file ends with until it is complete.
    static let temporarySuffix = ".assay-tmp"

    /// Puts a file in place under its name at once.
    static func replace(_ path: String, with bytes: [UInt8]) throws(FileProblem) {
        try create(path + temporarySuffix, with: bytes)
        guard rename(path + temporarySuffix, path) == 0 else {
            let problem = FileProblem.last()
            unlink(path + temporarySuffix)
            throw problem
        }
    }

    /// Writes a new file; half of one is removed.
    private static func create(_ path: String, with bytes: [UInt8]) throws(FileProblem) {
        let descriptor = try open(path)
        do throws(FileProblem) {
            try write(bytes, to: descriptor)
        } catch {
            close(descriptor)
            unlink(path)
            throw error
        }
        guard close(descriptor) == 0 else {
            let problem = FileProblem.last()
            unlink(path)
            throw problem
        }
    }

    /// Opens a new file for writing.
    private static func open(_ path: String) throws(FileProblem) -> Int32 {
        let descriptor = openFile(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw FileProblem.last() }
        return descriptor
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32) throws(FileProblem) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                put(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FileProblem.last() }
            written += count
        }
    }
}

/// The C library's `open`, under a name that the methods called `open` do not hide.
private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }

/// The C library's `write`, under a name that the methods called `write` do not hide.
private func put(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, buffer, count)
}
