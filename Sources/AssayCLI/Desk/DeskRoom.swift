import Assay
import Diagnostics
import Editorial
import Files
import Newsroom
import Stamps

/// A newsroom with its journals, as the desk's commands see it.
struct DeskRoom {
    let folder: FileTree
    let loaded: LoadedNewsroom
    let newsroom: Newsroom
    let desk: Desk
    /// What vouches for the time of captures and journals.
    let stamps: VerifiedStamps

    /// Reads a newsroom and its journals.
    /// - Parameters:
    ///   - claim: read this claim's journal only.
    ///   - captures: what is remembered of captured files; the user's memory if left out.
    ///   - requiresFiles: whether each capture has to be in the folder.
    ///   - roots: the certificates of authorities that count; those of the newsroom if left out.
    static func open(
        _ place: NewsroomPlace,
        claim: String? = nil,
        remembering captures: CaptureMemory? = nil,
        requiringFiles requiresFiles: Bool = false,
        roots: StampRoots? = nil
    ) async throws(CommandFailure) -> DeskRoom {
        let opened = try await place.open()
        let folder = opened.folder
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
            stamps: stamps
        )
    }

    /// A claim by id.
    func claim(_ id: String) throws(CommandFailure) -> DeskClaim {
        if let claim = desk.claims[RecordID.normalised(id)] {
            // The digest of what is there is made only for claims that have a journal: here it is needed.
            return claim.withText(in: newsroom)
        }
        if newsroom.unreadable.contains(RecordKey(.claim, RecordID.normalised(id))) {
            throw CommandFailure("the file of the claim `\(id)` cannot be read; `assay check` says why")
        }
        let help = Suggestion.help(for: id, among: newsroom.ids(of: .claim))
        throw CommandFailure("there is no claim `\(id)`\(help.map { "; " + $0 } ?? "")")
    }

    /// Where a claim stands today, as `assay status` says it.
    func state(of claim: DeskClaim) throws -> ClaimState {
        let today = try CommandDay.today(zone: newsroom.settings.timeZone)
        return claim.state(on: today, in: newsroom.settings.policy.mode)
    }

    /// Prints what is wrong with the journals that were read; true when nothing is.
    func showProblems() -> Bool {
        for problem in desk.diagnostics {
            let place = problem.span.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
            let help = problem.help.map { "; \($0)" } ?? ""
            Console.warn("\(place)\(problem.message)\(help)")
        }
        return desk.diagnostics.isEmpty
    }

    /// Refuses to go on when a build would refuse the text, and shows why as `assay check` does.
    func requireNoErrors(on claim: DeskClaim, before event: JournalEvent.Kind) async throws {
        let today = try CommandDay.today(zone: newsroom.settings.timeZone)
        let report = await Pipeline.errors(on: claim, in: loaded, today: today)
        guard report.hasErrors else { return }
        Console(format: .text, isQuiet: false).print(report)
        let count = report.diagnostics.count
        throw CommandFailure(
            "\(claim.claim.id): not \(event.words): \(count == 1 ? "an error" : "\(count) errors") in its files, with which "
                + "no site is built; put \(count == 1 ? "it" : "them") right and give the command again"
        )
    }

    /// Who acts.
    func person(_ name: String?) async throws(CommandFailure) -> String {
        do throws(Refusal) {
            return try await GitIdentity.profile(named: name, in: newsroom, folder: folder.root)
        } catch {
            throw CommandFailure("\(error)")
        }
    }

    /// A profile that an argument names.
    func profile(_ id: String) throws(CommandFailure) -> String {
        if newsroom.profiles.contains(id: id) { return id }
        let help = Suggestion.help(for: id, among: newsroom.ids(of: .profile))
        throw CommandFailure("there is no profile `\(id)`\(help.map { "; " + $0 } ?? "")")
    }

    /// The time that goes into journals: SOURCE_DATE_EPOCH (reproducible-builds.org), else the clock.
    static func now() throws(CommandFailure) -> JournalTime {
        let typed = CommandDay.sourceDateEpoch ?? ""
        let seconds: Int? = typed.isEmpty ? SystemClock.seconds() : Int(typed)
        guard let seconds, let time = JournalTime(secondsSinceEpoch: seconds) else {
            throw CommandFailure(
                "SOURCE_DATE_EPOCH is `\(typed)`, which is no number of seconds since 1970 within the years 1 to 9999"
            )
        }
        return time
    }
}
