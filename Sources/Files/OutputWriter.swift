import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The writer of a build's files into an output folder, usable from many tasks at once.
///
/// Files are staged, and moved to their places by `commit` when the whole build has succeeded: a build that
/// fails or is interrupted leaves the site unchanged. A file that has the same bytes already is not written.
package final class OutputWriter: Sendable {
    private struct State {
        /// Whether a folder of earlier builds exists, by path.
        var folders: [String: Bool] = [:]
        /// All paths of this build. In a first build the file system tells duplicates, and the paths are
        /// added at the end.
        var paths: Set<String> = []
        /// The staged files by path; the stamp is nil if the final rename changes it.
        var staged: [String: FileStamp?] = [:]
        /// Whether the build was committed or discarded.
        var isOver = false

        var allPaths: Set<String> { paths.isEmpty ? Set(staged.keys) : paths }
    }

    private let folder: OutputFolder
    /// The output folder's `.assay`.
    private let own: OpenFolder
    private let staging: StagingFolder
    private let site: String
    /// Whether earlier builds wrote files.
    private let hasEarlier: Bool
    private let state = Mutex(State())

    init(folder: OutputFolder, own: OpenFolder, staging: StagingFolder, site: String) {
        self.folder = folder
        self.own = own
        self.staging = staging
        self.site = site
        hasEarlier = folder.record != nil
    }

    /// The paths of all files that were written or kept.
    package var paths: Set<String> { state.withLock { $0.allPaths } }

    /// The number of files that are new or have changed.
    package var changedCount: Int { state.withLock { $0.staged.count } }

    /// The files that are new or have changed, by path; the stamp is nil if `commit` changes it.
    package var changedFiles: [String: FileStamp?] { state.withLock { $0.staged } }

    /// Keeps a file of an earlier build.
    ///
    /// The caller knows that its bytes are unchanged; nothing is read.
    package func keep(_ path: String) throws(OutputProblem) { try keep([path]) }

    /// Keeps files of an earlier build.
    package func keep(_ paths: [String]) throws(OutputProblem) {
        let taken = state.withLock { state in paths.first { !state.paths.insert($0).inserted } }
        if let taken { throw OutputProblem.file(taken, Self.takenAddress) }
    }

    /// Stages a file. After `commit` it has these bytes.
    /// - Parameter path: relative to the folder, with `/` between its parts, none of them `..`.
    package func write(_ path: String, _ bytes: [UInt8]) throws(OutputProblem) {
        do throws(FileProblem) {
            guard hasEarlier else {
                let stamp = try staging.create(path, with: bytes)
                return state.withLock { $0.staged[path] = .some(stamp) }
            }
            if try take(path), hasContent(path, bytes) { return }
            _ = try staging.create(path, with: bytes)
            state.withLock { $0.staged[path] = .some(nil) }
        } catch {
            throw .file(path, error)
        }
    }

    /// Stages a long file, whose bytes are never in memory as a whole.
    ///
    /// - Parameter make: makes the pieces of the file and passes them on in their order.
    package func write(
        _ path: String,
        inPieces make: (_ take: ([UInt8]) -> Void) -> Void
    ) throws(OutputProblem) {
        do throws(FileProblem) {
            let earlier = hasEarlier ? try take(path) : false
            let staging = staging
            var file = PiecewiseFile(over: earlier ? openEarlier(path) : nil) { () throws(FileProblem) in
                try staging.open(path)
            }
            if try file.write(make) { state.withLock { $0.staged[path] = .some(nil) } }
        } catch {
            throw .file(path, error)
        }
    }

    /// Claims a path for this build.
    /// - Returns: whether an earlier build wrote a file there, which may still exist.
    private func take(_ path: String) throws(FileProblem) -> Bool {
        guard state.withLock({ $0.paths.insert(path).inserted }) else { throw Self.takenAddress }
        guard try isFolder(above: path) else { return false }
        if folder.known.contains(path) { return true }
        if folder.folder.kind(of: path.cName) != nil { throw Self.strangersFile }
        return false
    }

    /// Whether the folder of a path exists; the answer is cached. A symbolic link in its place is an error.
    private func isFolder(above path: String) throws(FileProblem) -> Bool {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return true }
        let parent = String(path[..<slash])
        if let known = state.withLock({ $0.folders[parent] }) { return known }
        var isThere = try isFolder(above: parent)
        if isThere {
            switch folder.folder.kind(of: parent.cName) {
            case .folder: break
            case nil: isThere = false
            case .link: throw OpenFolder.linkProblem
            case .file, .other: throw .notAFolder
            }
        }
        state.withLock { $0.folders[parent] = isThere }
        return isThere
    }

    /// The problem of two files at one path.
    static let takenAddress = FileProblem.system("two pages of the site have this address")

    /// The problem of an existing file that no build wrote.
    static let strangersFile = FileProblem.system("there is a file that no build wrote")

    /// Moves all staged files to their places, and removes files of earlier builds that this one did not
    /// write, with folders left empty.
    /// - Returns: the number of removed files.
    @discardableResult
    package func commit() throws(OutputProblem) -> Int {
        let (paths, staged) = state.withLock { state in
            state.paths = state.allPaths
            state.isOver = true
            defer { state.staged = [:] }
            return (state.paths, Array(state.staged.keys))
        }
        let record = OutputRecord(site: site, paths: paths)
        // The record of a large site is long, and most builds do not change it.
        let isSame = record == folder.record
        if staged.isEmpty, isSame {
            removeStaging()
            return 0
        }
        do throws(OutputProblem) {
            return try OutputSwitch(in: folder.folder, own: own)
                .run(staging, staged: staged, record: isSame ? nil : record, known: folder.known)
        } catch {
            // After the commit there is nothing staged to remove.
            removeStaging()
            throw error
        }
    }

    /// Discards the build: the folder stays unchanged. Without effect after `commit`.
    package func discard() {
        let wasOver = state.withLock { state in
            defer { state.isOver = true }
            state.staged = [:]
            return state.isOver
        }
        if !wasOver { removeStaging() }
    }

    private func removeStaging() {
        own.removeAll(StagingFolder.name.cName)
        if !hasEarlier { folder.folder.removeEmptyFolder(OutputRecord.folder.cName) }
    }

    /// A descriptor of an earlier build's file, for reading; nil if it cannot be opened, or readers could not
    /// open it.
    private func openEarlier(_ path: String) -> Int32? {
        let descriptor = openat(folder.folder.number, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        var information = stat()
        if fstat(descriptor, &information) == 0, folder.isAsWritten(information) { return descriptor }
        close(descriptor)
        return nil
    }

    private func hasContent(_ path: String, _ bytes: [UInt8]) -> Bool {
        guard let descriptor = openEarlier(path) else { return false }
        defer { close(descriptor) }
        var information = stat()
        guard fstat(descriptor, &information) == 0, Int(information.st_size) == bytes.count else {
            return false
        }
        guard let found = try? FileTree.bytes(of: descriptor, expecting: bytes.count) else { return false }
        return found == bytes
    }

    /// The suffix of a file's name until it is complete.
    static let temporarySuffix = ".assay-tmp"

    /// Replaces a file atomically.
    static func replace(_ path: String, with bytes: [UInt8]) throws(FileProblem) {
        try create(path + temporarySuffix, with: bytes)
        guard rename(path + temporarySuffix, path) == 0 else {
            let problem = FileProblem.last()
            unlink(path + temporarySuffix)
            throw problem
        }
    }

    /// Writes a new file, and removes it again if that fails.
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

/// The C library's `open`, which the methods named `open` hide.
private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }

/// The C library's `write`, which the methods named `write` hide.
private func put(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, buffer, count)
}
