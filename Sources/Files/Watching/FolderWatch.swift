/// The watching of files below some folders of a tree.
package enum FolderWatch {
    /// A stream of changes from now on, in sets: a set ends when nothing has happened for `pause`.
    ///
    /// The folders need not exist; one that is created later is watched from then on. The watch ends with the
    /// stream's reader.
    /// - Parameters:
    ///   - folders: paths in the tree, such as `content`.
    ///   - pause: the time to wait for further changes, so that a save in several steps is one set.
    package static func changes(
        in tree: FileTree,
        folders: [String],
        pause: Duration = .milliseconds(15)
    ) -> AsyncStream<Set<FileChange>> {
        #if os(Linux)
            if let changes = InotifyWatch.changes(in: tree, folders: folders, pause: pause) {
                return changes
            }
        #endif
        return PollingWatch.changes(in: tree, folders: folders)
    }
}
