#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A folder inside an empty output folder, in which the first build puts its files until all are there.
///
/// Then whole folders get their places at once, where one name after the other would cost a system call and an entry of
/// the disk's journal for each file.
struct StagingFolder: Sendable {
    /// The folder's name in the output folder.
    static let name = ".assay-tmp"

    /// The folder's path.
    let path: String
    private let target: String
    private let descriptor: OpenFolder

    /// Makes the folder.
    init(in output: String) throws(FileProblem) {
        target = output
        path = output + "/" + Self.name
        guard mkdir(path, 0o755) == 0 else {
            guard errno == EEXIST else { throw FileProblem.last() }
            throw FileProblem.system("another build is writing into the folder; if none is, remove it")
        }
        descriptor = try OpenFolder(path)
    }

    /// Writes a new file, and makes the folders above it.
    /// - Returns: the file's stamp, if it stays the same when the file gets its place: nil for one that is moved itself.
    func create(_ file: String, with bytes: [UInt8]) throws(FileProblem) -> FileStamp? {
        let opened = try open(file)
        // Half a file goes with the folder.
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
        // A page is mostly the first file of its folder, so that to look for the folder first would be in vain.
        if let parent, file.hasSuffix("/index.html") { try makeFolder(parent) }
        var opened = openNew(file)
        if opened < 0, errno == ENOENT, let parent {
            try makeFolder(parent)
            opened = openNew(file)
        }
        if opened < 0, errno == EEXIST { throw OutputWriter.takenAddress }
        guard opened >= 0 else { throw FileProblem.last() }
        return opened
    }

    /// Finds out whether something stands meanwhile where the files go: it is not ours, and must stay.
    func requireFreePlaces() throws(FileProblem) {
        for name in OutputFolder.names(in: path).sorted() where access(target + "/" + name, F_OK) == 0 {
            throw FileProblem.system("there is a `\(name)` that no build wrote")
        }
    }

    /// Gives everything in the folder its place in the output folder, and removes the folder.
    func moveIntoPlace() throws(FileProblem) {
        for name in OutputFolder.names(in: path).sorted() {
            guard rename(path + "/" + name, target + "/" + name) == 0 else { throw FileProblem.last() }
        }
        guard rmdir(path) == 0 else { throw FileProblem.last() }
    }

    /// Removes the folder with all that is in it.
    func remove() { Self.removeAll(below: path) }

    /// Removes what a build that was interrupted left of the folder; links are removed, and not followed.
    ///
    /// The folder of a build that is under way stays: that build holds a lock on it, which ends with its process.
    static func removeLeftover(in output: String) {
        let path = output + "/" + name
        if let folder = try? OpenFolder(path), folder.isLockedByOther { return }
        removeAll(below: path)
    }

    private static func removeAll(below folder: String) {
        var information = stat()
        guard lstat(folder, &information) == 0 else { return }
        guard information.st_mode & S_IFMT == S_IFDIR else {
            unlink(folder)
            return
        }
        for name in OutputFolder.names(in: folder) { removeAll(below: folder + "/" + name) }
        rmdir(folder)
    }

    private func openNew(_ file: String) -> Int32 {
        openat(descriptor.number, file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    }

    private func makeFolder(_ folder: String) throws(FileProblem) {
        if mkdirat(descriptor.number, folder, 0o755) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let parent = Self.parent(of: folder) else { throw FileProblem.last() }
        try makeFolder(parent)
        guard mkdirat(descriptor.number, folder, 0o755) == 0 || errno == EEXIST else {
            throw FileProblem.last()
        }
    }

    private static func parent(of path: String) -> String? {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) }
    }
}

/// A folder that is held open, so that paths need not be walked from the root for every file.
private final class OpenFolder: Sendable {
    let number: Int32
    /// Whether another holder, in this process or another one, has locked the folder; else this one has.
    let isLockedByOther: Bool

    init(_ path: String) throws(FileProblem) {
        number = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard number >= 0 else { throw FileProblem.last() }
        // Where a file system has no locks, nobody is known to hold one.
        isLockedByOther = flock(number, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }

    deinit { close(number) }
}
