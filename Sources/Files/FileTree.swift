#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A folder and its contents, read without ever leaving it.
///
/// Paths are relative to the folder, with `/` between their parts. A symbolic link is followed if it ends
/// inside the part of the folder that is read. One that leads out, or to a hidden file such as `.git/config`,
/// is a problem.
package struct FileTree: Sendable {
    /// The folder's own path, absolute and without symbolic links.
    package let root: String

    /// Changes that are not on the disk yet; what is read and listed has them already.
    package private(set) var overlay = FileOverlay()

    /// The same folder with changes that are not on the disk.
    package func with(_ overlay: FileOverlay) -> FileTree {
        var tree = self
        tree.overlay = overlay
        return tree
    }

    /// Opens a folder.
    /// - Throws: `FileProblem.missing`, `.notAFolder` or `.system`.
    package init(root path: String) throws(FileProblem) {
        guard let real = Self.realPath(path) else { throw FileProblem.last() }
        var information = stat()
        guard stat(real, &information) == 0 else { throw FileProblem.last() }
        guard information.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder }
        root = real
    }

    /// A file or folder that listing found.
    package struct Entry: Hashable, Sendable {
        /// The path, relative to the tree's root.
        package let path: String
        /// The reason why it cannot be read, if listing found one.
        package let problem: FileProblem?

        /// Makes an entry, for a file that is known to be there.
        package init(path: String, problem: FileProblem?) {
            self.path = path
            self.problem = problem
        }
    }

    /// The deepest nesting of folders.
    static let depthLimit = 64

    /// The files below a folder at any depth, sorted by path; hidden ones and editors' backups are left out.
    ///
    /// A folder that does not exist has no files. Names that are not UTF-8 come with U+FFFD and a problem.
    /// - Parameters:
    ///   - boundary: the folder that links must stay in; the first part of the folder's path if left out.
    ///   - suffix: the end of the files' names, such as `.md`. A folder with such a name is listed with a
    ///     problem.
    package func files(
        below folder: String,
        within boundary: String? = nil,
        noFolderEndsIn suffix: String? = nil
    ) -> [Entry] {
        overlay.listing(walk(folder, within: boundary ?? Self.top(of: folder), suffix).files, below: folder)
            .sorted { $0.path < $1.path }
    }

    /// A folder and the folders below it at any depth, parents first.
    ///
    /// Hidden folders are left out, and links that lead out of the tree.
    package func folders(below folder: String) -> [String] {
        walk(folder, within: Self.top(of: folder), nil).folders
    }

    /// The sorted names in a folder, without hidden files and backups; none if there is no folder.
    package func names(in folder: String) -> [String] {
        var names: [String] = []
        if case .folder? = try? kind(of: folder).get() {
            names = (Self.names(in: absolute(folder)) ?? []).map(\.name).filter { !$0.isHiddenOrBackup }
                .sorted()
        }
        return overlay.names(names, in: folder)
    }

    /// Whether there is a folder at a path.
    package func isFolder(_ path: String) -> Bool {
        if case .folder? = try? kind(of: path).get() { true } else { false }
    }

    /// The path of a folder with all links resolved, relative to the tree; nil if it is outside the tree.
    package func place(of folder: String) -> String? {
        Self.realPath(absolute(folder)).flatMap { contains($0) ? relative($0) : nil }
    }

    /// The unsorted names of the folders in a folder, without hidden ones and links out of the tree.
    package func folderNames(in folder: String) -> [String] {
        guard let real = Self.realPath(absolute(folder)), contains(real), let names = Self.names(in: real)
        else { return [] }
        return names.filter { $0.type != .file && !$0.name.isHiddenOrBackup }.map(\.name).filter { name in
            if case .success(.folder) = kind(of: folder + "/" + name, isFolderVerified: true) {
                true
            } else {
                false
            }
        }
    }

    /// The bytes of a whole file.
    /// - Parameter limit: the largest allowed size, in bytes.
    package func contents(of path: String, limit: Int) throws(FileProblem) -> [UInt8] {
        if let bytes = try overlaid(path, limit) { return bytes }
        guard case .file = try kind(of: path).get() else { throw .notAFile }
        return try contents(unverified: path, limit: limit)
    }

    /// The bytes of a file that listing found, and has already verified to be in the folder.
    package func contents(of entry: Entry, limit: Int) throws(FileProblem) -> [UInt8] {
        if let problem = entry.problem { throw problem }
        if let bytes = try overlaid(entry.path, limit) { return bytes }
        return try contents(unverified: entry.path, limit: limit)
    }

    /// The bytes of a file that is not on the disk as it will be; nil if the disk has it.
    private func overlaid(_ path: String, _ limit: Int) throws(FileProblem) -> [UInt8]? {
        if let text = overlay.texts[path] {
            guard text.count <= limit else { throw .tooLarge(size: text.count, limit: limit) }
            return text
        }
        if let place = overlay.moved[path] { return try contents(unverified: place, limit: limit) }
        if overlay.gone.contains(path) { throw .missing }
        return nil
    }

    /// Whether a file or folder is at a path, or a link to anywhere.
    func isThere(_ path: String) -> Bool {
        if let isThere = overlay.hasFile(at: path) { return isThere }
        var information = stat()
        return lstat(absolute(path), &information) == 0
    }

    /// Reads a file that may be large, piece by piece.
    /// - Parameter limit: the largest allowed size, in bytes.
    package func readPieces(
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
        // Of many small files, most of the time would go into clearing the memory for a large piece.
        var piece = [UInt8](repeating: 0, count: min(256 * 1024, max(4096, left + 1)))
        while true {
            let received = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if received < 0, errno == EINTR { continue }
            if received < 0 { throw FileProblem.last() }
            if received == 0 { return }
            left -= received
            // A process that goes on writing into the file would keep this from ending.
            guard left >= 0 else { throw .system("it changed while it was being read") }
            take(piece[..<received])
        }
    }

    /// The entry of a path, as in a listing; nil if listing would leave it out or there is no file.
    package func entry(at path: String) -> Entry? {
        guard !path.split(separator: "/").contains(where: { String($0).isHiddenOrBackup }) else { return nil }
        if let isThere = overlay.hasFile(at: path) { return isThere ? Entry(path: path, problem: nil) : nil }
        switch kind(of: path, within: Self.top(of: path)) {
        case .success(.file): return Entry(path: path, problem: nil)
        case .success(.folder), .failure(.missing), .failure(.notAFolder): return nil
        case .failure(let problem): return Entry(path: path, problem: problem)
        }
    }

    /// Throws if a folder that is to be written into leads out of the tree.
    /// - Throws: `FileProblem.leavesTheFolder`; nothing for a folder that does not exist yet.
    package func verify(folder path: String) throws(FileProblem) {
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
    package func exists(_ path: String) -> Bool {
        if let isThere = overlay.hasFile(at: path) { return isThere }
        return if case .success = kind(of: path) { true } else { false }
    }

    // MARK: - Inside

    /// A folder to be listed.
    private struct Waiting {
        let path: String
        /// Its path with links resolved.
        let real: String
        let depth: Int
    }

    private func walk(
        _ folder: String,
        within boundary: String,
        _ suffix: String?
    ) -> (files: [Entry], folders: [String]) {
        guard let start = Self.realPath(absolute(folder)) else { return ([], []) }
        if let problem = problem(ofLink: folder, to: start, within: "") {
            return ([Entry(path: folder, problem: problem)], [])
        }
        var found: [Entry] = []
        var folders: [String] = []
        var pending = [Waiting(path: folder, real: start, depth: 0)]
        var visited: Set<String> = []
        while let current = pending.popLast() {
            guard visited.insert(current.real).inserted else { continue }
            guard current.depth < Self.depthLimit else {
                found.append(Entry(path: current.path, problem: .nestsTooDeeply(limit: Self.depthLimit)))
                continue
            }
            guard let names = Self.names(in: current.real) else {
                found.append(Entry(path: current.path, problem: .last()))
                continue
            }
            folders.append(current.path)
            for (name, type) in names where !name.isHiddenOrBackup {
                let path = current.path.isEmpty ? name : current.path + "/" + name
                if type == .file {
                    found.append(Entry(path: path, problem: nil))
                    continue
                }
                switch kind(of: path, within: boundary, isFolderVerified: true) {
                case .success(.folder):
                    if let suffix, name.hasSuffix(suffix) {
                        found.append(Entry(path: path, problem: .isAFolder))
                    }
                    let real =
                        type == .folder ? current.real + "/" + name : Self.realPath(absolute(path)) ?? ""
                    pending.append(Waiting(path: path, real: real, depth: current.depth + 1))
                case .success(.file): found.append(Entry(path: path, problem: nil))
                case .failure(.missing) where name.unicodeScalars.contains("\u{FFFD}"):
                    found.append(Entry(path: path, problem: .system("its name is not UTF-8")))
                case .failure(let problem): found.append(Entry(path: path, problem: problem))
                }
            }
        }
        return (found, folders)
    }

    /// The reason why a link is not followed; nil if it ends inside the boundary, and at nothing hidden.
    private func problem(ofLink path: String, to real: String, within boundary: String) -> FileProblem? {
        guard contains(real) else { return .leavesTheFolder }
        let end = relative(real)
        if end == path { return nil }
        if end.split(separator: "/").contains(where: { $0.hasPrefix(".") }),
            !path.split(separator: "/").contains(where: { $0.hasPrefix(".") })
        {
            return .leadsToHiddenFile
        }
        guard !boundary.isEmpty else { return nil }
        let bound = Self.realPath(absolute(boundary)).map(relative) ?? boundary
        return end == bound || end.hasPrefix(bound + "/") ? nil : .leadsOut(of: boundary)
    }

    private func relative(_ real: String) -> String {
        real == root ? "" : String(real.dropFirst(root == "/" ? 1 : root.count + 1))
    }

    /// The first part of a path; empty for a path of one part.
    private static func top(of path: String) -> String {
        let parts = path.split(separator: "/", maxSplits: 1)
        return parts.isEmpty || path.isEmpty ? "" : String(parts[0])
    }

    private enum Kind { case file, folder }

    func absolute(_ path: String) -> String { path.isEmpty ? root : root + "/" + path }

    private func contains(_ real: String) -> Bool {
        real == root || real.hasPrefix(root == "/" ? "/" : root + "/")
    }

    /// The kind of entry at a path. In a verified folder only a symbolic link can lead out.
    private func kind(
        of path: String,
        within boundary: String = "",
        isFolderVerified: Bool = false
    ) -> Result<Kind, FileProblem> {
        var information = stat()
        guard lstat(absolute(path), &information) == 0 else { return .failure(.last()) }
        if !isFolderVerified || information.st_mode & S_IFMT == S_IFLNK {
            guard let real = Self.realPath(absolute(path)) else { return .failure(.last()) }
            if let problem = problem(ofLink: path, to: real, within: boundary) { return .failure(problem) }
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

    /// All bytes of a descriptor's file, whose expected count is `size`.
    static func bytes(of descriptor: Int32, expecting size: Int) throws(FileProblem) -> [UInt8] {
        var failed = false
        // One byte more than expected, to notice a file that has grown.
        let content = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            while count < buffer.count {
                let received = read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                if received < 0, errno == EINTR { continue }
                if received <= 0 {
                    failed = received < 0
                    return
                }
                count += received
                // A short read means the end of the file.
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

    /// The kind that a directory entry itself names, which saves a `stat`.
    private enum EntryType { case file, folder, other }

    /// The names in a folder, without `.` and `..`. The type is `other` for all but files and folders with UTF-8 names.
    private static func names(in path: String) -> [(name: String, type: EntryType)]? {
        guard let stream = opendir(path) else { return nil }
        defer { closedir(stream) }
        var names: [(name: String, type: EntryType)] = []
        while let entry = readdir(stream) {
            let name = name(of: entry)
            if name == "." || name == ".." { continue }
            let type = Int(entry.pointee.d_type)
            let isReadable = !name.unicodeScalars.contains("\u{FFFD}")
            names.append(
                (
                    name,
                    isReadable && type == Int(DT_REG)
                        ? .file : isReadable && type == Int(DT_DIR) ? .folder : .other
                )
            )
        }
        return names
    }
}

extension String {
    /// Whether listings leave out a file or folder of this name.
    var isHiddenOrBackup: Bool {
        hasPrefix(".") || hasPrefix("#") || hasSuffix("~") || hasSuffix(".swp") || hasSuffix(".tmp")
    }
}
