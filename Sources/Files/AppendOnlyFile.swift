#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A file that is only appended to. After a power cut at most its last line is unfinished.
///
/// It is locked while it is written (`flock`): of two commands at once, the second waits, and then finds the
/// file changed.
package enum AppendOnlyFile {
    /// The reason why nothing was written.
    package enum Problem: Error, Hashable, Sendable {
        /// Another process wrote to the file since it was read.
        case changed
        /// The file could not be opened or written, and is unchanged.
        case file(FileProblem)
        /// The bytes are in the file and could not be removed again, but may not be on the disk.
        case unconfirmed(FileProblem)
    }

    /// Appends bytes if the file still has the expected content, and waits until they are on the disk.
    ///
    /// If that fails, the file is cut back to the content before.
    /// - Parameters:
    ///   - path: the file's path, absolute; it and its folder are made when they are not there.
    ///   - expected: the whole content so far.
    ///   - prepare: writes files that the new bytes refer to; called when the file is locked and has the
    ///     expected content.
    package static func append(
        _ bytes: [UInt8],
        to path: String,
        after expected: [UInt8],
        preparing prepare: () throws(FileProblem) -> Void = {}
    ) throws(Problem) {
        let file: LockedFile
        do throws(FileProblem) { file = try LockedFile.open(path, isMade: true) } catch {
            throw error == ConcurrentChange.problem ? .changed : .file(error)
        }
        do throws(FileProblem) {
            guard try file.holds(expected) else { throw ConcurrentChange.problem }
            try prepare()
        } catch {
            file.removeIfMade()
            throw error == ConcurrentChange.problem ? .changed : .file(error)
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

    /// Replaces the whole content if the file still has the expected one.
    ///
    /// - Parameter bytes: the new content; if empty, the file is removed.
    package static func replace(_ path: String, holding expected: [UInt8], with bytes: [UInt8])
        throws(Problem)
    {
        do throws(FileProblem) {
            let file = try LockedFile.open(path, isMade: false)
            guard try file.holds(expected) else { throw ConcurrentChange.problem }
            if bytes.isEmpty {
                guard unlink(path) == 0 else { throw FileProblem.last() }
                try DurableFile.syncFolder(DurableFile.folder(of: path))
            } else {
                try DurableFile.replace(path, with: bytes)
            }
        } catch {
            throw error == ConcurrentChange.problem ? .changed : .file(error)
        }
    }
}

extension AppendOnlyFile.Problem: CustomStringConvertible {
    /// The problem in words, for a message that has named the path.
    package var description: String {
        switch self {
        case .changed: "it was changed by someone else meanwhile; give the command again"
        case .file(let problem): "\(problem)"
        case .unconfirmed(let problem): "the disk did not confirm it: \(problem)"
        }
    }
}

/// The `FileProblem` that stands for `AppendOnlyFile.Problem.changed`.
private enum ConcurrentChange {
    static let problem = FileProblem.system("it was changed meanwhile")
}

/// An open and locked regular file that still has the name it was opened by.
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
    /// - Parameter isMade: whether a missing file is created.
    static func open(_ path: String, isMade: Bool) throws(FileProblem) -> LockedFile {
        if isMade { try DurableFile.makeFolders(DurableFile.folder(of: path)) }
        // `O_NONBLOCK`, because opening a pipe without a reader would wait for ever.
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
        // While this process waited for the lock, the file may have been replaced or removed.
        var named = stat()
        guard lstat(path, &named) == 0, named.st_ino == information.st_ino, named.st_dev == information.st_dev
        else { throw ConcurrentChange.problem }
    }

    deinit { close(descriptor) }

    /// Whether the file's whole content is `expected`.
    func holds(_ expected: [UInt8]) throws(FileProblem) -> Bool {
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { throw FileProblem.last() }
        guard Int(information.st_size) == expected.count else { return false }
        return try FileTree.bytes(of: descriptor, expecting: expected.count) == expected
    }

    /// Removes what was appended. Returns false if that failed.
    func cutBack(to size: Int) -> Bool {
        guard ftruncate(descriptor, off_t(size)) == 0 else { return false }
        fsync(descriptor)
        return true
    }

    /// Removes the file if it was created for an append that failed.
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
