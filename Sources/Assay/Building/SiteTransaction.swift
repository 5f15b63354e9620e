import Addresses
import Digests
import Editorial
import Files
import Site

/// The files of one build on their way into the output folder, with the log of what they are made from.
struct SiteTransaction: Sendable {
    private let register: InputRegister
    private let inputs: PageInputs
    private let reusable: ReusableUnits
    private let log: UnitLog
    private let writer: OutputWriter

    /// The numbers of a site that is in place, and its units.
    struct Committed: Sendable {
        let manifest: UnitManifest
        let fileCount: Int
        /// The paths of the files that were written.
        let changed: [String]
        let removedCount: Int

        func site(in folder: OutputFolder, pageCount: Int) -> BuiltSite {
            BuiltSite(
                folder: folder.path,
                pageCount: pageCount,
                fileCount: fileCount,
                changedCount: changed.count,
                removedCount: removedCount
            )
        }
    }

    init(
        _ register: InputRegister,
        _ inputs: PageInputs,
        _ reusable: ReusableUnits,
        _ writer: OutputWriter
    ) {
        self.register = register
        self.inputs = inputs
        self.reusable = reusable
        self.writer = writer
        log = UnitLog(reusable)
    }

    /// Keeps a unit of the last build, by name; nil if it is stale, or was kept before.
    func keep(_ name: String) -> SiteUnit? {
        guard let place = reusable[name], log.keep(place) else { return nil }
        return reusable.units[place]
    }

    /// Stages a file.
    func write(_ file: RenderedFile) throws(OutputProblem) {
        log.add(file, try writer.write(file, over: reusable.intact[file.route.path]))
    }

    /// Stages the list of all files, and keeps those of the units that stay.
    func writeManifest() throws(OutputProblem) {
        try write(RenderedFile(route: .manifest, bytes: SiteManifest.bytes(log.units.files)))
        try writer.keep(log.units.kept.flatMap { $0.files.map(\.path) })
    }

    /// Puts all files in place.
    func commit(
        to output: OutputFolder,
        after previous: PreviousSite
    ) async throws(OutputProblem) -> Committed {
        let units = log.units
        // The dependencies of pages do not depend on the files' places.
        async let pageInputs = units.pageInputs(register) { number in
            reusable.fingerprint(of: number) ?? inputs.fingerprint(of: number)
        }
        let stamps = WrittenStamps(
            in: output,
            reusable.intact,
            at: previous.time,
            changed: writer.changedFiles
        )
        let removedCount = try writer.commit()
        // A signature of another list of files proves nothing.
        if stamps.changed.keys.contains(Route.manifest.path) {
            StoredFile.remove(output.path + "/" + Route.manifestSignature.path)
        }
        let time = SystemClock.nanoseconds()
        return Committed(
            manifest: UnitManifest(
                units: await units.units { stamps.file($0, $1, at: time) },
                pageInputs: await pageInputs
            ),
            fileCount: writer.paths.count,
            changed: Array(stamps.changed.keys),
            removedCount: removedCount
        )
    }
}
