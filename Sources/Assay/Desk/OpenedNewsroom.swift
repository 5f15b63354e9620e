import Diagnostics
import Editorial
import Files
import Newsroom

/// A newsroom that was read from its folder: one with usable settings.
package struct OpenedNewsroom: Sendable {
    /// The newsroom's folder.
    package let folder: FileTree
    /// The records with what is wrong with their files.
    package let loaded: LoadedNewsroom
    /// The newsroom of the records.
    package let newsroom: Newsroom

    /// Reads the newsroom in a folder.
    /// - Parameter reason: why a newsroom without usable settings is of no use to the caller.
    package static func open(
        _ folder: FileTree,
        orSay reason: (LoadedNewsroom) -> String = Self.reason
    ) async throws(Refusal) -> OpenedNewsroom {
        let loaded = await LoadedNewsroom.load(from: folder)
        guard let newsroom = loaded.newsroom else { throw Refusal(reason(loaded)) }
        return OpenedNewsroom(folder: folder, loaded: loaded, newsroom: newsroom)
    }

    /// The first error in the settings, or that there are none.
    package static func reason(_ loaded: LoadedNewsroom) -> String {
        let problem = loaded.diagnostics.first { $0.severity == .error }
        guard loaded.files[SiteSettings.path] != nil else {
            return [problem?.message, problem?.help].compactMap { $0 }.joined(separator: "; ")
        }
        let reason = problem?.message ?? "its settings cannot be used"
        return "the newsroom cannot be read: \(reason); `assay check` says more"
    }
}
