#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// File operations that return when content and names are on the disk.
///
/// A rename alone does not survive a power cut on every file system: the new name can stand for a file of 0 bytes.
package enum DurableFile {
    /// Replaces a file as a whole: temporary file, `fsync`, rename, `fsync` of the folder.
    ///
    /// The caller holds a lock if others may write the same path.
    /// - Parameter path: absolute. Missing folders are created, durably too.
    package static func replace(_ path: String, with bytes: [UInt8]) throws(FileProblem) {
        let folder = folder(of: path)
        try makeFolders(folder)
        let temporary = path + OutputWriter.temporarySuffix
        // A leftover of a killed command is not reused: it could be somebody else's pipe or link.
        unlink(temporary)
        let descriptor = openDescriptor(
            temporary,
            O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
            0o644
        )
        guard descriptor >= 0 else { throw FileProblem.last() }
        do throws(FileProblem) {
            defer { close(descriptor) }
            try OutputWriter.write(bytes, to: descriptor)
            guard fsync(descriptor) == 0 else { throw FileProblem.last() }
            guard rename(temporary, path) == 0 else { throw FileProblem.last() }
        } catch {
            unlink(temporary)
            throw error
        }
        try syncFolder(folder)
    }

    /// Waits until an existing file is on the disk, because its writer may not have waited.
    package static func sync(_ path: String) throws(FileProblem) {
        let descriptor = openDescriptor(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0)
        guard descriptor >= 0 else { throw FileProblem.last() }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileProblem.last() }
        try syncFolder(folder(of: path))
    }

    /// Removes a file, and its folder if that is then empty.
    package static func remove(_ path: String) {
        unlink(path)
        rmdir(folder(of: path))
    }

    /// Makes a folder and its parents, durably.
    static func makeFolders(_ path: String) throws(FileProblem) {
        var current = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            let parent = current.isEmpty ? "/" : current
            current += "/" + part
            if mkdir(current, 0o755) == 0 {
                try syncFolder(parent)
            } else if errno != EEXIST {
                throw FileProblem.last()
            }
        }
    }

    /// Waits until the names in a folder are on the disk, which `fsync` of a file does not ensure.
    static func syncFolder(_ folder: String) throws(FileProblem) {
        let descriptor = openDescriptor(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
        guard descriptor >= 0 else { throw FileProblem.last() }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileProblem.last() }
    }

    /// The folder of an absolute path.
    static func folder(of path: String) -> String {
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        return folder.isEmpty ? "/" : folder
    }
}

/// The C library's `open`, which methods named `open` would hide.
func openDescriptor(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
    open(path, flags, mode)
}
