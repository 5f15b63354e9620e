import ArgumentParser
import Assay
import Diagnostics
import Editorial
import Foundation
import Newsroom

struct ImpactCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "impact",
        abstract: "Says which rulings lean on a source, an article or a medium, and what is left without it.",
        discussion: """
            Follows `derived-from`, so that a ruling is found too that leans on a copy. Exits with 1 when readers see a ruling \
            whose evidence goes back to it; with --all, when that source was withdrawn, or is gone without a copy.

            Examples: `assay impact jones-study`, `assay impact article:daily-report`, `assay impact media:crowd`.
            """
    )

    @Argument(
        help: ArgumentHelp("A source's id, or `article:ID`, or `media:ID`.", valueName: "source"),
        completion: .sources
    )
    var document: String?

    @Flag(help: "One line for each document on which evidence leans, withdrawn and vanished ones first.")
    var all = false

    @OptionGroup var place: NewsroomPlace

    @Option(help: ArgumentHelp("How it is printed: text or json.", valueName: "format"))
    var format = StatusCommand.Format.text

    @Option(help: ArgumentHelp("The day that counts as today, such as 2026-11-21.", valueName: "day"))
    var today: String?

    func validate() throws {
        if (document == nil) == !all { throw ValidationError("name a source, or give --all") }
    }

    func run() async throws {
        let room = try await DeskRoom.open(place)
        let day = try CommandDay.today(typed: today, zone: room.newsroom.settings.timeZone)
        let isAffected: Bool
        if let document {
            let report = ImpactReport(
                of: try Self.key(document, in: room.newsroom),
                in: room.newsroom,
                room.desk,
                today: day
            )
            switch format {
            case .json: Console.show(json: report.json.text(.pretty))
            case .text: Console.show(report.lines.joined(separator: "\n"))
            }
            isAffected = report.affectsReaders
        } else {
            isAffected = await showAll(room, day)
        }
        let isSound = room.showProblems()
        // Exits without freeing the newsroom: freeing thousands of records one by one takes time for nothing.
        Foundation.exit(isSound && !isAffected ? EXIT_SUCCESS : EXIT_FAILURE)
    }

    /// Prints a line for each document.
    /// - Returns: whether readers see a ruling that follows from a withdrawn or vanished one.
    private func showAll(_ room: DeskRoom, _ day: CalendarDate) async -> Bool {
        let (newsroom, desk) = (room.newsroom, room.desk)
        let reports = await ImpactReport.documents(in: newsroom).concurrentMap {
            ImpactReport(of: $0, in: newsroom, desk, today: day)
        }
        let sorted = reports.filter(\.isFallen) + reports.filter { !$0.isFallen }
        switch format {
        case .json:
            let value = JSONValue.object(["documents": .array(sorted.map(\.json))])
            Console.show(json: value.text(.pretty))
        case .text: Console.show(sorted.map(\.overview).joined(separator: "\n"))
        }
        return sorted.contains { $0.isFallen && $0.affectsReaders }
    }

    /// The record that an argument names.
    private static func key(_ typed: String, in newsroom: Newsroom) throws(CommandFailure) -> RecordKey {
        let parts = typed.split(separator: ":", maxSplits: 1).map(String.init)
        let kinds: [String: RecordKind] = ["source": .source, "article": .article, "media": .medium]
        if parts.count == 2, let kind = kinds[parts[0]] {
            let key = RecordKey(kind, RecordID.normalised(parts[1]))
            if newsroom.contains(key) { return key }
            let help = Suggestion.help(for: parts[1], among: newsroom.ids(of: kind))
            throw CommandFailure("there is no \(kind.rawValue) `\(parts[1])`\(help.map { "; " + $0 } ?? "")")
        }
        let id = RecordID.normalised(typed)
        for kind in [RecordKind.source, .article, .medium] where newsroom.contains(RecordKey(kind, id)) {
            return RecordKey(kind, id)
        }
        let ids = [RecordKind.source, .article, .medium].flatMap { newsroom.ids(of: $0) }
        let help = Suggestion.help(for: typed, among: ids)
        throw CommandFailure(
            "there is no source, article or medium `\(typed)`\(help.map { "; " + $0 } ?? "")"
        )
    }
}
