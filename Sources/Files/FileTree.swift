#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A folder and what lies in it, read without ever leaving it.
///
/// Paths are relative to the folder, with `/` between their parts. A symbolic link is followed when it ends
/// inside the folder, and refused when it does not.
public struct FileTree: Sendable {
    /// The folder's own path, absolute and without symbolic links.
    public let root: String

    /// Opens a folder.
    /// - Throws: `FileProblem.missing`, `.notAFolder` or `.system`.
    public init(root path: String) throws(FileProblem) {
        guard let real = Self.realPath(path) else { throw FileProblem.last() }
        var information = stat()
        guard stat(real, &information) == 0 else { throw FileProblem.last() }
        guard information.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder }
        root = real
    }

    /// A file or folder that listing found.
    public struct Entry: Hashable, Sendable {
        /// The path, relative to the tree's root.
        public let path: String
        /// Why it cannot be read, if listing could tell.
        public let problem: FileProblem?
    }

    /// The files below a folder at any depth, sorted by path; hidden ones and editors' backups are left out.
    ///
    /// A folder that does not exist has no files. Names that are not UTF-8 come with U+FFFD and a problem.
    public func files(below folder: String) -> [Entry] {
        walk(folder).files.sorted { $0.path < $1.path }
    }

    /// A folder and the folders below it at any depth, those above before those below them.
    ///
    /// Hidden folders are left out, and links that lead out of the tree.
    public func folders(below folder: String) -> [String] { walk(folder).folders }

    /// The names of the folders in a folder, in no order; hidden ones and links that lead out of the tree are left out.
    public func folderNames(in folder: String) -> [String] {
        guard let real = Self.realPath(absolute(folder)), contains(real), let names = Self.names(in: real)
        else { return [] }
        return names.filter { !$0.isPlainFile && !$0.name.isHiddenOrBackup }.map(\.name).filter { name in
            if case .success(.folder) = kind(of: folder + "/" + name, isFolderVerified: true) {
                true
            } else {
                false
            }
        }
    }

    /// The bytes of a whole file.
    /// - Parameter limit: the largest size that is read, in bytes.
    public func contents(of path: String, limit: Int) throws(FileProblem) -> [UInt8] {
        guard case .file = try kind(of: path).get() else { throw .notAFile }
        return try contents(unverified: path, limit: limit)
    }

    /// The bytes of a file that listing found: listing has already made sure that it lies in the folder.
    public func contents(of entry: Entry, limit: Int) throws(FileProblem) -> [UInt8] {
        if let problem = entry.problem { throw problem }
        return try contents(unverified: entry.path, limit: limit)
    }

    /// Reads a file that may be large, and hands over its bytes piece by piece.
    /// - Parameter limit: the largest size that is read, in bytes.
    public func readPieces(
        of entry: Entry,
        limit: Int,
        _ take: (ArraySlice<UInt8>) -> Void
    ) throws(FileProblem) {
        if let problem = entry.problem { throw problem }
        let descriptor = open(absolute(entry.path), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileProblem.last() }
        defer { close(descriptor) }
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { throw FileProblem.last() }
        guard information.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        var left = Int(information.st_size)
        guard left <= limit else { throw .tooLarge(size: left, limit: limit) }
        var piece = [UInt8](repeating: 0, count: 256 * 1024)
        while true {
            let received = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if received < 0, errno == EINTR { continue }
            if received < 0 { throw FileProblem.last() }
            if received == 0 { return }
            left -= received
            // Whoever writes into it meanwhile could keep this from ever coming to an end.
            guard left >= 0 else { throw .system("it changed while it was being read") }
            take(piece[..<received])
        }
    }

    /// The file at a path as listing would give it; nil when there is none, or listing would leave it out.
    public func entry(at path: String) -> Entry? {
        guard !path.split(separator: "/").contains(where: { String($0).isHiddenOrBackup }) else { return nil }
        switch kind(of: path) {
        case .success(.file): return Entry(path: path, problem: nil)
        case .success(.folder), .failure(.missing), .failure(.notAFolder): return nil
        case .failure(let problem): return Entry(path: path, problem: problem)
        }
    }

    /// Makes sure that a folder, before something is written into it, does not lead out of the tree.
    /// - Throws: `FileProblem.leavesTheFolder`; nothing for a folder that does not exist yet.
    public func verify(folder path: String) throws(FileProblem) {
        var parts = path.split(separator: "/")
        while !parts.isEmpty {
            if let real = Self.realPath(absolute(parts.joined(separator: "/"))) {
                guard contains(real) else { throw .leavesTheFolder }
                return
            }
            parts.removeLast()
        }
    }

    /// Whether there is a file or folder at a path.
    public func exists(_ path: String) -> Bool {
        if case .success = kind(of: path) { true } else { false }
    }

    // MARK: - Inside

    private func walk(_ folder: String) -> (files: [Entry], folders: [String]) {
        var found: [Entry] = []
        var folders: [String] = []
        var pending = [folder]
        var visited: Set<String> = []
        while let current = pending.popLast() {
            let real = Self.realPath(absolute(current)) ?? ""
            guard !real.isEmpty, visited.insert(real).inserted else { continue }
            guard contains(real) else {
                found.append(Entry(path: current, problem: .leavesTheFolder))
                continue
            }
            guard let names = Self.names(in: real) else {
                found.append(Entry(path: current, problem: .last()))
                continue
            }
            folders.append(current)
            for (name, isPlainFile) in names where !name.isHiddenOrBackup {
                let path = current.isEmpty ? name : current + "/" + name
                if isPlainFile {
                    found.append(Entry(path: path, problem: nil))
                    continue
                }
                switch kind(of: path, isFolderVerified: true) {
                case .success(.folder): pending.append(path)
                case .success(.file): found.append(Entry(path: path, problem: nil))
                case .failure(.missing) where name.unicodeScalars.contains("\u{FFFD}"):
                    found.append(Entry(path: path, problem: .system("its name is not UTF-8")))
                case .failure(let problem): found.append(Entry(path: path, problem: problem))
                }
            }
        }
        return (found, folders)
    }

    private enum Kind { case file, folder }

    func absolute(_ path: String) -> String { path.isEmpty ? root : root + "/" + path }

    private func contains(_ real: String) -> Bool {
        real == root || real.hasPrefix(root == "/" ? "/" : root + "/")
    }

    /// What lies at a path. In a folder that was verified only a symbolic link can lead out.
    private func kind(of path: String, isFolderVerified: Bool = false) -> Result<Kind, FileProblem> {
        var information = stat()
        guard lstat(absolute(path), &information) == 0 else { return .failure(.last()) }
        if !isFolderVerified || information.st_mode & S_IFMT == S_IFLNK {
            guard let real = Self.realPath(absolute(path)) else { return .failure(.last()) }
            guard contains(real) else { return .failure(.leavesTheFolder) }
        }
        if information.st_mode & S_IFMT == S_IFLNK {
            guard stat(absolute(path), &information) == 0 else { return .failure(.last()) }
        }
        switch information.st_mode & S_IFMT {
        case S_IFREG: return .success(.file)
        case S_IFDIR: return .success(.folder)
        default: return .failure(.notAFile)
        }
    }

    private func contents(unverified path: String, limit: Int) throws(FileProblem) -> [UInt8] {
        let descriptor = open(absolute(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileProblem.last() }
        defer { close(descriptor) }
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { throw FileProblem.last() }
        guard information.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        let size = Int(information.st_size)
        guard size <= limit else { throw .tooLarge(size: size, limit: limit) }
        return try Self.bytes(of: descriptor, expecting: size)
    }

    /// All bytes behind a descriptor, of which there should be `size`.
    static func bytes(of descriptor: Int32, expecting size: Int) throws(FileProblem) -> [UInt8] {
        var failed = false
        // One byte more than expected, so that a file that grew meanwhile is noticed.
        let content = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            while count < buffer.count {
                let received = read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                if received < 0, errno == EINTR { continue }
                if received <= 0 {
                    failed = received < 0
                    return
                }
                count += received
                // Less came than was asked for: the file ends here.
                if count == size { return }
            }
        }
        if failed { throw FileProblem.last() }
        if content.count > size { throw .system("it changed while it was being read") }
        return content
    }

    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The name in a directory entry.
    static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
    }

    /// The names in a folder, without `.` and `..`, each with whether the folder itself says that it is a file and
    /// the name is UTF-8: then nothing more has to be asked.
    private static func names(in path: String) -> [(name: String, isPlainFile: Bool)]? {
        guard let stream = opendir(path) else { return nil }
        defer { closedir(stream) }
        var names: [(name: String, isPlainFile: Bool)] = []
        while let entry = readdir(stream) {
            let name = name(of: entry)
            if name == "." || name == ".." { continue }
            let isFile = Int(entry.pointee.d_type) == Int(DT_REG)
            names.append((name, isFile && !name.unicodeScalars.contains("\u{FFFD}")))
        }
        return names
    }
}

extension String {
    /// Whether a file or folder of this name is left out of listings.
    var isHiddenOrBackup: Bool {
        hasPrefix(".") || hasPrefix("#") || hasSuffix("~") || hasSuffix(".swp") || hasSuffix(".tmp")
    }
}
