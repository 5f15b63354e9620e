import Addresses
import Diagnostics
import Editorial
import Files
import Site
import Synchronization

/// Makes the files of a site and writes them: what goes from an edition to the output folder.
///
/// What the last build made of the same things, and what is still there, is neither made nor written again.
struct Press: Sendable {
    private let edition: Edition
    private let theme: Theme
    private let renderer: SiteRenderer
    private let progress: @Sendable (Int, Int) -> Void

    /// What came of writing.
    struct Outcome: Sendable {
        let diagnostics: [Diagnostic]
        let site: BuiltSite?
        /// What the next run can use; nil when nothing was put in place.
        let run: PrintRun?
    }

    init(edition: Edition, theme: Theme, progress: @Sendable @escaping (Int, Int) -> Void) {
        self.edition = edition
        self.theme = theme
        renderer = SiteRenderer(edition: edition, theme: theme.templates, words: theme.words)
        self.progress = progress
    }

    /// Writes all files, and puts them in place when nothing went wrong.
    ///
    /// - Parameters:
    ///   - isOurs: whether it is known that this newsroom's builds wrote the folder.
    ///   - last: how the pages of the last build were made; nil when they cannot be used.
    ///   - known: what is left of them.
    func write(
        into output: OutputFolder,
        isOurs: Bool,
        after last: BuildState?,
        _ known: KnownSite,
        keepsGoing: Bool
    ) async throws(OutputProblem) -> Outcome {
        let inputs = await PageInputs(of: edition, theme: theme.templates)
        let fresh = await FreshUnits(of: last, known, inputs, edition.inputs)
        let log = PrintLog(fresh)
        let writer = try output.writer(site: edition.records.settings.url.value, isOurs: isOurs)
        let plan = SitePlan.pages(of: edition)
        let count = Counter(total: plan.count, progress)
        let pages = await renderer.renderAll(plan) { name in
            guard let unit = fresh[name], log.keep(unit) else { return true }
            if fresh.units[unit].isPage { count.addPage() }
            return false
        } to: { (file: RenderedFile) throws(OutputProblem) in
            log.add(file, try writer.write(file, over: fresh.intact[file.route.path]))
            if file.route.path.hasSuffix(".html") { count.addPage() }
        }
        if Task.isCancelled {
            writer.discard()
            return Outcome(diagnostics: [], site: nil, run: nil)
        }
        do throws(OutputProblem) {
            if let failure = pages.failures.first { throw failure }
            let manifest = RenderedFile(
                route: .manifest,
                bytes: SiteManifest.bytes(log.sheets.files)
            )
            log.add(manifest, try writer.write(manifest, over: fresh.intact[Route.manifest.path]))
            try writer.keep(log.sheets.kept.flatMap { $0.files.map(\.path) })
        } catch {
            writer.discard()
            throw error
        }
        if pages.diagnostics.hasErrors, !keepsGoing {
            writer.discard()
            return Outcome(diagnostics: pages.diagnostics, site: nil, run: nil)
        }
        let sheets = log.sheets
        // What pages were made from does not depend on the files' places.
        async let pageInputs = sheets.pageInputs(edition.inputs) { number in
            fresh.fingerprint(of: number) ?? inputs.fingerprint(of: number)
        }
        let inspection = Inspection(of: output, fresh.intact, at: known.time, changed: writer.changedFiles)
        let removedCount = try writer.commit()
        // A signature of another list of files proves nothing.
        if inspection.changed.keys.contains(Route.manifest.path) {
            StoredFile.remove(output.path + "/" + Route.manifestSignature.path)
        }
        let site = BuiltSite(
            folder: output.path,
            pageCount: count.pages,
            fileCount: writer.paths.count,
            changedCount: inspection.changed.count,
            removedCount: removedCount
        )
        let time = SystemClock.nanoseconds()
        let units = await sheets.units { inspection.file($0, $1, at: time) }
        let run = PrintRun(units: units, pageInputs: await pageInputs)
        return Outcome(diagnostics: pages.diagnostics, site: site, run: run)
    }
}

/// Counts the pages that are done, from many tasks.
private final class Counter: Sendable {
    private let total: Int
    private let progress: @Sendable (Int, Int) -> Void
    private let state = Mutex(0)

    init(total: Int, _ progress: @Sendable @escaping (Int, Int) -> Void) {
        self.total = total
        self.progress = progress
    }

    var pages: Int { state.withLock { $0 } }

    func addPage() {
        let done = state.withLock { pages in
            pages += 1
            return pages
        }
        progress(min(done, total), total)
    }
}
