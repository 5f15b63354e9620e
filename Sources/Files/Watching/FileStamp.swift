#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What tells one state of a file from another without reading it.
///
/// An editor that saves by rename changes the number, one that writes in place the time or the size.
public struct FileStamp: Hashable, Sendable {
    fileprivate let number: UInt64
    fileprivate let size: Int
    fileprivate let seconds: Int
    fileprivate let nanoseconds: Int
}

extension FileTree {
    /// The stamp of the file at a path; nil when there is none.
    public func stamp(of path: String) -> FileStamp? {
        var information = stat()
        guard stat(absolute(path), &information) == 0 else { return nil }
        #if canImport(Darwin)
            let time = information.st_mtimespec
        #else
            let time = information.st_mtim
        #endif
        return FileStamp(
            number: UInt64(information.st_ino),
            size: Int(information.st_size),
            seconds: Int(time.tv_sec),
            nanoseconds: Int(time.tv_nsec)
        )
    }
}
