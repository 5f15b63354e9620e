#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Files that are on the disk, with their names, before anything that relies on them is written.
///
/// A rename alone does not survive a power cut on every file system: the new name can stand for a file of 0 bytes.
public enum DurableFile {
    /// Replaces a file as a whole: temporary file, `fsync`, rename, `fsync` of the folder.
    ///
    /// Whoever writes the same path at once holds a lock for it.
    /// - Parameter path: absolute; folders that are missing are made, and are on the disk too.
    public static func replace(_ path: String, with bytes: [UInt8]) throws(FileProblem) {
        let folder = folder(of: path)
        try makeFolders(folder)
        let temporary = path + OutputWriter.temporarySuffix
        // What a command that was killed left here may be a pipe or a link of somebody else's.
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

    /// Waits until a file that is there already is on the disk: whoever wrote it may not have waited.
    public static func sync(_ path: String) throws(FileProblem) {
        let descriptor = openDescriptor(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0)
        guard descriptor >= 0 else { throw FileProblem.last() }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileProblem.last() }
        try syncFolder(folder(of: path))
    }

    /// Takes a file away, and its folder when that is empty then.
    public static func remove(_ path: String) {
        unlink(path)
        rmdir(folder(of: path))
    }

    /// Makes a folder and those above it; each that is new has its name on the disk.
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

    /// A file's name is on the disk only when its folder is.
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

/// The C library's `open`, under a name that methods called `open` do not hide.
func openDescriptor(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
    open(path, flags, mode)
}
