import Diagnostics
import Editorial
import Files
import Newsroom
import Stamps

/// A newsroom with its journals, as everyone sees it who works at the desk: commands, the browser, editors.
///
///     let room = try await DeskRoom.open(folder, clock: DeskClock(sourceDateEpoch: nil), claim: "moon-landing")
///     let mira = try await room.person(nil)
///     try await room.perform(.submit(note: nil), on: "moon-landing", by: mira, key: nil)
package struct DeskRoom: Sendable {
    /// The newsroom's folder.
    package let folder: FileTree
    /// The records with what is wrong with their files.
    package let loaded: LoadedNewsroom
    /// The newsroom of the records.
    package let newsroom: Newsroom
    /// The claims with their journals.
    package let desk: Desk
    /// What vouches for the time of captures and journals.
    package let stamps: VerifiedStamps
    /// The time at the desk.
    package let clock: DeskClock

    /// Reads a newsroom and its journals.
    /// - Parameters:
    ///   - claim: read this claim's journal only.
    ///   - captures: what is remembered of captured files; the user's memory if left out.
    ///   - requiresFiles: whether each capture has to be in the folder.
    ///   - roots: the certificates of authorities that count; those of the newsroom if left out.
    package static func open(
        _ folder: FileTree,
        clock: DeskClock,
        claim: String? = nil,
        remembering captures: CaptureMemory? = nil,
        requiringFiles requiresFiles: Bool = false,
        roots: StampRoots? = nil
    ) async throws(Refusal) -> DeskRoom {
        let opened = try await OpenedNewsroom.open(folder)
        let memory = captures ?? CaptureMemory(of: folder.root)
        let stamps = await VerifiedStamps(.read(from: folder), roots: roots, remembering: memory)
        let compared = await opened.loaded.comparingSnapshots(
            in: folder,
            remembering: memory,
            stamps: stamps,
            requiringFiles: requiresFiles
        )
        let loaded = await compared.readingObservations(in: folder).readingMedia(in: folder)
        let newsroom = loaded.newsroom ?? opened.newsroom
        return DeskRoom(
            folder: folder,
            loaded: loaded,
            newsroom: newsroom,
            desk: await Desk.load(
                newsroom,
                from: folder,
                only: claim.map(RecordID.normalised),
                remembering: SignatureMemory(of: folder.root)
            ),
            stamps: stamps,
            clock: clock
        )
    }

    /// A claim by id.
    package func claim(_ id: String) throws(Refusal) -> DeskClaim {
        if let claim = desk.claims[RecordID.normalised(id)] {
            // The digest of what is there is made only for claims that have a journal: here it is needed.
            return claim.withText(in: newsroom)
        }
        if newsroom.unreadable.contains(RecordKey(.claim, RecordID.normalised(id))) {
            throw Refusal("the file of the claim `\(id)` cannot be read", help: "`assay check` says why")
        }
        throw Refusal(
            "there is no claim `\(id)`",
            help: Suggestion.help(for: id, among: newsroom.ids(of: .claim))
        )
    }

    /// The present state of a claim, as `assay status` says it.
    package func state(of claim: DeskClaim) throws(Refusal) -> ClaimState {
        claim.state(on: try today(), in: newsroom.settings.policy.mode)
    }

    /// The day in the newsroom's time zone.
    package func today() throws(Refusal) -> CalendarDate { try clock.today(in: newsroom.settings.timeZone) }

    /// The profile of the person who acts: the one named, or else the one with git's `user.email`.
    package func person(_ name: String?) async throws(Refusal) -> String {
        try await GitIdentity.profile(named: name, in: newsroom, folder: folder.root)
    }

    /// A profile that was named.
    package func profile(_ id: String) throws(Refusal) -> String {
        if newsroom.profiles.contains(id: id) { return id }
        throw Refusal(
            "there is no profile `\(id)`",
            help: Suggestion.help(for: id, among: newsroom.ids(of: .profile))
        )
    }
}
