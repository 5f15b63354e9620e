import Diagnostics
import Editorial
import Files
import Newsroom

/// A newsroom that was read from its folder, with its snapshots compared and its journals applied.
///
/// A check, a build and the preview all link in this one place. The preview keeps `NewsroomFiles` and the memory for its next state.
struct LinkedNewsroom: Sendable {
    /// The newsroom as its files are now: it is checked.
    let current: EditorialState
    /// The newsroom as its files last could be used: it is shown.
    let lastUsable: EditorialState

    /// Reads a newsroom and links it once.
    /// - Parameter site: the output folder whose site readers may have; `_site` by default.
    static func read(_ request: Request, publishedIn site: String? = nil) async -> EditorialState {
        let memory = EditorialState.Memory(
            desk: nil,
            versions: nil,
            signatures: request.signatures,
            captures: request.captures
        )
        return await state(
            of: .load(from: request.folder),
            in: request.folder,
            publishedIn: site,
            requiringFiles: request.requiresFiles,
            after: memory
        )
    }

    /// Links files that are kept in memory.
    init(_ files: NewsroomFiles, in folder: FileTree, after memory: EditorialState.Memory) async {
        current = await Self.state(of: files.current, in: folder, after: memory)
        lastUsable =
            files.usesOlderFiles
            ? await Self.state(of: files.lastUsable, in: folder, after: memory) : current
    }

    private static func state(
        of loaded: LoadedNewsroom,
        in folder: FileTree,
        publishedIn site: String? = nil,
        requiringFiles requiresFiles: Bool = false,
        after memory: EditorialState.Memory
    ) async -> EditorialState {
        let stamps = await VerifiedStamps(.read(from: folder), remembering: memory.captures)
        let compared = await loaded.comparingSnapshots(
            in: folder,
            remembering: memory.captures,
            stamps: stamps,
            requiringFiles: requiresFiles
        )
        return await EditorialState.apply(
            to: compared.readingObservations(in: folder)
                .readingMedia(in: folder, remembering: memory.media),
            in: folder,
            publishedIn: site,
            stamps: stamps,
            after: memory
        )
    }
}
