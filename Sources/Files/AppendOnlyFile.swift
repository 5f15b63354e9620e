#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A file that grows at its end, and survives a power cut with at most its last line unfinished.
///
/// It is locked while it is written (`flock`), so two commands that run at once write one after the other, and the
/// second finds the file changed.
public enum AppendOnlyFile {
    /// Why nothing was written.
    public enum Problem: Error, Hashable, Sendable {
        /// Someone else wrote to the file since it was read.
        case changed
        /// The file could not be opened or written; it is as it was.
        case file(FileProblem)
        /// The bytes are in the file, could not be taken back, and may not be on the disk.
        case unconfirmed(FileProblem)
    }

    /// Appends bytes if the file still holds what it is expected to hold, and waits until they are on the disk.
    ///
    /// When that fails, the file is cut back to what it held before.
    /// - Parameters:
    ///   - path: the file's path, absolute; it and its folder are made when they are not there.
    ///   - expected: the whole content so far.
    ///   - prepare: writes what the new bytes rely on; called when the file is locked and as expected.
    public static func append(
        _ bytes: [UInt8],
        to path: String,
        after expected: [UInt8],
        preparing prepare: () throws(FileProblem) -> Void = {}
    ) throws(Problem) {
        let file: LockedFile
        do throws(FileProblem) { file = try LockedFile.open(path, isMade: true) } catch {
            throw error == Changed.problem ? .changed : .file(error)
        }
        do throws(FileProblem) {
            guard try file.holds(expected) else { throw Changed.problem }
            try prepare()
        } catch {
            file.removeIfMade()
            throw error == Changed.problem ? .changed : .file(error)
        }
        do throws(FileProblem) {
            try OutputWriter.write(bytes, to: file.descriptor)
            guard fsync(file.descriptor) == 0 else { throw FileProblem.last() }
            try DurableFile.syncFolder(DurableFile.folder(of: path))
        } catch {
            guard file.cutBack(to: expected.count) else { throw .unconfirmed(error) }
            file.removeIfMade()
            throw .file(error)
        }
    }

    /// Puts another content in the place of the whole file if it still holds what it is expected to hold.
    ///
    /// - Parameter bytes: the new content; nothing takes the file away.
    public static func replace(_ path: String, holding expected: [UInt8], with bytes: [UInt8]) throws(Problem)
    {
        do throws(FileProblem) {
            let file = try LockedFile.open(path, isMade: false)
            guard try file.holds(expected) else { throw Changed.problem }
            if bytes.isEmpty {
                guard unlink(path) == 0 else { throw FileProblem.last() }
                try DurableFile.syncFolder(DurableFile.folder(of: path))
            } else {
                try DurableFile.replace(path, with: bytes)
            }
        } catch {
            throw error == Changed.problem ? .changed : .file(error)
        }
    }
}

extension AppendOnlyFile.Problem: CustomStringConvertible {
    /// What happened, for a message that has named the path already.
    public var description: String {
        switch self {
        case .changed: "it was changed by someone else meanwhile; give the command again"
        case .file(let problem): "\(problem)"
        case .unconfirmed(let problem): "the disk did not confirm it: \(problem)"
        }
    }
}

/// What stands for "someone else wrote meanwhile" among the problems of files.
private enum Changed {
    static let problem = FileProblem.system("it was changed meanwhile")
}

/// A regular file that is open and locked, under the name that it was opened by.
private struct LockedFile: ~Copyable {
    let descriptor: Int32
    private let path: String
    private let isNew: Bool

    private init(_ descriptor: Int32, _ path: String, isNew: Bool) {
        self.descriptor = descriptor
        self.path = path
        self.isNew = isNew
    }

    /// Opens a file, and waits for its lock.
    /// - Parameter isMade: whether a file that is missing is made.
    static func open(_ path: String, isMade: Bool) throws(FileProblem) -> LockedFile {
        if isMade { try DurableFile.makeFolders(DurableFile.folder(of: path)) }
        // A pipe that nobody reads must not keep anyone waiting.
        let flags = O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
        let new = isMade ? openDescriptor(path, flags | O_CREAT | O_EXCL, 0o644) : -1
        let descriptor = new >= 0 ? new : openDescriptor(path, flags, 0)
        guard descriptor >= 0 else { throw Self.problem() }
        let file = LockedFile(descriptor, path, isNew: new >= 0)
        try file.lock()
        return file
    }

    private func lock() throws(FileProblem) {
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { throw FileProblem.last() }
        guard information.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        guard flock(descriptor, LOCK_EX) == 0 else { throw FileProblem.last() }
        // Who waited for the lock may hold a file that has been replaced or taken away meanwhile.
        var named = stat()
        guard lstat(path, &named) == 0, named.st_ino == information.st_ino, named.st_dev == information.st_dev
        else { throw Changed.problem }
    }

    deinit { close(descriptor) }

    /// Whether the file's content is this and no more.
    func holds(_ expected: [UInt8]) throws(FileProblem) -> Bool {
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { throw FileProblem.last() }
        guard Int(information.st_size) == expected.count else { return false }
        return try FileTree.bytes(of: descriptor, expecting: expected.count) == expected
    }

    /// Takes back what was appended; false when it stays.
    func cutBack(to size: Int) -> Bool {
        guard ftruncate(descriptor, off_t(size)) == 0 else { return false }
        fsync(descriptor)
        return true
    }

    /// Takes away a file that was made for an append that failed.
    func removeIfMade() {
        if isNew { unlink(path) }
    }

    private static func problem() -> FileProblem {
        switch errno {
        case ELOOP: .system("it is a symbolic link, and Assay writes through none")
        case EISDIR, ENXIO: .notAFile
        default: FileProblem.last()
        }
    }
}
