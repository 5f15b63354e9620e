#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Whole files, read from any path or written into a newsroom's folder.
package enum StoredFile {
    /// Replaces a file atomically: a reader sees the old content or the new one.
    /// - Parameter path: absolute; the folder is created if missing.
    package static func replace(_ path: String, with bytes: [UInt8]) throws(FileProblem) {
        try OutputFolder.makeFolders(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
        try OutputWriter.replace(path, with: bytes)
    }

    /// The bytes of a file.
    /// - Parameters:
    ///   - path: absolute.
    ///   - limit: the largest allowed size, in bytes.
    package static func contents(of path: String, limit: Int) throws(FileProblem) -> [UInt8] {
        let slash = path.lastIndex(of: "/") ?? path.startIndex
        return try FileTree(root: String(path[..<slash]))
            .contents(of: String(path[slash...].dropFirst()), limit: limit)
    }

    /// Opens a file for reading by a program that Assay starts.
    /// - Returns: the descriptor, which the caller closes.
    package static func open(_ path: String) throws(FileProblem) -> Int32 {
        let descriptor = openForReading(path)
        guard descriptor >= 0 else { throw FileProblem.last() }
        return descriptor
    }

    /// The reason why a file cannot be read; nil if it can.
    package static func problem(of path: String) -> FileProblem? {
        do throws(FileProblem) {
            closeFile(try open(path))
            return nil
        } catch {
            return error
        }
    }

    /// Removes a file. A missing file is no error.
    package static func remove(_ path: String) {
        unlink(path)
    }
}

/// The C library's `open`, which the method hides.
private func openForReading(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC) }

/// The C library's `close`, likewise.
private func closeFile(_ descriptor: Int32) { close(descriptor) }

/// A private temporary folder.
package struct ScratchFolder: Sendable {
    /// The folder's path.
    package let path: String

    /// Makes a folder in the system's temporary folder.
    package init() throws(FileProblem) {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(base)/assay-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw FileProblem.last() }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Writes a file into it.
    /// - Returns: the file's path.
    package func write(_ name: String, _ bytes: [UInt8]) throws(FileProblem) -> String {
        try OutputWriter.replace(path + "/" + name, with: bytes)
        return path + "/" + name
    }

    /// Makes an empty folder in it.
    /// - Returns: the folder's path.
    package func makeFolder(_ name: String) throws(FileProblem) -> String {
        try OutputFolder.makeFolders(path + "/" + name)
        return path + "/" + name
    }

    /// Removes the folder with all that is in it. Links are removed and not followed.
    package func removeAll() {
        guard let folder = try? OpenFolder(path) else { return }
        for name in (try? folder.names()) ?? [] { folder.removeAll(name) }
        rmdir(path)
    }

    /// Removes the folder and the files of these names.
    package func remove(_ names: [String]) {
        for name in names { unlink(path + "/" + name) }
        rmdir(path)
    }
}
