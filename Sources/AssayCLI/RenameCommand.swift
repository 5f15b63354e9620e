import ArgumentParser
import Assay
import Diagnostics
import Editorial
import Files
import Newsroom

struct RenameCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename",
        abstract: "Gives a record, a topic or a ruling another id, everywhere.",
        discussion: """
            The file, all fields and texts that name it, the settings, and a claim's verdict, journal and texts. The old \
            address leads on to the new one. What was signed stands: journals and judged texts go by the first id, which \
            `formerly` keeps. Commit before and after, so that git shows what changed.
            """
    )

    @Argument(help: ArgumentHelp("What it is: \(IDSpace.words).", valueName: "kind"), completion: .kinds)
    var kind: String

    @Argument(help: ArgumentHelp("Its id.", valueName: "old"), completion: .idsOfKind)
    var old: String

    @Argument(help: ArgumentHelp("The id that it gets.", valueName: "new"))
    var new: String

    @Option(help: ArgumentHelp("What to say with it in a claim's journal.", valueName: "text"))
    var note: String?

    @Flag(help: "Show what would change, as a unified diff, and write nothing.")
    var diff = false

    @OptionGroup var options: DeskOptions

    func validate() throws {
        if let note { try DeskOptions.require(note, "--note") }
    }

    func run() async throws {
        let space = try IDSpace.typed(kind)
        let (old, new) = (RecordID.normalised(old), RecordID.normalised(new))
        let room = try await options.room()
        guard let filed = room.loaded.newsroom else { return }
        let change: Renaming
        do throws(Refusal) {
            change = try await Renaming.rename(
                old,
                to: new,
                in: space,
                filed,
                room.folder,
                journal: try await journal(of: old, space, in: room)
            )
        } catch {
            throw CommandFailure("nothing was renamed: \(error)")
        }
        let outcome = RenameOutcome(change, in: room)
        let voided = try await outcome.voided()
        guard voided.isEmpty else {
            throw CommandFailure(
                "nothing was renamed: the signed \(voided.count == 1 ? "text" : "texts") on \(voided.listed) would say something else, which a rename must not do; please report this"
            )
        }
        if diff { return outcome.show() }
        try outcome.write()
        let places = change.placeCount == 1 ? "1 place names" : "\(change.placeCount) places name"
        Console.show(
            "\(space.word) \(old) is \(new) now; \(places) it, in \(change.files.changedCount) files"
        )
        if let line = change.line {
            let signed = line.signature == nil ? "" : " with a signature"
            Console.show("\(Journal.path(of: new)): \(line.event.kind.words) by \(line.author)\(signed)")
        }
        outcome.warn()
        if options.commit || options.share || room.newsroom.settings.policy.commits {
            try await outcome.commit("\(space.word) \(old): renamed to \(new)")
        }
        if options.share { try await options.shareAfterwards(room) }
    }

    /// The claim's journal and who writes into it; nil for a claim without one, and for all other kinds.
    private func journal(
        of id: String,
        _ space: IDSpace,
        in room: DeskRoom
    ) async throws(Refusal) -> (claim: DeskClaim, pen: DeskPen, note: String?)? {
        guard space == .record(.claim), let claim = room.desk.claims[id], !claim.journal.file.bytes.isEmpty
        else {
            return nil
        }
        do {
            let author = try await room.person(options.person)
            return (
                claim,
                try await room.pen(
                    for: author,
                    key: options.key,
                    mayAsk: ProgramSurroundings.hasTerminal
                ), note
            )
        } catch {
            throw Refusal("\(error)")
        }
    }
}

