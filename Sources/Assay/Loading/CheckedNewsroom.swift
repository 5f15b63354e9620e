import Addresses
import Checks
import Diagnostics
import Digests
import Editorial
import Newsroom

/// A linked newsroom and its theme, with the findings on both.
struct CheckedNewsroom: Sendable {
    /// The newsroom.
    let state: EditorialState
    /// The templates and words.
    let theme: Theme
    /// The findings, sorted.
    let diagnostics: [Diagnostic]
    /// All files that were read, by path.
    let files: [String: SourceFile]

    /// Applies the house rules, while the theme is read.
    init(
        _ state: EditorialState,
        today: CalendarDate,
        theme read: @Sendable @escaping @autoclosure () -> Theme
    ) async {
        async let ownTheme = read()
        let findings = await Checks.run(state.loaded, today: today)
        theme = await ownTheme
        self.state = state
        diagnostics = state.guardingSigned(findings + theme.diagnostics).sorted()
        files = state.loaded.files.merging(theme.files) { record, _ in record }
    }

    /// The paths of the files that were listed and not read.
    var unreadPaths: [String] {
        state.loaded.diagnostics.filter { [.unreadFile, .misplacedFile].contains($0.rule) }
            .compactMap(\.span?.file)
    }

    /// The hash of what every page depends on: the settings, the words, whether drafts are shown, the newsroom's own
    /// part of `robots.txt`, and its icons.
    /// - Parameter missing: the names of pictures that could not be made, and that pages would name.
    func frame(includesDrafts: Bool, without missing: [String] = []) -> Fingerprint {
        var builder = FingerprintBuilder()
        builder.add(includesDrafts)
        builder.add(Fingerprint(of: files[SiteSettings.path]?.bytes ?? []))
        builder.add(theme.wordsFingerprint)
        // Pages look up people and rulings of journals by their first ids.
        for move in state.loaded.newsroom?.formerIDs.moves ?? [] {
            builder.add("\(move.space.word) \(move.from) \(move.to)")
        }
        builder.add(Fingerprint(of: state.loaded.statics.bytes(of: Route.robots.path) ?? []))
        for name in missing { builder.add(name) }
        let look = state.loaded.newsroom?.settings.look
        for icon in (look?.icons ?? []) + [look?.icon].compactMap(\.self) {
            builder.add(Fingerprint(of: state.loaded.statics.bytes(of: icon.value) ?? []))
        }
        return builder.fingerprint
    }
}
