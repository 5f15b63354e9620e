import Addresses
import Diagnostics
import Files
import Mustache

/// Turns an edition into the files of its site.
package struct SiteRenderer: Sendable {
    private let edition: Edition
    private let theme: SiteTemplates
    private let words: Catalogue
    private let address: String
    private let parts = SharedParts()

    /// Makes a renderer; nothing is rendered yet.
    /// - Parameter address: where the site is served, for pages whose links cannot be relative; the address in the
    ///   settings, unless it is only looked at. Ends in `/`.
    package init(edition: Edition, theme: SiteTemplates, words: Catalogue, servedAt address: String? = nil) {
        self.address = address ?? edition.records.settings.url.value
        self.edition = edition
        self.theme = theme
        self.words = words
    }

    /// Renders everything that is for programs and all pages, on all cores, and hands every file to the sink as soon as it is
    /// there, so that no more than a page or a batch of files for each core is held in memory.
    ///
    /// - Parameters:
    ///   - plan: the pages, as `SitePlan` has them.
    ///   - isNeeded: whether a page or a batch is to be made, by its name (`RenderedFile.unit`); called from many tasks.
    ///   - sink: takes a file. It is called from many tasks at once, in no particular order.
    /// - Returns: what went wrong while rendering, sorted, each finding once; and the errors that the sink threw.
    package func renderAll<Failure: Error>(
        _ plan: [PageSubject],
        where isNeeded: @Sendable @escaping (String) -> Bool = { _ in true },
        to sink: @Sendable @escaping (RenderedFile) throws(Failure) -> Void
    ) async -> (diagnostics: [Diagnostic], failures: [Failure]) {
        // Batches take longest: they come first, so that at the end no core waits for another one's.
        let jobs =
            MachineReadableFiles.batches(of: edition, words: words).map(Job.batch)
            + stride(from: 0, to: plan.count, by: Self.pagesPerJob).map { start in
                .pages(plan[start..<min(start + Self.pagesPerJob, plan.count)])
            } + [.assets]
        let outcomes = await jobs.concurrentMap(chunk: 1) { job in
            var outcome = JobOutcome<Failure>()
            do throws(Failure) {
                try run(job, where: isNeeded, to: sink, noting: &outcome.diagnostics)
            } catch {
                outcome.failure = error
            }
            return outcome
        }
        return (Set(outcomes.lazy.flatMap(\.diagnostics)).sorted(), outcomes.compactMap(\.failure))
    }

    /// Work for one core.
    private enum Job {
        case batch(MachineReadableFiles.Batch)
        case pages(ArraySlice<PageSubject>)
        case assets
    }

    private static let pagesPerJob = 64

    private func run<Failure: Error>(
        _ job: Job,
        where isNeeded: (String) -> Bool,
        to sink: (RenderedFile) throws(Failure) -> Void,
        noting findings: inout [Diagnostic]
    ) throws(Failure) {
        switch job {
        case .batch(let batch):
            guard !Task.isCancelled, isNeeded(batch.name) else { return }
            var failure: Failure?
            batch.makeFiles { file in
                guard failure == nil else { return }
                do throws(Failure) { try sink(file) } catch { failure = error }
            }
            if let failure { throw failure }
        case .pages(let subjects):
            for subject in subjects where !Task.isCancelled && isNeeded(subject.route.path) {
                let (file, diagnostics) = render(subject)
                findings += diagnostics
                if let file { try sink(file) }
            }
        case .assets:
            for (name, bytes) in theme.assets.sorted(by: { $0.key < $1.key }) {
                try sink(RenderedFile(route: .asset(name), bytes: bytes))
            }
        }
    }

    /// What would go wrong if pages were rendered, sorted, each finding once; nothing of them is kept.
    package func findings(_ plan: [PageSubject]) async -> [Diagnostic] {
        let found = await plan.concurrentMap { Task.isCancelled ? [] : render($0).diagnostics }
        return Set(found.joined()).sorted()
    }

    /// Renders one page; nil when the edition has no such page.
    package func render(_ subject: PageSubject) -> (file: RenderedFile?, diagnostics: [Diagnostic]) {
        let scope = PageScope(
            edition: edition,
            words: words,
            links: links(of: subject),
            templates: theme.library,
            parts: parts
        )
        guard let content = subject.content(in: scope) else { return (nil, []) }
        let context = PageFrame(subject, content, in: scope).templateRecord(around: content)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32_768)
        scope.render(subject.template, context, into: &bytes)
        let file = RenderedFile(
            route: subject.route,
            bytes: bytes,
            inputs: scope.inputs,
            diagnostics: scope.diagnostics
        )
        return (file, scope.diagnostics)
    }

    /// A host serves `404.html` at any depth, so its links cannot be relative. They name no host: the page also looks right where
    /// the site is tried out, as long as the path is the same.
    private func links(of subject: PageSubject) -> Links {
        let form = edition.records.settings.links
        return subject == .notFound
            ? Links(site: WebAddress.path(of: address), form) : Links(from: subject.route, form)
    }
}

/// What came of a job, when its files are gone.
private struct JobOutcome<Failure: Error>: Sendable {
    var diagnostics: [Diagnostic] = []
    var failure: Failure?
}