struct MergeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Puts one record in the place of another one that turned out to be the same.",
        discussion: """
            What named the first names the second afterwards; the first one's file goes, and its address leads on to the \
            second. Texts that were signed with the first say something else then, and have to be signed again: the \
            command lists them, and --void says that they may be.
            """
    )

    @Argument(help: ArgumentHelp("What they are: \(IDSpace.words).", valueName: "kind"), completion: .kinds)
    var kind: String

    @Argument(help: ArgumentHelp("The id that goes.", valueName: "from"), completion: .idsOfKind)
    var from: String

    @Argument(help: ArgumentHelp("The id that stays.", valueName: "into"), completion: .idsOfKind)
    var into: String

    @Flag(help: "Merge although signed texts change by it.")
    var void = false

    @Flag(help: "Show what would change, as a unified diff, and write nothing.")
    var diff = false

    @OptionGroup var place: NewsroomPlace

    func run() async throws {
        let space = try IDSpace.typed(kind)
        let (from, into) = (RecordID.normalised(from), RecordID.normalised(into))
        let room = try await DeskRoom.open(place)
        guard let filed = room.loaded.newsroom else { return }
        if space == .record(.claim) { try refuseClaim(from, into, in: room) }
        let change: Renaming
        do throws(Refusal) {
            change = try Renaming.merge(from, into: into, in: space, filed, room.folder)
        } catch {
            throw CommandFailure("nothing was merged: \(error)")
        }
        let outcome = RenameOutcome(change, in: room)
        let voided = try await outcome.voided()
        if diff { return outcome.show() }
        guard voided.isEmpty || void else {
            throw CommandFailure(
                "nothing was merged: the signed \(voided.count == 1 ? "text" : "texts") on \(voided.listed) would say something else, and would have to be submitted, reviewed and published again; `--void` merges all the same"
            )
        }
        try outcome.write()
        let places = change.placeCount == 1 ? "1 place names" : "\(change.placeCount) places name"
        Console.show(
            "\(space.word) \(from) is part of \(into) now; \(places) that one, in \(change.files.changedCount) files"
        )
        if !voided.isEmpty { Console.show("to be signed again: \(voided.joined(separator: ", "))") }
        outcome.warn()
    }

    /// What readers were told of a claim cannot go away with it.
    private func refuseClaim(_ from: String, _ into: String, in room: DeskRoom) throws(CommandFailure) {
        guard let claim = room.desk.claims[from] else { return }
        if !claim.journal.file.bytes.isEmpty {
            throw CommandFailure(
                "nothing was merged: `\(from)` has a journal, and what was said in it stays; name `\(into)` in its `related`, or retract it with a reason that names the other"
            )
        }
        if claim.verdict != nil {
            throw CommandFailure(
                "nothing was merged: there is a verdict on `\(from)`; take what it says into the one on `\(into)`, and delete it first"
            )
        }
    }
}

/// The end of a rename or a merger: what it would void, and writing it.
private struct RenameOutcome {
    let change: Renaming
    let room: DeskRoom

    init(_ change: Renaming, in room: DeskRoom) {
        self.change = change
        self.room = room
    }

    /// The claims whose signed texts would be others.
    func voided() async throws -> [String] {
        do throws(Refusal) {
            return try await Renaming.voided(
                room.desk,
                room.newsroom,
                findings: room.loaded.diagnostics,
                by: change.files.tree
            )
        } catch {
            throw CommandFailure("nothing was changed: \(error)")
        }
    }

    func show() { Console(format: .text, isQuiet: false).show { change.files.difference($0) } }

    func write() throws(CommandFailure) {
        do throws(EditProblem) { try change.files.write() } catch {
            throw CommandFailure("nothing was changed: \(error)")
        }
    }

    /// Commits the files that were changed, and no others.
    func commit(_ message: String) async throws(CommandFailure) {
        do throws(Refusal) {
            let commit = StepCommit(in: room.folder.root, mayAsk: ProgramSurroundings.hasTerminal)
            if let id = try await commit.commit(change.files.touchedPaths, saying: message) {
                Console.warn("committed as \(id)")
            }
        } catch {
            throw CommandFailure("\(error)")
        }
    }

    /// Names the places that are left.
    func warn() {
        for span in change.unclear {
            Console.warn(
                "\(span.file):\(span.line):\(span.column): this place still has the old id: change it by hand"
            )
        }
    }
}

extension IDSpace {
    /// The words of all kinds, for help texts.
    fileprivate static var words: String { all.map(\.word).joined(separator: ", ") }

    /// The kind that an argument names.
    fileprivate static func typed(_ word: String) throws -> IDSpace {
        if let space = IDSpace(word: word) ?? (word == "media" ? .record(.medium) : nil) { return space }
        let help = Suggestion.help(for: word, among: all.map(\.word)) ?? "kinds: \(words)"
        throw ValidationError("there is no kind `\(word)`; \(help)")
    }
}
