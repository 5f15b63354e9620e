import Editorial
import Files

/// Looks at the files of a site when they are in place.
struct Inspection: Sendable {
    /// The paths of the files that were written anew.
    let changed: Set<String>
    private let folder: OutputFolder
    private let known: KnownSite
    /// When all files had been written, and none had its own name yet; in nanoseconds since 1970.
    private let writtenTime: Int

    /// - Parameter changed: the paths of the files that are written, and not yet in place.
    init(of folder: OutputFolder, _ known: KnownSite, changed: [String]) {
        self.folder = folder
        self.known = known
        self.changed = Set(changed)
        writtenTime = SystemClock.nanoseconds()
    }

    /// What a file looks like, which holds its content.
    /// - Parameter time: when looking began, in nanoseconds since 1970.
    func file(_ path: String, _ content: Fingerprint, at time: Int) -> WrittenFile {
        if !changed.contains(path), let known = known.intact[path] { return known }
        let nothing = FileStamp(number: 0, size: -1, modified: 0, changed: 0)
        let stamp = folder.stamp(of: path) ?? nothing
        let tick = KnownSite.clockTick
        // What someone else did to it meanwhile would show in a later time.
        let isSettled =
            changed.contains(path)
            ? stamp.modified + tick < writtenTime && stamp.changed + tick < time
            : stamp.changed + tick < known.time
        return WrittenFile(path: path, content: content, stamp: stamp, isSettled: isSettled)
    }
}
