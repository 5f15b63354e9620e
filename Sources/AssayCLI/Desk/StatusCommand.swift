import ArgumentParser
import Assay
import Diagnostics
import Editorial
import Foundation
import Newsroom

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Says where every claim stands, who has it, since when, and what blocks it."
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

    func run() async throws {
        let room = try await DeskRoom.open(place)
        let day = try CommandDay.today(typed: today, zone: room.newsroom.settings.timeZone)
        let report = StatusReport(room.desk, room.newsroom, today: day)
        switch format {
        case .json: Console.show(json: report.json)
        case .text: Console.show(report.lines.joined(separator: "\n"))
        }
        // Exits without freeing the newsroom: freeing thousands of records one by one takes time for nothing.
        Foundation.exit(room.showProblems() ? EXIT_SUCCESS : EXIT_FAILURE)
    }
}
