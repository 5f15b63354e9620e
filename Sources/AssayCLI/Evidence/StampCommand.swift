import ArgumentParser
import Assay
import Captures
import Capturing
import Diagnostics
import Editorial
import Fetching
import Files
import Stamps

struct StampCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stamp",
        abstract: "Has authorities vouch for the time of captures and journals. Asks the network.",
        discussion: """
            Makes one list of all captures that were never stamped and of the heads of all journals, sends its SHA-256 to \
            time-stamp authorities (RFC 3161), verifies what they answer, and keeps it in content/captures/stamps. Exits \
            with 1 when none of them vouches for the list; then nothing is written.

            docs/stamps.md says what a stamp proves, and how to verify one without Assay.
            """
    )

    @Argument(
        help: ArgumentHelp(
            "Stamp the captures of these sources alone; `article:ID` for an article.",
            valueName: "source"
        ),
        completion: .sources
    )
    var records: [String] = []

    @OptionGroup var place: NewsroomPlace

    @Option(
        help: ArgumentHelp(
            "Ask this authority; may be repeated. Without it, those of `stamps` in content/site.yaml.",
            valueName: "url"
        )
    )
    var tsa: [String] = []

    @Flag(help: "Ask calendars of OpenTimestamps, too.")
    var ots = false

    @Option(
        help: ArgumentHelp(
            "Ask this calendar; may be repeated. Without it, those of `stamps`.",
            valueName: "url"
        )
    )
    var calendar: [String] = []

    @Flag(help: "Ask calendars for the blocks that they promised, and stamp nothing.")
    var upgrade = false

    @Flag(help: "Ask addresses of private networks, too.")
    var allowPrivate = false

    func validate() throws {
        if upgrade, !(records.isEmpty && tsa.isEmpty && !ots) {
            throw ValidationError("--upgrade stamps nothing: give it without sources, --tsa and --ots")
        }
    }

    func run() async throws {
        let room = try await DeskRoom.open(place)
        let settings = room.newsroom.settings
        var visits = VisitSettings(version: Version.current, site: settings.url.value)
        visits.allowsPrivate = allowPrivate
        let service = StampService.network(Fetcher(HostQueue(pause: .zero)), visits)
        let calendars = calendar.isEmpty ? settings.stamps.calendars : calendar
        let shelf = StampShelf.read(from: room.folder)
        if upgrade {
            try await complete(shelf, calendars, service, room.folder)
        } else {
            try await stamp(
                shelf,
                tsa.isEmpty ? settings.stamps.authorities : tsa,
                ots || settings.stamps.usesCalendars || !calendar.isEmpty ? calendars : [],
                service,
                room
            )
        }
    }

    private func stamp(
        _ shelf: StampShelf,
        _ authorities: [String],
        _ calendars: [String],
        _ service: StampService,
        _ room: DeskRoom
    ) async throws {
        let lock = try LockedCaptures.lock(of: room)
        let stamping = Stamping(
            lock,
            try Self.heads(in: room.desk),
            of: try LockedCaptures.records(named: records, in: lock),
            after: room.stamps,
            at: try DeskRoom.now()
        )
        guard stamping.isNeeded else {
            Console.show("nothing to stamp: all captures and the heads of all journals are stamped")
            return
        }
        let here = room.newsroom.captures.found
        let absent = stamping.captures.count { here[$0.file] == nil }
        let roots = shelf.certificates
        let system = SystemRoots.read()
        let (outcome, signal) = await Interruption.cancelling {
            await stamping.ask(authorities, calendars: calendars, through: service, roots, system)
        }
        if let signal {
            Console.warn("interrupted: nothing was stamped")
            throw ExitCode(128 + signal)
        }
        let report = StampReport(outcome)
        guard outcome.isStamped else {
            Console.warn(report.lines.joined(separator: "\n"))
            throw CommandFailure(
                "no authority vouches for the list, so nothing was written; try again, or name another with --tsa"
            )
        }
        do throws(NewFilesProblem) {
            try outcome.write(into: room.folder)
        } catch {
            throw CommandFailure(Self.words(for: error))
        }
        Console.show(([report.headline] + report.lines).joined(separator: "\n"))
        if absent > 0 {
            Console.warn(
                "note: \(absent) of the captures are not here; they were stamped as the lock knows them"
            )
        }
    }

    /// The heads of all journals.
    /// - Throws: a failure for a broken journal, of which nobody knows the end.
    private static func heads(in desk: Desk) throws(CommandFailure) -> JournalHeads {
        let journals = desk.claims.values.map(\.journal)
        if let broken = journals.filter({ !$0.isSound }).map(\.claim).min() {
            throw CommandFailure(
                "the journal of `\(broken)` is broken, so its head cannot be stamped; `assay check` says where"
            )
        }
        return JournalHeads(of: journals)
    }

    private static func words(for problem: NewFilesProblem) -> String {
        switch problem {
        case .taken(let paths):
            "there is a stamping of this very second already (\(paths.joined(separator: ", "))); give the command again"
        case .file(let path, let problem): "`\(path)` could not be written, and nothing else was: \(problem)"
        }
    }

    private func complete(
        _ shelf: StampShelf,
        _ calendars: [String],
        _ service: StampService,
        _ folder: FileTree
    ) async throws {
        let proofs = shelf.manifests.compactMap(\.proof)
        guard !proofs.isEmpty else {
            Console.show("there is no proof of OpenTimestamps; `assay stamp --ots` begins one")
            return
        }
        let (upgrades, signal) = await Interruption.cancelling {
            var upgrades: [ProofUpgrade] = []
            for proof in proofs where !Task.isCancelled {
                await ProofUpgrade(of: proof, calendars: calendars, through: service)
                    .map { upgrades.append($0) }
            }
            return upgrades
        }
        for upgrade in upgrades where upgrade.isChanged {
            do throws(FileProblem) {
                try upgrade.write(into: folder)
            } catch {
                throw CommandFailure("`\(upgrade.path)` could not be written: \(error)")
            }
        }
        let whole = proofs.count - upgrades.count
        let known =
            whole == 0 ? [] : ["\(whole) proof\(whole == 1 ? "" : "s") of OpenTimestamps had a block already"]
        Console.show((upgrades.flatMap(\.lines) + known).joined(separator: "\n"))
        if let signal { throw ExitCode(128 + signal) }
        if upgrades.contains(where: { !$0.isChanged && !$0.failures.isEmpty }) { throw ExitCode.failure }
    }
}

extension ProofUpgrade {
    /// What came of it, in lines for a terminal.
    fileprivate var lines: [String] {
        let blocks = proof.blocks.map { "Bitcoin's block \($0.height)" }.joined(separator: ", ")
        let state =
            blocks.isEmpty
            ? waiting.isEmpty ? "nothing new" : "no block yet; ask again in some hours"
            : "vouched for by \(blocks)"
        return ["\(path): \(state)"] + failures.map { "  \($0.address): \($0.reason)" }
    }
}
