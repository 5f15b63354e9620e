import Diagnostics
import Files
import Site
import Synchronization

/// Makes the files of a site and writes them: what goes from an edition to the output folder.
struct Press: Sendable {
    private let edition: Edition
    private let renderer: SiteRenderer
    private let progress: @Sendable (Int, Int) -> Void

    /// What came of writing.
    struct Outcome {
        let diagnostics: [Diagnostic]
        let site: BuiltSite?
    }

    init(edition: Edition, theme: Theme, progress: @Sendable @escaping (Int, Int) -> Void) {
        self.edition = edition
        renderer = SiteRenderer(edition: edition, theme: theme.templates, words: theme.words)
        self.progress = progress
    }

    /// Writes all files, and puts them in place when nothing went wrong.
    func write(into output: OutputFolder, keepsGoing: Bool) async throws(OutputProblem) -> Outcome {
        let writer = try output.writer()
        let count = Counter(total: SitePlan.pages(of: edition).count, progress)
        let pages = await renderer.renderAll { (file: RenderedFile) throws(OutputProblem) in
            try writer.write(file.route.path, file.bytes)
            if file.route.path.hasSuffix(".html") { count.addPage() }
        }
        if let failure = pages.failures.first {
            writer.discard()
            throw failure
        }
        if pages.diagnostics.hasErrors, !keepsGoing {
            writer.discard()
            return Outcome(diagnostics: pages.diagnostics, site: nil)
        }
        let changedCount = writer.changedCount
        let removedCount = try writer.commit()
        let site = BuiltSite(
            folder: output.path,
            pageCount: count.pages,
            fileCount: writer.paths.count,
            changedCount: changedCount,
            removedCount: removedCount
        )
        return Outcome(diagnostics: pages.diagnostics, site: site)
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
