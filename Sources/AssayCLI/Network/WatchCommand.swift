import ArgumentParser
import Assay
import Captures
import Capturing
import Diagnostics
import Editorial
import Files
import Foundation
import Newsroom
import WARC
import Watching

struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Looks at the pages of sources again: what moved, changed, or is gone.",
        discussion: """
            What is seen is appended to content/captures/watch.jsonl. A page that changed is compared with its capture: \
            first the quotations, then how much of the captured words is left, then the sentences. An address is dead \
            only after three failures on three days, each at least three days after the one before; a refusal never \
            counts. Exits with 1 when a cited quotation is gone, or an address is newly dead.
            """
    )

    @OptionGroup var choice: RecordChoice

    @OptionGroup var place: NewsroomPlace

    @Option(
        help: ArgumentHelp("How it is printed: text or json (a line for each page).", valueName: "format")
    )
    var format = Format.text

    @Option(help: ArgumentHelp("How many pages are looked at at once.", valueName: "number"))
    var jobs = 4

    @Flag(name: [.short, .long], help: "Print only what needs another look.")
    var quiet = false

    @OptionGroup(title: "Network options") var network: NetworkOptions

    /// The output format of the report.
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    func validate() throws {
        guard (1...64).contains(jobs) else { throw ValidationError("--jobs is from 1 to 64") }
        guard choice.all || !choice.sources.isEmpty else {
            throw ValidationError("name the sources to look at, or all with --all")
        }
    }

    func run() async throws {
        let room = try await EvidenceRoom.open(place)
        let captures = CaptureChoice(room.newsroom, room.lock)
        let subjects = try choice.subjects(in: captures, room.newsroom)
        let watcher = Watcher(try network.visitor(for: room.newsroom))
        let progress = FetchProgress(total: subjects.count, isShown: !quiet && format == .text)
        let before = try room.watchLog()
        let (sightings, signal) = await Interruption.cancelling { () async -> [Sighting] in
            await subjects.map { subject in
                WatchSubject(
                    record: subject.record,
                    url: subject.url,
                    capture: captures.standing(subject),
                    quotes: DocumentQuote.all(of: subject.document, in: room.newsroom).map(\.quote.value)
                )
            }.parallelMap(jobs) { subject in
                progress.fetching(subject.url)
                let file = subject.capture.flatMap { room.content(of: $0) }
                let result = await watcher.observe(subject, file: file)
                progress.done()
                return Sighting(subject: subject, result: result)
            }
        }
        progress.clear()
        try finish(Sightings(sightings, after: before), room)
        if let signal {
            Console.warn("interrupted: what was seen until then is noted")
            throw ExitCode(128 + signal)
        }
    }

    /// Notes and prints what was seen.
    private func finish(_ seen: Sightings, _ room: EvidenceRoom) throws {
        if seen.isOffline {
            throw CommandFailure(
                "none of \(seen.count) hosts could be reached; is this computer connected? Nothing was noted"
            )
        }
        try room.append(seen.observations)
        for sighting in seen.all {
            switch format {
            case .json: if let observation = sighting.observation { Console.show(json: observation.line) }
            case .text:
                let report = sighting.report(seen.states[sighting.subject.record])
                if !quiet || report.needsAnotherLook { Console.show(report.lines.joined(separator: "\n")) }
            }
            if let failure = sighting.failure { Console.warn("`\(sighting.subject.record)`: \(failure)") }
        }
        if !quiet, format == .text { Console.warn(seen.summary) }
        if seen.isAlarming { throw ExitCode.failure }
    }
}
