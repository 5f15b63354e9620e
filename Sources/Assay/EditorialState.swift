import Diagnostics
import Editorial
import Files
import Newsroom

/// What the journals say, put into the newsroom before anyone looks at it.
enum EditorialState {
    /// The newsroom as its policy lets readers see it, and what they can verify.
    ///
    /// In simple mode that is the newsroom as it is: journals decide nothing, and none is read.
    static func apply(
        to loaded: LoadedNewsroom,
        in folder: FileTree
    ) async -> (loaded: LoadedNewsroom, record: PublicRecord) {
        guard let newsroom = loaded.newsroom, newsroom.settings.policy.mode == .newsroom else {
            return (loaded, .empty)
        }
        let desk = await Desk.load(newsroom, from: folder)
        let (record, missing) = await PublicRecord.load(desk, newsroom, from: folder)
        let edited = loaded.replacing(
            desk.newsroomForReaders(newsroom),
            adding: desk.diagnostics + desk.findings(newsroom) + missing,
            desk.files
        )
        return (edited, record)
    }
}
