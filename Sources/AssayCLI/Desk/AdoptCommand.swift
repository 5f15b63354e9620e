import ArgumentParser
import Assay
import Diagnostics
import Editorial
import Files
import Newsroom

struct AdoptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Starts a journal for each verdict that was published before the newsroom kept journals.",
        discussion: """
            For a newsroom that goes from `mode: simple` to `mode: newsroom`. Each verdict with a day in `published` and \
            without a journal gets a first line: what readers have, since when, and that nobody signed it off. The site \
            that readers have is compared: only what it shows is adopted. Afterwards `published`, `updated` and \
            `reviewers` can be taken out of the verdicts.
            """
    )

    @Argument(
        help: ArgumentHelp("The claims' ids; all that wait for it if left out.", valueName: "claim"),
        completion: .claims
    )
    var claims: [String] = []

    @Option(
        help: ArgumentHelp("The site that readers have, or a copy of it.", valueName: "dir"),
        completion: .directory
    )
    var site: String?

    @Option(help: ArgumentHelp("What to say with it.", valueName: "text"))
    var note: String?

    @OptionGroup var options: DeskOptions

    func run() async throws {
        let room = try await options.room()
        guard room.newsroom.settings.policy.mode == .newsroom else {
            throw CommandFailure(
                "journals decide nothing yet: `mode: newsroom` in \(SiteSettings.path) comes first, then `assay adopt`"
            )
        }
        let author = try await room.person(options.person)
        let wanted = try claims.isEmpty ? room.waitingForAdoption : claims.map(room.claim)
        guard !wanted.isEmpty else {
            Console.show("nothing to adopt: each with a day in `published` has a journal")
            return
        }
        let published = try publishedClaims(room)
        var failures = 0
        for claim in wanted {
            do {
                try await adopt(claim, published, in: room, by: author)
            } catch let failure as CommandFailure {
                failures += 1
                Console.warn(failure.description)
            }
        }
        if failures > 0 { throw CommandFailure("\(failures) of \(wanted.count) not adopted") }
    }

    private func publishedClaims(_ room: DeskRoom) throws(CommandFailure) -> PublishedClaims {
        let folder = site ?? room.folder.root + "/_site"
        let tree: FileTree
        do throws(FileProblem) { tree = try FileTree(root: folder) } catch {
            throw CommandFailure(
                TerminalText.safe(
                    "the site that readers have is not in `\(folder)`: \(error); `--site` names it, or a copy of it"
                )
            )
        }
        do throws(Refusal) { return try PublishedClaims(in: tree) } catch {
            throw CommandFailure(TerminalText.safe("\(error)"))
        }
    }

    private func adopt(
        _ waiting: DeskClaim,
        _ published: PublishedClaims,
        in room: DeskRoom,
        by author: String
    ) async throws {
        let id = waiting.claim.id
        if let verdict = waiting.verdict, waiting.waitsForAdoption,
            let difference = published.difference(from: verdict, on: waiting.claim)
        {
            throw CommandFailure(TerminalText.safe("\(id): \(difference)"))
        }
        try await options.perform(.adopt(note: note), on: [id], in: room, by: author)
    }
}

extension DeskRoom {
    /// Claims whose verdict has a day in `published` and no journal, sorted by id.
    fileprivate var waitingForAdoption: [DeskClaim] {
        desk.claims.values.filter(\.waitsForAdoption).sorted { $0.claim.id < $1.claim.id }
    }
}
