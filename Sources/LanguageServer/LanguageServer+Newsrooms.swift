import Files
import Newsroom

/// The newsrooms of the documents that an editor opens.
extension LanguageServer {
    /// The largest number of newsrooms at once.
    private static let newsroomLimit = 8

    /// The newsroom of a file, and the file's path in it; nil if the file is in none.
    func newsroom(of path: String) -> (newsroom: ServedNewsroom, path: String)? {
        guard let newsroom = newsroom(at: surroundings.folder ?? path) else { return nil }
        let start = newsroom.path == "/" ? "/" : newsroom.path + "/"
        guard path.hasPrefix(start) else { return nil }
        return (newsroom, String(path.dropFirst(start.count)))
    }

    /// The newsroom at a path or above it; it is opened if it is not yet.
    func newsroom(at path: String) -> ServedNewsroom? {
        var folder = path
        while true {
            if let open = newsrooms[folder] { return open }
            if let tree = try? FileTree(root: folder), tree.exists(SiteSettings.path) {
                return open(tree, path: folder)
            }
            guard let slash = folder.lastIndex(of: "/"), folder != "/" else { return nil }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }

    private func open(_ tree: FileTree, path: String) -> ServedNewsroom? {
        guard newsrooms.count < Self.newsroomLimit else {
            surroundings.log(
                "\(path): \(Self.newsroomLimit) newsrooms are open already; start the server again for this one"
            )
            return nil
        }
        let newsroom = ServedNewsroom(tree, path: path, today: surroundings.today(tree))
        newsrooms[path] = newsroom
        surroundings.log("\(path): opened")
        // The watch begins before the files are read, so that none is missed.
        let changes = FolderWatch.changes(in: tree, folders: ServedNewsroom.watchedFolders)
        following.append(
            Task { for await change in changes { await newsroom.note(change) } }
        )
        following.append(
            Task { await self.followFindings(of: newsroom) }
        )
        return newsroom
    }
}
