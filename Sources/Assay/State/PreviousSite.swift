import Digests
import Editorial
import Files

/// The site of the last build as it is now: every file was looked at.
struct PreviousSite: Sendable {
    /// The units of the last build, each with those of its files that are as they were written, with their stamps of now.
    let units: [PreviousUnit]
    /// The dependencies of its pages; nil if the program, the settings or the words changed since.
    let pageInputs: PageInputTable?
    /// Whether a build of this newsroom wrote the folder.
    let isOurs: Bool
    /// How many files the last build wrote.
    let fileCount: Int
    /// When the files were looked at, in nanoseconds since 1970.
    let time: Int

    /// The system's clock may stand still for so long, in nanoseconds: files' times are no finer.
    static let clockTick = 20_000_000

    /// A unit of the last build, with the files that are left of it.
    struct PreviousUnit: Sendable {
        let unit: SiteUnit
        /// Whether none of its files is missing.
        let isWhole: Bool
    }

    /// Looks at the files of earlier builds, on all cores: at their stamps, and where those say nothing, at their content.
    init(_ state: BuildState?, in folder: OutputFolder) async {
        let time = SystemClock.nanoseconds()
        self.time = time
        units = await (state?.units ?? []).concurrentMap { unit in
            let files = unit.files.compactMap { $0.verified(in: folder, at: time) }
            return PreviousUnit(
                unit: files == unit.files ? unit : unit.with(files: files),
                isWhole: files.count == unit.files.count
            )
        }
        fileCount = (state?.units ?? []).reduce(0) { $0 + $1.files.count }
        pageInputs = state?.pageInputs
        isOurs = state != nil
    }

    private init(_ site: PreviousSite, pageInputs: PageInputTable?) {
        units = site.units
        self.pageInputs = pageInputs
        isOurs = site.isOurs
        fileCount = site.fileCount
        time = site.time
    }

    /// The site without dependencies: no page of it stays as it is.
    var withoutPageInputs: PreviousSite { PreviousSite(self, pageInputs: nil) }

    /// Whether the folder holds all files of the last build, and the list of outputs no others.
    func isComplete(in folder: OutputFolder) -> Bool {
        units.allSatisfy(\.isWhole) && folder.known.count == fileCount
    }
}

extension OutputFolder {
    /// The digest of a file, which is read piece by piece; nil if it cannot be read.
    fileprivate func digest(of path: String) -> ContentDigest? {
        guard let file = opened(path) else { return nil }
        var content = ContentHasher()
        do throws(FileProblem) { try file.readPieces { content.add($0) } } catch { return nil }
        return content.digest
    }
}

extension WrittenFile {
    /// The file with its stamp of now; nil when it is not what was written.
    fileprivate func verified(in folder: OutputFolder, at time: Int) -> WrittenFile? {
        guard folder.known.contains(path), let now = folder.stamp(of: path) else { return nil }
        if isSettled, now == stamp { return self }
        guard now.size == stamp.size, folder.digest(of: path) == content else { return nil }
        return WrittenFile(
            path: path,
            content: content,
            stamp: now,
            isSettled: now.changed + PreviousSite.clockTick < time
        )
    }
}
