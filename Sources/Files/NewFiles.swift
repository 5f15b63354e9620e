#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The reason why new files were not made.
package enum NewFilesProblem: Error, Hashable, Sendable {
    /// Files exist at these paths already.
    case taken([String])
    /// A file or folder could not be made: its path, and the reason.
    case file(String, FileProblem)

    /// The reason as a sentence without a full stop.
    package var sentence: String {
        switch self {
        case .taken(let paths): "there is \(paths.joined(separator: ", ")) already; nothing was written"
        case .file(let path, let problem): "`\(path)` cannot be made: \(problem)"
        }
    }
}

/// A transaction that creates files which must not exist yet: all of them, or none.
package struct NewFiles: Sendable {
    /// One file to make.
    package struct File: Hashable, Sendable {
        /// The path in the folder, with `/` between its parts, none of them `..`.
        package let path: String
        /// The content.
        package let bytes: [UInt8]

        /// Makes a description of a file.
        package init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    private let root: String
    /// The absolute paths created so far, for the rollback.
    private var madeFiles: [String] = []
    private var madeFolders: [String] = []

    /// Creates files and their folders in a folder. Existing files are not touched.
    ///
    /// If one cannot be created, those before it are removed again.
    /// - Parameter folder: relative to the current folder unless absolute; created if missing.
    package static func create(_ files: [File], in folder: String) throws(NewFilesProblem) {
        let taken = taken(among: files, in: folder).map(\.path)
        guard taken.isEmpty else { throw .taken(taken) }
        var new = NewFiles(root: folder)
        do throws(NewFilesProblem) {
            try new.makeRoot()
            for file in files { try new.make(file) }
        } catch {
            new.undo()
            throw error
        }
    }

    /// The files whose paths are taken.
    package static func taken(among files: [File], in folder: String) -> [File] {
        files.filter { isTaken(folder + "/" + $0.path) }
    }

    private init(root: String) { self.root = root }

    /// Whether a path is taken by a file, a folder, or a symbolic link, even a broken one.
    private static func isTaken(_ path: String) -> Bool {
        var information = stat()
        return lstat(path, &information) == 0
    }

    private mutating func makeRoot() throws(NewFilesProblem) {
        var current = root.hasPrefix("/") ? "/" : ""
        for part in root.split(separator: "/") {
            current += current.isEmpty || current == "/" ? part : "/" + part
            do throws(FileProblem) { try makeFolder(current) } catch { throw .file(current, error) }
        }
    }

    private mutating func make(_ file: File) throws(NewFilesProblem) {
        var folder = root
        for part in file.path.split(separator: "/").dropLast() {
            folder += "/" + part
            do throws(FileProblem) {
                try makeFolder(folder)
                try requireInside(folder)
            } catch {
                throw .file(String(folder.dropFirst(root.count + 1)), error)
            }
        }
        do throws(FileProblem) {
            try write(file.bytes, to: root + "/" + file.path)
        } catch {
            throw .file(file.path, error)
        }
    }

    private mutating func makeFolder(_ path: String) throws(FileProblem) {
        if mkdir(path, 0o755) == 0 {
            madeFolders.append(path)
            return
        }
        let problem = FileProblem.last()
        guard errno == EEXIST || errno == EISDIR else { throw problem }
        var information = stat()
        guard stat(path, &information) == 0 else { throw FileProblem.last() }
        guard information.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder }
    }

    /// Refuses a folder that is a symbolic link out of the root.
    private func requireInside(_ folder: String) throws(FileProblem) {
        let inside = try FileTree(root: folder).root
        let outside = try FileTree(root: root).root
        guard inside.hasPrefix(outside == "/" ? "/" : outside + "/") else { throw .leavesTheFolder }
    }

    private mutating func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw FileProblem.last() }
        madeFiles.append(path)
        do throws(FileProblem) {
            try OutputWriter.write(bytes, to: descriptor)
        } catch {
            close(descriptor)
            throw error
        }
        guard close(descriptor) == 0 else { throw FileProblem.last() }
    }

    private func undo() {
        for path in madeFiles { unlink(path) }
        for path in madeFolders.reversed() { rmdir(path) }
    }
}
