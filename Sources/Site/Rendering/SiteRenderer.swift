import Addresses
import Diagnostics
import Files
import Mustache
import Newsroom

/// A renderer that turns an edition into the files of its site.
package struct SiteRenderer: Sendable {
    private let edition: Edition
    private let theme: SiteTemplates
    private let words: Catalogue
    private let address: String
    private let parts: SharedParts

    /// Makes a renderer; nothing is rendered yet.
    /// - Parameters:
    ///   - address: the site's address, ending in `/`, for pages without relative links. Without it the address in the
    ///     settings counts; a preview gives its own.
    ///   - images: the images that were made before.
    package init(
        edition: Edition,
        theme: SiteTemplates,
        words: Catalogue,
        servedAt address: String? = nil,
        images: SiteImages = .none
    ) {
        parts = SharedParts(images: images)
        self.address = address ?? edition.records.settings.url.value
        self.edition = edition
        self.theme = theme
        self.words = words
    }

    /// Renders all batches, pages and assets on all cores, and hands each file to the sink at once. Memory holds no more than
    /// one page or one batch file a core.
    ///
    /// - Parameters:
    ///   - plan: the pages to render, from `SitePlan`.
    ///   - isNeeded: whether a unit is stale, by its name (`RenderedFile.unit`); called from many tasks.
    ///   - sink: the receiver of each file; called from many tasks at once, in no particular order.
    /// - Returns: the diagnostics, sorted and without repetitions; and the errors thrown by the sink.
    package func renderAll<Failure: Error>(
        _ plan: [PageSubject],
        where isNeeded: @Sendable @escaping (String) -> Bool = { _ in true },
        to sink: @Sendable @escaping (RenderedFile) throws(Failure) -> Void
    ) async -> (diagnostics: [Diagnostic], failures: [Failure]) {
        // Batches come first, because they take longest: so no core is left waiting for one at the end.
        let media = MediaFiles.files(of: edition, parts.images.copies)
        let jobs =
            MachineReadableFiles.batches(of: edition, words: words, theme: theme, cards: parts.images.cards)
            .map(Job.batch)
            + stride(from: 0, to: plan.count, by: Self.pagesPerJob).map { start in
                .pages(plan[start..<min(start + Self.pagesPerJob, plan.count)])
            }
            + stride(from: 0, to: media.count, by: Self.mediaPerJob).map { start in
                .media(media[start..<min(start + Self.mediaPerJob, media.count)])
            }
            + [
                .assets, .cards(parts.images.cards.all),
                .statics(edition.statics.paths.filter { $0 != Route.robots.path }),
            ]
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

    /// A unit of parallel work.
    private enum Job {
        case batch(MachineReadableFiles.Batch)
        case pages(ArraySlice<PageSubject>)
        case media(ArraySlice<RenderedFile>)
        case assets
        case statics([String])
        case cards([String])
    }

    private static let pagesPerJob = 64
    private static let mediaPerJob = 16

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
        case .media(let files):
            for file in files where !Task.isCancelled && isNeeded(file.unit) { try sink(file) }
        case .assets:
            for (name, bytes) in edition.assets(of: theme).sorted(by: { $0.key < $1.key }) {
                try sink(RenderedFile(route: .asset(name), bytes: bytes))
            }
        case .cards(let names):
            let inputs = edition.inputs.numbers(
                ofOthers: Set(ShareCards.templates.map { .template($0) })
            )
            for name in names where !Task.isCancelled && isNeeded(Route.card(name).path) {
                guard let bytes = parts.images.cards.bytes(name) else { continue }
                try sink(RenderedFile(route: .card(name), bytes: bytes, inputs: Array(inputs)))
            }
        case .statics(let paths):
            for path in paths where !Task.isCancelled {
                let read = Result { () throws(FileProblem) in try edition.statics.contents(of: path) }
                switch read {
                case .success(let bytes): try sink(RenderedFile(route: Route(asNamed: path), bytes: bytes))
                case .failure(let problem):
                    findings.append(StaticFiles.diagnostic(for: problem, path: path))
                }
            }
        }
    }

    /// The diagnostics of rendering pages, sorted and without repetitions. The pages are thrown away.
    package func findings(_ plan: [PageSubject]) async -> [Diagnostic] {
        let found = await plan.concurrentMap { Task.isCancelled ? [] : render($0).diagnostics }
        return Set(found.joined()).sorted()
    }

    /// Renders one page.
    /// - Returns: the file, which is nil if the subject is not in the edition; and the diagnostics.
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

    /// The links of a page. Those of `404.html` start at the site's path, because a host serves it at any depth; they name no
    /// host, so that the page also works where the site is tried out.
    private func links(of subject: PageSubject) -> Links {
        let form = edition.records.settings.links
        return subject == .notFound
            ? Links(site: WebAddress.path(of: address), form) : Links(from: subject.route, form)
    }
}

/// The result of a job after its files are written.
private struct JobOutcome<Failure: Error>: Sendable {
    var diagnostics: [Diagnostic] = []
    var failure: Failure?
}
