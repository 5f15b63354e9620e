#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A file that only ever grows at its end, and survives a power cut with at most its last line unfinished.
public enum AppendOnlyFile {
    /// Why nothing was appended.
    public enum Problem: Error, Hashable, Sendable {
        /// Someone else wrote to the file since it was read.
        case changed
        /// The file could not be opened or written.
        case file(FileProblem)
    }

    /// Appends bytes if the file still holds what it is expected to hold, and waits until they are on the disk.
    ///
    /// The file is locked meanwhile (`flock`), so two commands that run at once write one after the other, and
    /// the second finds the file changed.
    /// - Parameters:
    ///   - path: the file's path, absolute; it and its folder are made when they are not there.
    ///   - expected: the whole content so far.
    public static func append(_ bytes: [UInt8], to path: String, after expected: [UInt8]) throws(Problem) {
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        do throws(FileProblem) { try OutputFolder.makeFolders(folder) } catch { throw .file(error) }
        let flags = O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW
        let descriptor = open(path, flags, 0o644)
        guard descriptor >= 0 else { throw .file(.last()) }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX) == 0 else { throw .file(.last()) }
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { throw .file(.last()) }
        guard Int(information.st_size) == expected.count else { throw .changed }
        let found: [UInt8]
        do throws(FileProblem) {
            found = try FileTree.bytes(of: descriptor, expecting: expected.count)
        } catch {
            throw .file(error)
        }
        guard found == expected else { throw .changed }
        do throws(FileProblem) {
            try OutputWriter.write(bytes, to: descriptor)
            guard fsync(descriptor) == 0 else { throw FileProblem.last() }
            try syncFolder(folder)
        } catch {
            throw .file(error)
        }
    }

    /// A new file's name is on the disk only when its folder is.
    private static func syncFolder(_ folder: String) throws(FileProblem) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileProblem.last() }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileProblem.last() }
    }
}
