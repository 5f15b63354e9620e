import ArgumentParser
import Assay
import Diagnostics
import Editorial
import Files
import Foundation
import Newsroom

extension Correction.Kind: ExpressibleByArgument {}

/// The options of every command that writes into a journal.
struct DeskOptions: ParsableArguments {
    @OptionGroup var place: NewsroomPlace

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Your profile; the one with git's user.email if left out.", valueName: "profile")
    )
    var person: String?

    @Option(
        help: ArgumentHelp(
            "Sign with this SSH key; git's user.signingKey if left out and the policy wants signatures.",
            valueName: "file"
        )
    )
    var key: String?

    /// Refuses a blank text, and one that a journal cannot hold, before anything is read or written.
    /// - Parameter name: the text's purpose, as the start of a sentence: `--note`, `a remark`.
    static func require(_ text: String, _ name: String) throws {
        guard !NoteText.isBlank(text) else {
            throw ValidationError(
                "\(name) is blank; say it in words, because it stays in the journal as it is"
            )
        }
        if let problem = NoteText.problem(text) { throw ValidationError("\(name) \(problem)") }
    }

    /// Writes an action into a claim's journal and prints where the claim stands then.
    func perform(_ action: DeskAction, on id: String) async throws {
        let room = try await DeskRoom.open(place, claim: id)
        let author = try await room.person(person)
        try await perform(action, on: id, in: room, by: author)
    }

    /// Writes an action into a claim's journal, in a newsroom that is loaded already.
    func perform(_ action: DeskAction, on id: String, in room: DeskRoom, by author: String) async throws {
        let claim = try room.claim(id)
        if action.kind.vouchesForText { try await room.requireNoErrors(on: claim, before: action.kind) }
        var signingKey = key.map(SigningKey.init)
        if signingKey == nil, room.newsroom.settings.policy.signatures == .required {
            signingKey = await GitIdentity.signingKey(in: room.folder.root)
        }
        let pen = DeskPen(room.folder, author: author, time: try DeskRoom.now(), key: signingKey)
        let line: JournalLine
        do throws(DeskRefusal) {
            line = try await pen.write(action, on: claim, in: room.newsroom)
        } catch {
            throw CommandFailure("\(id): \(error)")
        }
        let state = try room.state(of: claim.appending(line, in: room.newsroom))
        let signed = line.signature == nil ? "" : " with a signature"
        Console.show("\(id): \(line.event.kind.words) by \(author)\(signed); now \(state.words)")
        if room.newsroom.settings.policy.mode == .simple { Console.warn(Self.simpleMode) }
    }

    /// The note after each journal command in a newsroom with `mode: simple`, where journals decide nothing.
    private static let simpleMode =
        "note: journals decide nothing yet: the policy in \(SiteSettings.path) has no `mode: newsroom`, so a verdict "
        + "is published by its day in `published`"
}

/// A linked newsroom with its journals: what every desk command works on.
struct DeskRoom {
    let folder: FileTree
    let loaded: LoadedNewsroom
    let newsroom: Newsroom
    let desk: Desk

    /// Loads a newsroom and its journals.
    /// - Parameter claim: the only claim whose journal is needed; nil for all.
    /// - Throws: when the newsroom cannot be linked.
    static func open(_ place: NewsroomPlace, claim: String? = nil) async throws(CommandFailure) -> DeskRoom {
        let folder = try place.folder()
        let loaded = await LoadedNewsroom.load(from: folder).comparingSnapshots(in: folder)
        guard let newsroom = loaded.newsroom else {
            let problem = loaded.diagnostics.first { $0.severity == .error }
            guard loaded.files[SiteSettings.path] != nil else {
                throw CommandFailure(
                    [problem?.message, problem?.help].compactMap { $0 }.joined(separator: "; ")
                )
            }
            let reason = problem?.message ?? "its settings cannot be used"
            throw CommandFailure("the newsroom cannot be read: \(reason); `assay check` says more")
        }
        return DeskRoom(
            folder: folder,
            loaded: loaded,
            newsroom: newsroom,
            desk: await Desk.load(
                newsroom,
                from: folder,
                only: claim.map(RecordID.normalised),
                remembering: SignatureMemory(of: folder.root)
            )
        )
    }

