import Diagnostics
import Editorial
import Files
import Newsroom

/// What the journals say, put into the newsroom before anyone looks at it.
struct EditorialState: Sendable {
    /// The newsroom as its policy lets readers see it.
    let loaded: LoadedNewsroom
    /// What readers can verify.
    let record: PublicRecord
    /// The desk that it follows from; nil in simple mode.
    let desk: Desk?

    /// What is kept for the next time by whoever asks for it again and again.
    struct Memory: Sendable {
        var desk: Desk?
        let versions = VersionMemory()
    }

    /// Applies the journals.
    ///
    /// In simple mode the newsroom stays as it is: journals decide nothing, and none is read.
    static func apply(
        to loaded: LoadedNewsroom,
        in folder: FileTree,
        after memory: Memory? = nil
    ) async -> EditorialState {
        guard let newsroom = loaded.newsroom, newsroom.settings.policy.mode == .newsroom else {
            return EditorialState(loaded: loaded, record: .empty, desk: nil)
        }
        let desk = await Desk.load(newsroom, from: folder, after: memory?.desk)
        let (record, missing) = await PublicRecord.load(
            desk,
            newsroom,
            from: folder,
            remembering: memory?.versions
        )
        let edited = loaded.replacing(
            desk.newsroomForReaders(newsroom),
            adding: desk.diagnostics + desk.findings(newsroom) + missing,
            desk.files
        )
        return EditorialState(loaded: edited, record: record, desk: desk)
    }
}
