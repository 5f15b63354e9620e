import Diagnostics
import Files
import Newsroom

/// A newsroom that a command has read: one with usable settings.
struct OpenedNewsroom {
    let folder: FileTree
    /// The records with what is wrong with their files.
    let loaded: LoadedNewsroom
    let newsroom: Newsroom
}

extension NewsroomPlace {
    /// Opens the folder and reads the newsroom in it.
    /// - Parameter reason: why a newsroom without usable settings is of no use to the command.
    func open(
        orSay reason: (LoadedNewsroom) -> String = Self.reason
    ) async throws(CommandFailure) -> OpenedNewsroom {
        let folder = try folder()
        let loaded = await LoadedNewsroom.load(from: folder)
        guard let newsroom = loaded.newsroom else { throw CommandFailure(reason(loaded)) }
        return OpenedNewsroom(folder: folder, loaded: loaded, newsroom: newsroom)
    }

    /// The first error in the settings, or that there are none.
    private static func reason(_ loaded: LoadedNewsroom) -> String {
        let problem = loaded.diagnostics.first { $0.severity == .error }
        guard loaded.files[SiteSettings.path] != nil else {
            return [problem?.message, problem?.help].compactMap { $0 }.joined(separator: "; ")
        }
        let reason = problem?.message ?? "its settings cannot be used"
        return "the newsroom cannot be read: \(reason); `assay check` says more"
    }
}
