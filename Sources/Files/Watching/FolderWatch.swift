/// Tells what happens to the files below some folders of a tree.
public enum FolderWatch {
    /// The changes from now on, gathered in sets until nothing has happened for a moment.
    ///
    /// The folders need not exist; one that comes later is watched from then on. The stream ends when its
    /// reader goes away.
    /// - Parameters:
    ///   - folders: paths in the tree, such as `content`.
    ///   - pause: how long to wait for further changes, so that a save in several steps is one set.
    public static func changes(
        in tree: FileTree,
        folders: [String],
        pause: Duration = .milliseconds(15)
    ) -> AsyncStream<Set<FileChange>> {
        #if os(Linux)
            if let changes = NotifiedWatch.changes(in: tree, folders: folders, pause: pause) {
                return changes
            }
        #endif
        return PolledWatch.changes(in: tree, folders: folders)
    }
}
