#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// An open folder, with file operations by name. None of them follows a symbolic link.
final class OpenFolder: Sendable {
    /// The file descriptor.
    let number: Int32

    /// The kind of entry, with links not followed.
    enum Kind: Hashable, Sendable { case file, folder, link, other }

    /// The problem of a symbolic link in a folder's place.
    static let linkProblem = FileProblem.system("it is a symbolic link, which is not followed here")

    /// Opens a folder at a path that the user named. Links on that path are followed.
    convenience init(_ path: String) throws(FileProblem) {
        let number = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard number >= 0 else { throw FileProblem.last() }
        self.init(number: number)
    }

    private init(number: Int32) { self.number = number }

    deinit { close(number) }

    /// Opens the folder of a name.
    /// - Parameter making: whether a missing folder is created.
    func folder(_ name: [CChar], making: Bool = false) throws(FileProblem) -> OpenFolder {
        if making, mkdirat(number, name, 0o755) != 0, errno != EEXIST { throw FileProblem.last() }
        let opened = openat(number, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        if opened >= 0 { return OpenFolder(number: opened) }
        let problem = FileProblem.last()
        throw kind(of: name) == .link ? Self.linkProblem : problem
    }

    /// Opens a folder at a relative path, no part of which may be a link.
    func folder(at path: String, making: Bool = false) throws(FileProblem) -> OpenFolder {
        var current = self
        for part in path.pathParts { current = try current.folder(part.cName, making: making) }
        return current
    }

    /// The kind of entry with a name; nil if there is none.
    func kind(of name: [CChar]) -> Kind? {
        guard let information = information(of: name) else { return nil }
        switch information.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .other
        }
    }

    /// The result of `fstatat` for a name, or for a relative path whose folders are known to be no links.
    func information(of name: [CChar]) -> stat? {
        var information = stat()
        return fstatat(number, name, &information, AT_SYMLINK_NOFOLLOW) == 0 ? information : nil
    }

    /// The names in the folder, byte for byte, sorted.
    func names() throws(FileProblem) -> [[CChar]] {
        // A descriptor of its own, because the read position belongs to the descriptor.
        let descriptor = openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileProblem.last() }
        guard let stream = fdopendir(descriptor) else {
            let problem = FileProblem.last()
            close(descriptor)
            throw problem
        }
        defer { closedir(stream) }
        var names: [[CChar]] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { start in
                    Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
                }
            }
            let dot = CChar(bitPattern: UInt8(ascii: "."))
            if name != [dot, 0], name != [dot, dot, 0] { names.append(name) }
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// The bytes of a regular file.
    /// - Parameter limit: the largest allowed size, in bytes.
    func contents(of name: [CChar], limit: Int) throws(FileProblem) -> [UInt8] {
        let descriptor = openat(number, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileProblem.last() }
        defer { close(descriptor) }
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { throw FileProblem.last() }
        guard information.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        let size = Int(information.st_size)
        guard size <= limit else { throw .tooLarge(size: size, limit: limit) }
        return try FileTree.bytes(of: descriptor, expecting: size)
    }

    /// Replaces a file atomically and durably: temporary file, `fsync`, rename.
    /// - Parameter mode: the permissions, whatever the umask; those of the umask if left out.
    func replace(_ name: String, with bytes: [UInt8], mode: mode_t? = nil) throws(FileProblem) {
        let temporary = name + OutputWriter.temporarySuffix
        try create(temporary, with: bytes, mode: mode)
        guard renameat(number, temporary, number, name) == 0 else {
            let problem = FileProblem.last()
            unlinkat(number, temporary, 0)
            throw problem
        }
        try synchronise()
    }

    /// Writes a new file durably; a leftover of its name is removed first.
    /// - Parameter mode: the permissions, whatever the umask; those of the umask if left out.
    func create(_ name: String, with bytes: [UInt8], mode: mode_t? = nil) throws(FileProblem) {
        // A leftover of a killed command could be a link, which must not be written through.
        unlinkat(number, name, 0)
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        let descriptor = openat(number, name, flags, 0o644)
        guard descriptor >= 0 else { throw FileProblem.last() }
        do throws(FileProblem) {
            defer { close(descriptor) }
            try OutputWriter.write(bytes, to: descriptor)
            if let mode, fchmod(descriptor, mode) != 0 { throw FileProblem.last() }
            guard fsync(descriptor) == 0 else { throw FileProblem.last() }
        } catch {
            unlinkat(number, name, 0)
            throw error
        }
    }

    /// Gives a file a second name in the folder, which keeps the bytes when the first one gets others.
    func link(_ name: String, as other: String) throws(FileProblem) {
        guard linkat(number, name, number, other, 0) == 0 else { throw FileProblem.last() }
    }

    /// The folder of a relative path and the name in it; neither may be a link.
    /// - Parameter making: whether missing folders are created, and whether nothing need be there.
    func place(of path: String, making: Bool = false) throws(FileProblem) -> (
        folder: OpenFolder, name: String
    ) {
        var parts = path.pathParts
        guard let name = parts.popLast() else { throw .notAFile }
        let folder = try folder(at: parts.joined(separator: "/"), making: making)
        switch folder.kind(of: name.cName) {
        case .link: throw Self.linkProblem
        case .other: throw .notAFile
        case nil where !making: throw .missing
        default: return (folder, name)
        }
    }

    /// Moves a file or folder into another folder, under the same name or another one.
    func move(_ name: [CChar], to folder: OpenFolder, as newName: [CChar]? = nil) throws(FileProblem) {
        guard renameat(number, name, folder.number, newName ?? name) == 0 else { throw FileProblem.last() }
    }

    /// Removes a file, or a link itself. A missing file is no error.
    func removeFile(_ name: [CChar]) throws(FileProblem) {
        guard unlinkat(number, name, 0) == 0 || errno == ENOENT else { throw FileProblem.last() }
    }

    /// Removes a folder if it is empty.
    /// - Returns: whether it is gone.
    @discardableResult
    func removeEmptyFolder(_ name: [CChar]) -> Bool { unlinkat(number, name, AT_REMOVEDIR) == 0 }

    /// Removes a file, a link, or a folder with its contents.
    func removeAll(_ name: [CChar]) {
        guard kind(of: name) == .folder, let folder = try? folder(name) else {
            unlinkat(number, name, 0)
            return
        }
        for inner in (try? folder.names()) ?? [] { folder.removeAll(inner) }
        unlinkat(number, name, AT_REMOVEDIR)
    }

    /// Waits until the names in the folder are on the disk.
    func synchronise() throws(FileProblem) {
        guard fsync(number) == 0 || errno == EINVAL else { throw FileProblem.last() }
    }

    /// Locks the folder until `unlock`, or until the object is freed or the process ends.
    /// - Returns: false if another process holds the lock. On a file system without locks it is always true.
    func lock() -> Bool { flock(number, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK }

    /// Releases the lock.
    func unlock() { flock(number, LOCK_UN) }
}

extension String {
    /// The text as a C string.
    var cName: [CChar] { Array(utf8CString) }

    /// The parts of a path between slashes. Slashes are found as bytes, because one with an accent is another
    /// `Character`.
    var pathParts: [String] {
        utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    }
}
