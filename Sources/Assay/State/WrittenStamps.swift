import Digests
import Editorial
import Files

/// The stamps of a site's files when they are in place.
struct WrittenStamps: Sendable {
    /// Files written by this build; the stamp is nil if the final rename changes it.
    let changed: [String: FileStamp?]
    private let folder: OutputFolder
    private let intact: [String: WrittenFile]
    /// When the files of the last build were looked at, in nanoseconds since 1970.
    private let knownTime: Int
    /// When all files had been written, and none had its own name yet.
    private let writtenTime: Int

    /// - Parameters:
    ///   - intact: files of the last build.
    ///   - knownTime: when those were looked at.
    ///   - changed: the files that are written, and not yet in place.
    init(
        in folder: OutputFolder,
        _ intact: [String: WrittenFile],
        at knownTime: Int,
        changed: [String: FileStamp?]
    ) {
        self.folder = folder
        self.intact = intact
        self.knownTime = knownTime
        self.changed = changed
        writtenTime = SystemClock.nanoseconds()
    }

    /// What a file looks like, which holds its content.
    /// - Parameter time: when looking began, in nanoseconds since 1970.
    func file(_ path: String, _ content: ContentDigest, at time: Int) -> WrittenFile {
        let tick = PreviousSite.clockTick
        let stamp: FileStamp
        let isSettled: Bool
        // What someone else does to a file after it got its place shows in a later time.
        switch changed[path] {
        case .some(.some(let written)):
            stamp = written
            isSettled = stamp.changed + tick < writtenTime
        case .some(nil):
            stamp = current(path)
            isSettled = stamp.modified + tick < writtenTime && stamp.changed + tick < time
        case nil:
            if let known = intact[path] { return known }
            stamp = current(path)
            isSettled = stamp.changed + tick < knownTime
        }
        return WrittenFile(path: path, content: content, stamp: stamp, isSettled: isSettled)
    }

    private func current(_ path: String) -> FileStamp {
        folder.stamp(of: path) ?? FileStamp(number: 0, size: -1, modified: 0, changed: 0)
    }
}
