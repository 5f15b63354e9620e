#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Whole files that Assay reads as they are, or writes into a newsroom's folder.
public enum StoredFile {
    /// Puts a file in place under its name at once: a reader sees the old content or the new, never half of it.
    /// - Parameter path: absolute; the folder is made when it is not there.
    public static func replace(_ path: String, with bytes: [UInt8]) throws(FileProblem) {
        try OutputFolder.makeFolders(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
        try OutputWriter.replace(path, with: bytes)
    }

    /// The bytes of a file.
    /// - Parameters:
    ///   - path: absolute.
    ///   - limit: the largest size that is read, in bytes.
    public static func contents(of path: String, limit: Int) throws(FileProblem) -> [UInt8] {
        let slash = path.lastIndex(of: "/") ?? path.startIndex
        return try FileTree(root: String(path[..<slash]))
            .contents(of: String(path[slash...].dropFirst()), limit: limit)
    }

    /// Opens a file for reading, for a program that Assay starts.
    /// - Returns: the descriptor, which the caller closes.
    public static func open(_ path: String) throws(FileProblem) -> Int32 {
        let descriptor = openForReading(path)
        guard descriptor >= 0 else { throw FileProblem.last() }
        return descriptor
    }

    /// Why a file cannot be read; nil when it can.
    public static func problem(of path: String) -> FileProblem? {
        do throws(FileProblem) {
            closeFile(try open(path))
            return nil
        } catch {
            return error
        }
    }

    /// Removes a file; it is no mistake when there is none.
    public static func remove(_ path: String) {
        unlink(path)
    }
}

/// The C library's `open`, under a name that the method does not hide.
private func openForReading(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC) }

/// The C library's `close`, likewise.
private func closeFile(_ descriptor: Int32) { close(descriptor) }

/// A folder for a moment, which nobody else may read.
public struct ScratchFolder: Sendable {
    /// The folder's path.
    public let path: String

    /// Makes a folder in the system's place for such.
    public init() throws(FileProblem) {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(base)/assay-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw FileProblem.last() }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Writes a file into it.
    /// - Returns: the file's path.
    public func write(_ name: String, _ bytes: [UInt8]) throws(FileProblem) -> String {
        try OutputWriter.replace(path + "/" + name, with: bytes)
        return path + "/" + name
    }

    /// Removes the folder and the files of these names.
    public func remove(_ names: [String]) {
        for name in names { unlink(path + "/" + name) }
        rmdir(path)
    }
}
