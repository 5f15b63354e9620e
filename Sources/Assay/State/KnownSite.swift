import Editorial
import Files

/// What is left of the site that the last build wrote: every file was looked at.
struct KnownSite: Sendable {
    /// The files that are as they were written, by path, each with its stamp of now.
    let intact: [String: WrittenFile]
    /// When the files were looked at, in nanoseconds since 1970.
    let time: Int
    private let fileCount: Int

    /// The system's clock may stand still for so long, in nanoseconds: files' times are no finer.
    static let clockTick = 20_000_000

    /// Looks at the files of earlier builds, on all cores: at their stamps, and where those say nothing, at their content.
    init(_ state: BuildState?, in folder: OutputFolder) async {
        let time = SystemClock.nanoseconds()
        let files = (state?.units ?? []).flatMap(\.files)
        let found = await files.concurrentMap { $0.verified(in: folder, at: time) }
        self.time = time
        fileCount = files.count
        intact = Dictionary(found.compactMap(\.self).map { ($0.path, $0) }) { first, _ in first }
    }

    /// Whether the folder holds all files of the last build, and the list of outputs no others.
    func isComplete(in folder: OutputFolder) -> Bool {
        !folder.isInterrupted && fileCount == intact.count && folder.known.count == fileCount
    }
}

extension WrittenFile {
    /// The file with its stamp of now; nil when it is not what was written.
    fileprivate func verified(in folder: OutputFolder, at time: Int) -> WrittenFile? {
        guard folder.known.contains(path), let now = folder.stamp(of: path) else { return nil }
        if isSettled, now == stamp { return self }
        guard now.size == stamp.size, let bytes = folder.contents(of: path), Fingerprint(of: bytes) == content
        else { return nil }
        return WrittenFile(
            path: path,
            content: content,
            stamp: now,
            isSettled: now.changed + KnownSite.clockTick < time
        )
    }
}
