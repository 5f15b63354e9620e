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
        guard !upgrade else {
            return try await complete(StampShelf.read(from: room.folder), calendars, service, room.folder)
        }
        let records = try LockedCaptures.records(named: self.records, in: LockedCaptures.lock(of: room))
        let run = StampRun(
            room: room,
            service: service,
            authorities: tsa.isEmpty ? settings.stamps.authorities : tsa,
            calendars: ots || settings.stamps.usesCalendars || !calendar.isEmpty ? calendars : []
        )
        switch try await run.stamp(records) {
        case .nothingNew:
            Console.show("nothing to stamp: all captures and the heads of all journals are stamped")
        case .stamped(let lines, let notes):
            Console.show(lines.joined(separator: "\n"))
            for note in notes { Console.warn(note) }
        case .refused(let lines):
            Console.warn(lines.joined(separator: "\n"))
            throw CommandFailure(
                "no authority vouches for the list, so nothing was written; try again, or name another with --tsa"
            )
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
