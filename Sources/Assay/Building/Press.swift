import Addresses
import Diagnostics
import Editorial
import Files
import Site

/// Makes the files of an edition and writes them into the output folder.
///
/// Units of the last build that are not stale are neither made nor written again.
struct Press: Sendable {
    private let edition: Edition
    private let theme: Theme
    private let renderer: SiteRenderer
    private let progress: @Sendable (Int, Int) -> Void

    /// The end of a run: a site, or the findings because of which everything was discarded.
    struct Outcome: Sendable {
        let diagnostics: [Diagnostic]
        let site: BuiltSite?
        /// The units of the site; nil when nothing was put in place.
        let manifest: UnitManifest?
        /// The paths of the files that were written.
        let changed: [String]

        /// Nothing was put in place.
        static func discarded(_ diagnostics: [Diagnostic] = []) -> Outcome {
            Outcome(diagnostics: diagnostics, site: nil, manifest: nil, changed: [])
        }
    }

    init(
        edition: Edition,
        theme: Theme,
        images: SiteImages,
        progress: @Sendable @escaping (Int, Int) -> Void
    ) {
        self.edition = edition
        self.theme = theme
        renderer = SiteRenderer(
            edition: edition,
            theme: theme.templates,
            words: theme.words,
            images: images
        )
        self.progress = progress
    }

    /// Writes all files, and puts them in place when nothing went wrong.
    /// - Parameter previous: the site of the last build.
    func write(
        into output: OutputFolder,
        after previous: PreviousSite,
        keepsGoing: Bool
    ) async throws(OutputProblem) -> Outcome {
        let inputs = await PageInputs(of: edition, theme: theme.templates)
        let reusable = await ReusableUnits(of: previous, inputs, edition.inputs)
        return try await output.transaction(
            site: edition.records.settings.url.value,
            isOurs: previous.isOurs
        ) { (writer) async throws(OutputProblem) -> Outcome in
            let transaction = SiteTransaction(edition.inputs, inputs, reusable, writer)
            let plan = SitePlan.pages(of: edition)
            let pages = PageCounter(total: plan.count, progress)
            let rendered = await renderer.renderAll(plan) { name in
                guard let unit = transaction.keep(name) else { return true }
                if unit.isPage { pages.addPage() }
                return false
            } to: { (file: RenderedFile) throws(OutputProblem) in
                try transaction.write(file)
                if file.isPage { pages.addPage() }
            }
            if Task.isCancelled { return .discarded() }
            if let failure = rendered.failures.first { throw failure }
            try transaction.writeManifest()
            if rendered.diagnostics.hasErrors, !keepsGoing { return .discarded(rendered.diagnostics) }
            let committed = try await transaction.commit(to: output, after: previous)
            return Outcome(
                diagnostics: rendered.diagnostics,
                site: committed.site(in: output, pageCount: pages.pages),
                manifest: committed.manifest,
                changed: committed.changed
            )
        }
    }
}
