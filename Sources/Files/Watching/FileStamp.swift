#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The metadata that shows a file's change without reading it.
///
/// An editor that saves by rename changes the number; one that writes in place changes the times or the size.
/// No program can set the change time (`ctime`).
package struct FileStamp: Hashable, Sendable {
    /// The file's number in its file system.
    package let number: UInt64
    /// The size in bytes.
    package let size: Int
    /// The modification time (`mtime`), in nanoseconds since 1970; programs can set it.
    package let modified: Int
    /// The change time (`ctime`) of content or metadata, in nanoseconds since 1970.
    package let changed: Int

    /// Makes a stamp from stored parts.
    package init(number: UInt64, size: Int, modified: Int, changed: Int) {
        self.number = number
        self.size = size
        self.modified = modified
        self.changed = changed
    }

    init(_ information: stat) {
        #if canImport(Darwin)
            let (modified, changed) = (information.st_mtimespec, information.st_ctimespec)
        #else
            let (modified, changed) = (information.st_mtim, information.st_ctim)
        #endif
        self.init(
            number: UInt64(information.st_ino),
            size: Int(information.st_size),
            modified: Self.nanoseconds(modified),
            changed: Self.nanoseconds(changed)
        )
    }

    private static func nanoseconds(_ time: timespec) -> Int {
        Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
    }
}

extension FileTree {
    /// The stamp of the file at a path; nil if there is none.
    package func stamp(of path: String) -> FileStamp? {
        var information = stat()
        guard stat(absolute(path), &information) == 0 else { return nil }
        return FileStamp(information)
    }
}

extension OutputFolder {
    /// The stamp of a regular file in the folder; nil if there is none, or readers could not open it. Links
    /// are not followed.
    package func stamp(of file: String) -> FileStamp? {
        folder.information(of: file.cName).flatMap { isAsWritten($0) ? FileStamp($0) : nil }
    }

    /// Whether an entry is a file as builds write them: regular, and with permissions for its readers.
    func isAsWritten(_ information: stat) -> Bool {
        let needed = isPublic ? StagingFolder.fileMode & 0o444 : 0
        return information.st_mode & S_IFMT == S_IFREG && information.st_mode & needed == needed
    }

    /// The bytes of a regular file in the folder; nil if they cannot be read.
    package func contents(of file: String) -> [UInt8]? { try? folder.contents(of: file.cName, limit: .max) }
}