    /// The claim with an id, which may be typed in any Unicode normalisation form.
    /// - Throws: when there is no such claim, or its file cannot be read.
    func claim(_ id: String) throws(CommandFailure) -> DeskClaim {
        if let claim = desk.claims[RecordID.normalised(id)] {
            // `Desk.load` hashes only the claims that have a journal; a command may be about one without.
            return claim.withText(in: newsroom)
        }
        if newsroom.unreadable.contains(RecordKey(.claim, RecordID.normalised(id))) {
            throw CommandFailure("the file of the claim `\(id)` cannot be read; `assay check` says why")
        }
        let help = Suggestion.help(for: id, among: newsroom.ids(of: .claim))
        throw CommandFailure("there is no claim `\(id)`\(help.map { "; " + $0 } ?? "")")
    }

    /// The claim's state today, the same that `assay status` prints.
    func state(of claim: DeskClaim) throws -> ClaimState {
        let environment = ProcessInfo.processInfo.environment
        let today = try Today.day(asked: nil, sourceDateEpoch: environment["SOURCE_DATE_EPOCH"])
        return claim.state(on: today, in: newsroom.settings.policy.mode)
    }

    /// Prints the mistakes in the loaded journals.
    /// - Returns: true when there is none.
    func showProblems() -> Bool {
        for problem in desk.diagnostics {
            let place = problem.span.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
            let help = problem.help.map { "; \($0)" } ?? ""
            Console.warn("\(place)\(problem.message)\(help)")
        }
        return desk.diagnostics.isEmpty
    }

    /// Refuses the action when the claim's files have errors, and prints these as `assay check` does.
    func requireNoErrors(on claim: DeskClaim, before event: JournalEvent.Kind) async throws {
        let environment = ProcessInfo.processInfo.environment
        let today = try Today.day(
            asked: nil,
            sourceDateEpoch: environment["SOURCE_DATE_EPOCH"],
            zone: newsroom.settings.timeZone
        )
        let report = await Pipeline.errors(on: claim, in: loaded, today: today)
        guard report.hasErrors else { return }
        Console(format: .text, isQuiet: false).print(report)
        let count = report.diagnostics.count
        throw CommandFailure(
            "\(claim.claim.id): not \(event.words): \(count == 1 ? "an error" : "\(count) errors") in its files, with which "
                + "no site is built; put \(count == 1 ? "it" : "them") right and give the command again"
        )
    }

    /// The profile of whoever gives the command: the one named with `--as`, or the one with git's `user.email`.
    func person(_ name: String?) async throws(CommandFailure) -> String {
        do throws(Refusal) {
            return try await GitIdentity.profile(named: name, in: newsroom, folder: folder.root)
        } catch {
            throw CommandFailure("\(error)")
        }
    }

    /// The id of a profile, if there is one.
    func profile(_ id: String) throws(CommandFailure) -> String {
        if newsroom.profiles.contains(id: id) { return id }
        let help = Suggestion.help(for: id, among: newsroom.ids(of: .profile))
        throw CommandFailure("there is no profile `\(id)`\(help.map { "; " + $0 } ?? "")")
    }

    /// The time for a new journal line: SOURCE_DATE_EPOCH (reproducible-builds.org), else the clock.
    static func now() throws(CommandFailure) -> JournalTime {
        let typed = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"] ?? ""
        let seconds: Int? = typed.isEmpty ? SystemClock.seconds() : Int(typed)
        guard let seconds, let time = JournalTime(secondsSinceEpoch: seconds) else {
            throw CommandFailure(
                "SOURCE_DATE_EPOCH is `\(typed)`, which is no number of seconds since 1970 within the years 1 to 9999"
            )
        }
        return time
    }
}
