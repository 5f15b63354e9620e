import Diagnostics
import Files
import Mustache

/// Turns an edition into the files of its site.
public struct SiteRenderer: Sendable {
    private let edition: Edition
    private let theme: SiteTemplates
    private let words: Catalogue
    private let address: String
    private let parts = SharedParts()

    /// Makes a renderer; nothing is rendered yet.
    /// - Parameter address: where the site is served, for pages whose links cannot be relative; the address in the
    ///   settings, unless it is only looked at. Ends in `/`.
    public init(edition: Edition, theme: SiteTemplates, words: Catalogue, servedAt address: String? = nil) {
        self.address = address ?? edition.records.settings.url.value
        self.edition = edition
        self.theme = theme
        self.words = words
    }

    /// Renders all pages, then everything that is for programs, on all cores, and hands every file to the sink as soon as
    /// it is there, so that no more than a page or a batch of files for each core is held in memory.
    ///
    /// - Parameters:
    ///   - plan: the pages, as `SitePlan` has them.
    ///   - isNeeded: whether a page or a batch is to be made, by its name (`RenderedFile.unit`).
    ///   - sink: takes a file. It is called from many tasks at once, in no particular order.
    /// - Returns: what went wrong while rendering, sorted, each finding once; and the errors that the sink threw.
    public func renderAll<Failure: Error>(
        _ plan: [PageSubject],
        where isNeeded: (String) -> Bool = { _ in true },
        to sink: @Sendable @escaping (RenderedFile) throws(Failure) -> Void
    ) async -> (diagnostics: [Diagnostic], failures: [Failure]) {
        let pages = plan.filter { isNeeded($0.route.path) }
        let outcomes = await pages.concurrentMap { subject -> PageOutcome<Failure> in
            if Task.isCancelled { return PageOutcome(diagnostics: [], failure: nil) }
            let (file, diagnostics) = render(subject)
            do throws(Failure) {
                if let file { try sink(file) }
                return PageOutcome(diagnostics: diagnostics, failure: nil)
            } catch {
                return PageOutcome(diagnostics: diagnostics, failure: error)
            }
        }
        var failures = outcomes.compactMap(\.failure)
        let batches = MachineFiles.batches(of: edition, words: words).filter { isNeeded($0.name) }
        failures += await batches.concurrentMap { batch -> Failure? in
            if Task.isCancelled { return nil }
            var failure: Failure?
            batch.makeFiles { file in
                guard failure == nil else { return }
                do throws(Failure) { try sink(file) } catch { failure = error }
            }
            return failure
        }.compactMap(\.self)
        for (name, bytes) in theme.assets.sorted(by: { $0.key < $1.key }) {
            do throws(Failure) {
                try sink(RenderedFile(route: .asset(name), bytes: bytes))
            } catch {
                failures.append(error)
            }
        }
        return (Set(outcomes.lazy.flatMap(\.diagnostics)).sorted(), failures)
    }

    /// Renders one page; nil when the edition has no such page.
    public func render(_ subject: PageSubject) -> (file: RenderedFile?, diagnostics: [Diagnostic]) {
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
        scope.note(.template(subject.template))
        let diagnostics = scope.diagnostics + theme.library.render(subject.template, context, into: &bytes)
        let file = RenderedFile(
            route: subject.route,
            bytes: bytes,
            inputs: scope.inputs,
            diagnostics: diagnostics
        )
        return (file, diagnostics)
    }

    /// A host serves `404.html` at any depth, so its links cannot be relative.
    private func links(of subject: PageSubject) -> Links {
        subject == .notFound ? Links(site: address) : Links(from: subject.route)
    }
}

/// What came of one page, when its bytes are gone.
private struct PageOutcome<Failure: Error>: Sendable {
    let diagnostics: [Diagnostic]
    let failure: Failure?
}
