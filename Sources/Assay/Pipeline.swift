import Checks
import Diagnostics
import Digests
import Editorial
import Files
import Newsroom
import Site

/// The way of the data, from the files of a newsroom to the files of its site.
///
/// Only the first and the last stage touch the disk.
package enum Pipeline {
    /// Reads a newsroom and applies the house rules. Where it has templates of its own its pages are made as well, and
    /// thrown away: some mistakes in templates show only then.
    package static func check(_ request: Request) async -> Report {
        let state = await read(request)
        let room = await examine(state, request)
        let found = await renderingFindings(state, room, request)
        return Report(
            diagnostics: (room.diagnostics + found).sorted(),
            files: room.files,
            site: nil,
            origins: [room]
        )
    }

    private static func renderingFindings(
        _ state: EditorialState,
        _ room: Room,
        _ request: Request
    ) async -> [Diagnostic] {
        guard room.theme.hasOwnTemplates, let newsroom = state.loaded.newsroom else { return [] }
        let edition = Edition(
            of: newsroom,
            today: request.today,
            includingDrafts: request.includesDrafts,
            record: state.record
        )
        let theme = room.theme
        let renderer = SiteRenderer(edition: edition, theme: theme.templates, words: theme.words)
        let known = Set(room.diagnostics)
        return await renderer.findings(SitePlan.pages(of: edition)).filter { !known.contains($0) }
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
        // The last build may have done it all.
        let memory = await BuildMemory(of: output, for: request)
        if let report = await memory.reportOfUnchanged() { return report }

        // files -> documents -> Newsroom, as the journals have it
        let state = await read(request, publishedIn: output.path)

        // -> what readers may see today; and meanwhile -> diagnostics
        async let shown = state.newsroom(includingDrafts: request.includesDrafts).map { newsroom in
            Edition(
                of: newsroom,
                today: request.today,
                includingDrafts: request.includesDrafts,
                record: state.record
            )
        }
        let room = await examine(state, request)
        guard !Task.isCancelled else { return Report(diagnostics: [], files: [:], site: nil) }
        guard let edition = await shown, !ErrorScope.isStopped(by: room.diagnostics, state, request) else {
            return Report(diagnostics: room.diagnostics, files: room.files, site: nil)
        }

        // -> pages -> output tree
        async let inputs = memory.inputs(room.files, room.loaded.snapshots, unread: room.unreadPaths)
        let press = Press(edition: edition, theme: room.theme, progress: progress)
        let frame = room.frame(includesDrafts: request.includesDrafts)
        let outcome = try await press.write(
            into: output,
            isOurs: memory.last != nil,
            after: await memory.pages(frame: frame),
            await memory.site.value,
            keepsGoing: request.keepsGoing
        )
        let report = Report(
            diagnostics: (room.diagnostics + outcome.diagnostics).sorted(),
            files: room.files,
            site: outcome.site,
            origins: [memory, room, press, outcome]
        )
        if let run = outcome.run { await memory.keep(run, report, frame: frame, inputs: await inputs) }
        return report
    }

    /// The folders of a newsroom that a build reads, and that its output must not lie in.
    package static let inputFolders = ["content", "seeds", "templates", ".git"]

    private static func read(_ request: Request, publishedIn site: String? = nil) async -> EditorialState {
        let files = await LoadedNewsroom.load(from: request.folder).comparingSnapshots(in: request.folder)
        return await EditorialState.apply(
            to: files,
            in: request.folder,
            publishedIn: site,
            remembering: request.signatures
        )
    }

    /// Finds out what is wrong with a newsroom and with its theme.
    private static func examine(_ state: EditorialState, _ request: Request) async -> Room {
        let loaded = state.loaded
        async let ownTheme = Theme.read(from: request.folder, language: loaded.newsroom?.settings.language)
        let findings = await Checks.run(loaded, today: request.today)
        let theme = await ownTheme
        return Room(
            loaded: loaded,
            theme: theme,
            diagnostics: (findings + theme.diagnostics).sorted(),
            files: loaded.files.merging(theme.files) { record, _ in record }
        )
    }
}

/// A newsroom that was read, with what is wrong with it.
private struct Room: Sendable {
    let loaded: LoadedNewsroom
    let theme: Theme
    let diagnostics: [Diagnostic]
    let files: [String: SourceFile]

    /// The files that were seen and not read.
    var unreadPaths: [String] {
        loaded.diagnostics.filter { [.unreadFile, .misplacedFile].contains($0.rule) }.compactMap(
            \.span?.file
        )
    }

    /// What every page is made from, besides its own inputs.
    func frame(includesDrafts: Bool) -> Fingerprint {
        var builder = FingerprintBuilder()
        builder.add(includesDrafts)
        builder.add(Fingerprint(of: files[SiteSettings.path]?.bytes ?? []))
        builder.add(theme.wordsFingerprint)
        return builder.fingerprint
    }
}
