#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The folder of a build's new files until all are complete: `.assay/new` in the output folder.
///
/// Only the build that holds the output folder's lock creates, writes or removes it.
struct StagingFolder: Sendable {
    /// The folder's name in the output folder's `.assay`.
    static let name = "new"

    /// The folder.
    let folder: OpenFolder
    /// Whether permissions have to be set, because the umask denies some of those of a public file.
    private let setsPermissions: Bool

    /// The permissions of the record of files; nil for those of the umask.
    var recordMode: mode_t? { setsPermissions ? Self.fileMode : nil }

    /// The permissions of public files and of their folders.
    static let (fileMode, folderMode): (mode_t, mode_t) = (0o644, 0o755)

    /// Creates the folder anew, and removes what an earlier build left there.
    /// - Parameters:
    ///   - own: the output folder's `.assay`.
    ///   - isPublic: whether everyone may read the files, whatever the umask.
    init(in own: OpenFolder, isPublic: Bool) throws(FileProblem) {
        own.removeAll(Self.name.cName)
        folder = try own.folder(Self.name.cName, making: true)
        var information = stat()
        guard fstat(folder.number, &information) == 0 else { throw FileProblem.last() }
        setsPermissions = isPublic && information.st_mode & Self.folderMode != Self.folderMode
    }

    /// Writes a new file, and makes the folders above it.
    /// - Returns: the file's stamp, if it is moved with its folder; nil if it is moved itself, which changes
    ///   the stamp.
    func create(_ file: String, with bytes: [UInt8]) throws(FileProblem) -> FileStamp? {
        let opened = try open(file)
        // An incomplete file is removed with the folder.
        var information = stat()
        do throws(FileProblem) {
            try OutputWriter.write(bytes, to: opened)
            guard fstat(opened, &information) == 0 else { throw FileProblem.last() }
        } catch {
            close(opened)
            throw error
        }
        guard close(opened) == 0 else { throw FileProblem.last() }
        return Self.parent(of: file) == nil ? nil : FileStamp(information)
    }

    /// Makes a new file, and the folders above it.
    /// - Returns: its descriptor, for writing.
    func open(_ file: String) throws(FileProblem) -> Int32 {
        let parent = Self.parent(of: file)
        // A page is mostly the first file of its folder, so the folder is made without looking for it.
        if let parent, file.hasSuffix("/index.html") { try makeFolder(parent) }
        var opened = openNew(file)
        if opened < 0, errno == ENOENT, let parent {
            try makeFolder(parent)
            opened = openNew(file)
        }
        if opened < 0, errno == EEXIST { throw OutputWriter.takenAddress }
        guard opened >= 0 else { throw FileProblem.last() }
        if setsPermissions, fchmod(opened, Self.fileMode) != 0 {
            let problem = FileProblem.last()
            close(opened)
            throw problem
        }
        return opened
    }

    /// Removes a staged file.
    func remove(_ file: String) { unlinkat(folder.number, file, 0) }

    /// Waits until files, and the names of their folders, are on the disk.
    func synchronise(_ files: some Collection<String>) throws(FileProblem) {
        var folders: Set<String> = [""]
        for file in files {
            try synchronise(file, O_RDONLY)
            var parent = Self.parent(of: file)
            while let current = parent, folders.insert(current).inserted { parent = Self.parent(of: current) }
        }
        for folder in folders { try synchronise(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY) }
    }

    private func synchronise(_ path: String, _ flags: Int32) throws(FileProblem) {
        let descriptor = openat(folder.number, path, flags | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw FileProblem.last() }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileProblem.last() }
    }

    private func openNew(_ file: String) -> Int32 {
        openat(
            folder.number,
            file,
            O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
            Self.fileMode
        )
    }

    private func makeFolder(_ path: String) throws(FileProblem) {
        if try make(path) { return }
        guard errno == ENOENT, let parent = Self.parent(of: path) else { throw FileProblem.last() }
        try makeFolder(parent)
        guard try make(path) else { throw FileProblem.last() }
    }

    /// Makes one folder. Returns false if that fails.
    private func make(_ path: String) throws(FileProblem) -> Bool {
        guard mkdirat(folder.number, path, Self.folderMode) == 0 else { return errno == EEXIST }
        if setsPermissions, fchmodat(folder.number, path, Self.folderMode, 0) != 0 {
            throw FileProblem.last()
        }
        return true
    }

    private static func parent(of path: String) -> String? {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) }
    }
}
