import Checks
import Diagnostics
import Editorial
import Files
import Newsroom
import Site

/// The way of the data, from the files of a newsroom to the files of its site.
///
/// Files are read by the first stages and written by the last one; checks, contexts and rendering touch no disk.
package enum Pipeline {
    /// Reads a newsroom and applies the house rules. Where it has templates of its own its pages are made as well, and
    /// thrown away: some mistakes in templates show only then.
    package static func check(_ request: Request) async -> Report {
        let state = await LinkedNewsroom.read(request)
        let checked = await checked(state, request)
        let found = await renderingFindings(checked, request) + deadAddresses(checked, request)
        return Report(
            diagnostics: (checked.diagnostics + found).sorted(),
            files: checked.files,
            site: nil,
            origins: [checked]
        )
    }

    /// Reads a newsroom, applies the house rules, and writes its site unless there are errors.
    ///
    /// When the task is cancelled before the files are put in place, the output folder stays as it was, and the report has
    /// no site.
    /// - Parameter progress: told how many files of the site are done, and of how many; called from many tasks.
    /// - Throws: when the output folder cannot be used or written to; it is left as it was.
    package static func build(
        _ request: Request,
        into output: OutputFolder,
        progress: @Sendable @escaping (Int, Int) -> Void = { _, _ in }
    ) async throws(OutputProblem) -> Report {
        defer { output.release() }
        return try await BuildMemory(of: output, for: request).report { (memory) throws(OutputProblem) in
            try await build(request, into: output, after: memory, progress)
        }
    }

    /// The stages of a build.
    private static func build(
        _ request: Request,
        into output: OutputFolder,
        after memory: BuildMemory,
        _ progress: @Sendable @escaping (Int, Int) -> Void
    ) async throws(OutputProblem) -> Build {
        // files -> documents -> newsroom, as the journals have it
        let state = await LinkedNewsroom.read(request, publishedIn: output.path)

        // -> what readers may see today; and meanwhile -> findings
        async let readersEdition = state.edition(
            today: request.today,
            includingDrafts: request.includesDrafts
        )
        let checked = await checked(state, request)
        let edition = await readersEdition
        guard !Task.isCancelled else { return .cancelled(checked) }
        guard let edition, !ErrorScope.isStopped(by: checked.diagnostics, state, request) else {
            return .stopped(checked)
        }

        // -> pages -> output folder
        let images = await ImageStage.prepare(edition, checked, in: request.folder.root)
        let found = images.findings
        if found.hasErrors, !request.keepsGoing { return .stopped(checked, adding: found) }
        let frame = checked.frame(includesDrafts: request.includesDrafts, without: images.missing)
        let press = Press(edition: edition, theme: checked.theme, images: images.made, progress: progress)
        let outcome = try await press.write(
            into: output,
            after: await memory.site(frame: frame),
            keepsGoing: request.keepsGoing
        )
        IndexNowList.add(
            outcome.changed,
            of: edition,
            on: request.today,
            into: output,
            in: request.folder.root
        )
        return Build(
            checked,
            frame: frame,
            outcome,
            adding: found,
            lacksImages: !images.missing.isEmpty,
            origins: [press]
        )
    }

    /// The folders of a newsroom that a build reads, and that its output must not lie in.
    package static let inputFolders = ["content", "seeds", "templates", "static", ".git"]

    private static func checked(_ state: EditorialState, _ request: Request) async -> CheckedNewsroom {
        await CheckedNewsroom(
            state,
            today: request.today,
            theme: Theme.read(from: request.folder, language: state.loaded.newsroom?.settings.language)
        )
    }

    /// The addresses of the site in `_site` that would lead nowhere. A build of another folder is not asked: it may be of another branch.
    private static func deadAddresses(_ checked: CheckedNewsroom, _ request: Request) -> [Diagnostic] {
        // Nobody was given an address that is an example.
        guard let newsroom = checked.state.loaded.newsroom,
            !Placeholders.isExample(newsroom.settings.url.value),
            let site = try? FileTree(root: request.folder.root + "/_site")
        else { return [] }
        return Checks.adjusted(DeadAddresses.findings(site, newsroom), by: newsroom.settings)
    }

    private static func renderingFindings(_ checked: CheckedNewsroom, _ request: Request) async
        -> [Diagnostic]
    {
        guard checked.theme.hasOwnTemplates, let newsroom = checked.state.loaded.newsroom else { return [] }
        let edition = Edition(
            of: newsroom,
            today: request.today,
            includingDrafts: request.includesDrafts,
            record: checked.state.record,
            statics: checked.state.loaded.statics,
            stamps: checked.state.stamps
        )
        let theme = checked.theme
        let renderer = SiteRenderer(edition: edition, theme: theme.templates, words: theme.words)
        let known = Set(checked.diagnostics)
        let drawings =
            edition.records.settings.look.drawsCards
            ? await ShareCards.drawings(of: edition, theme: theme.templates, words: theme.words) : []
        let found =
            await renderer.findings(SitePlan.pages(of: edition)) + Set(drawings.flatMap(\.findings)).sorted()
        return found.filter { !known.contains($0) }
    }
}
