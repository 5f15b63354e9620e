#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The checked path of an output folder. Nothing is created before the check.
struct OutputPlace: Sendable {
    /// The folder's path, absolute and without symbolic links.
    let path: String
    /// The path below the newsroom's folder; nil if it lies elsewhere.
    let pathInNewsroom: String?
    private let root: String

    /// Checks a path, and creates nothing.
    /// - Parameters:
    ///   - path: relative to the current folder unless absolute.
    ///   - root: the newsroom's folder, without symbolic links.
    ///   - protected: folders of the newsroom that must not be written to.
    init(_ path: String, root: String, protected: [String]) throws(OutputProblem) {
        self.root = root
        let typed = Self.absolute(path)
        if let inside = Self.remainder(of: typed, below: root) {
            // A link below the newsroom's folder may have come with a clone.
            if let link = Self.firstLink(in: inside, below: root) {
                throw .misplaced(
                    "`\(link)` in the newsroom's folder is a symbolic link, which a build does not follow"
                )
            }
            self.path = typed
        } else {
            self.path = Self.resolved(typed)
        }
        pathInNewsroom = Self.remainder(of: self.path, below: root)
        if self.path == root || Self.remainder(of: root, below: self.path) != nil {
            throw .misplaced("the output folder would hold the newsroom's own files")
        }
        // On case-insensitive disks `Content` is `content`.
        let first = pathInNewsroom?.pathParts.first?.lowercased()
        if let first, let folder = protected.first(where: { $0.lowercased() == first }) {
            throw .misplaced("the output folder lies in the newsroom's `\(folder)/`")
        }
    }

    /// Opens the folder, and creates it and its parents if missing.
    /// - Parameter made: receives the paths of the created folders, parents first.
    func open(_ made: inout [String]) throws(FileProblem) -> OpenFolder {
        if let pathInNewsroom {
            var current = try OpenFolder(root)
            var currentPath = root
            for part in pathInNewsroom.pathParts {
                currentPath += "/" + part
                let name = part.cName
                if mkdirat(current.number, name, 0o755) == 0 { made.append(currentPath) }
                current = try current.folder(name)
            }
            return current
        }
        var currentPath = ""
        for part in path.pathParts {
            currentPath += "/" + part
            if mkdir(currentPath, 0o755) == 0 { made.append(currentPath) }
        }
        return try OpenFolder(path)
    }

    /// The absolute form of a path, without `.` and `..`.
    private static func absolute(_ path: String) -> String {
        var parts: [String] = []
        let start = path.utf8.first == UInt8(ascii: "/") ? "" : currentFolder + "/"
        for part in (start + path).pathParts where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    private static var currentFolder: String { real(".") ?? "" }

    /// A path with links resolved, as far as it exists.
    private static func resolved(_ path: String) -> String {
        var existing = path.pathParts
        var rest: [String] = []
        while !existing.isEmpty {
            if let real = real("/" + existing.joined(separator: "/")) {
                return ([real == "/" ? "" : real] + rest).joined(separator: "/")
            }
            rest.insert(existing.removeLast(), at: 0)
        }
        return path
    }

    private static func real(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The part of a path below a folder; nil if it lies elsewhere.
    private static func remainder(of path: String, below folder: String) -> String? {
        let start = folder == "/" ? "/" : folder + "/"
        guard path.utf8.starts(with: start.utf8), path.utf8.count > start.utf8.count else { return nil }
        return String(Substring(path.utf8.dropFirst(start.utf8.count)))
    }

    /// The path of the first link on a path.
    private static func firstLink(in path: String, below root: String) -> String? {
        var current = ""
        for part in path.pathParts {
            current += current.isEmpty ? part : "/" + part
            var information = stat()
            guard lstat(root + "/" + current, &information) == 0 else { return nil }
            if information.st_mode & S_IFMT == S_IFLNK { return current }
        }
        return nil
    }
}
