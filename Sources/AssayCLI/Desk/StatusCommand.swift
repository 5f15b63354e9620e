import ArgumentParser
import Assay
import Diagnostics
import Editorial
import Foundation
import Newsroom

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Says where every claim stands, who has it, since when, who is next, and what blocks it.",
        discussion: """
            --mine shows your work: what waits for you, what you wait for and of whom, what is overdue, and what others do \
            not have yet. --as PROFILE shows somebody else's.
            """
    )

    /// The output format of the report.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    @OptionGroup var place: NewsroomPlace

    @Option(help: ArgumentHelp("How it is printed: text or json.", valueName: "format"))
    var format = Format.text

    @Option(help: ArgumentHelp("The day that counts as today, such as 2026-11-21.", valueName: "day"))
    var today: String?

    @Flag(help: "Your work alone: what waits for you, and what you wait for.")
    var mine = false

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Whose work --mine shows; that of git's user.email if left out.",
            valueName: "profile"
        ),
        completion: .profiles
    )
    var person: String?

    func validate() throws {
        if person != nil, !mine { throw ValidationError("--as says whose work --mine shows; give both") }
    }

    func run() async throws {
        let room = try await DeskRoom.open(place)
        let day = try CommandDay.today(typed: today, zone: room.newsroom.settings.timeZone)
        let now = today == nil ? try DeskRoom.now() : nil
        let report = StatusReport(room.desk, room.newsroom, today: day, at: now)
        if mine {
            let work = WorkReport(report, of: try await room.person(person))
            switch format {
            case .json: Console.show(json: work.json)
            case .text:
                let unshared = try? await room.sharing(mayAsk: false).unshared()
                let sharing = unshared?.sentence.map { ["\($0): `assay share` shares them"] } ?? []
                Console.show((work.lines + sharing).joined(separator: "\n"))
            }
        } else {
            switch format {
            case .json: Console.show(json: report.json)
            case .text: Console.show(report.lines.joined(separator: "\n"))
            }
        }
        // Exits without freeing the newsroom: freeing thousands of records one by one takes time for nothing.
        Foundation.exit(room.showProblems() ? EXIT_SUCCESS : EXIT_FAILURE)
    }
}
