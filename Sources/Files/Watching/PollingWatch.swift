/// A watch that looks at every file at intervals, for systems without inotify and for network folders.
enum PollingWatch {
    static func changes(
        in tree: FileTree,
        folders: [String],
        interval: Duration = .milliseconds(400)
    ) -> AsyncStream<Set<FileChange>> {
        // The first look comes before the stream is returned, so that no change is missed.
        let first = stamps(in: tree, folders)
        return AsyncStream { continuation in
            let task = Task.detached(priority: .utility) {
                var known = first
                while (try? await Task.sleep(for: interval)) != nil {
                    let current = stamps(in: tree, folders)
                    let changed = Set(known.keys).union(current.keys).filter { known[$0] != current[$0] }
                    known = current
                    if !changed.isEmpty { continuation.yield(Set(changed.map(FileChange.file))) }
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    private static func stamps(in tree: FileTree, _ folders: [String]) -> [String: FileStamp] {
        var stamps: [String: FileStamp] = [:]
        for entry in folders.flatMap({ tree.files(below: $0) }) {
            stamps[entry.path] = tree.stamp(of: entry.path)
        }
        return stamps
    }
}
