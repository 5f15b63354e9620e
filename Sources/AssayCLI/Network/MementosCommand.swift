import ArgumentParser
import Assay
import Captures
import Capturing
import Diagnostics
import Fetching
import Foundation
import Newsroom
import WARC
import Watching

struct MementosCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mementos",
        abstract: "Asks web archives which copies of a source's page they have; with --save, has one made.",
        discussion: """
            The archives are those of `archives` in content/site.yaml; the Internet Archive without it. The copies \
            around the capture are shown, which are witnesses that the newsroom did not make up its own. `--save` hands the page to \
            the Wayback Machine (Save Page Now), with the keys of an account in IA_ACCESS_KEY_ID and \
            IA_SECRET_ACCESS_KEY, and counts only when the archive's index has the copy. Its address is then written into \
            `archived` of the record, which reviewers sign. Exits with 1 when there is no copy, or none was saved.
            """
    )

    @Argument(
        help: ArgumentHelp("A source by id, or an article as `article:ID`.", valueName: "source"),
        completion: .sources
    )
    var source: String

    @Flag(help: "Have the page archived now.")
    var save = false

    @Flag(help: "With --save: print the lines for the record, and leave it as it is.")
    var noWrite = false

    @Option(
        help: ArgumentHelp("Another service of the same form as the Wayback Machine.", valueName: "address")
    )
    var saveAt = "https://web.archive.org"

    @Option(help: ArgumentHelp("The time between two questions to that service.", valueName: "seconds"))
    var interval = 5.0

    @OptionGroup var place: NewsroomPlace

    @OptionGroup(title: "Network options") var network: NetworkOptions

    /// The archives that are asked where the settings name none.
    private static let usualArchives = ["https://web.archive.org/web/timemap/link/"]

    func validate() throws {
        guard save || !noWrite else { throw ValidationError("`--no-write` belongs to `--save`") }
        guard (0.01...600).contains(interval) else {
            throw ValidationError("--interval is from 0.01 to 600 seconds")
        }
    }

    func run() async throws {
        let room = try await EvidenceRoom.open(place)
        let captures = CaptureChoice(room.newsroom, room.lock)
        let document = try CapturedDocuments(room.newsroom).document(source)
        guard let subject = CaptureChoice.Subject(document) else {
            throw CommandFailure("\(document.file.path) has no `url`, so there is nothing to ask")
        }
        let address: FetchAddress
        do throws(FetchAddress.Problem) { address = try FetchAddress(subject.url) } catch {
            throw CommandFailure("`\(subject.url)` is not asked: \(error)")
        }
        let visitor = try network.visitor(for: room.newsroom).ignoringRobots
        if save {
            try await save(address, visitor)
        } else {
            try await list(address, captures.standing(subject), visitor, room.newsroom)
        }
    }

    private func list(
        _ address: FetchAddress,
        _ capture: Capture?,
        _ visitor: Visitor,
        _ newsroom: Newsroom
    ) async throws {
        let named = newsroom.settings.archives.map(\.value)
        let search = MementoSearch(visitor)
        let now = WARCDate(milliseconds: WallClock.milliseconds())
        let time = capture.flatMap { WARCDate($0.at) } ?? now
        let (answers, signal) = await Interruption.cancelling { () async -> [MementoSearch.Answer] in
            await (named.isEmpty ? Self.usualArchives : named).parallelMap(4) { archive in
                await search.ask(archive, about: address)
            }
        }
        if let signal { throw ExitCode(128 + signal) }
        let isCaptured = capture != nil
        for answer in answers {
            Console.show(answer.lines(around: time, isCaptured: isCaptured).joined(separator: "\n"))
        }
        let count = answers.reduce(0) { $0 + ($1.copies?.mementos.count ?? 0) }
        guard count == 0 else { return }
        let wereAsked = answers.contains { $0.copies != nil }
        throw CommandFailure(
            wereAsked
                ? "no archive has a copy of \(address.text); `assay mementos \(source) --save` has one made"
                : "no archive could be asked"
        )
    }

    private func save(_ address: FetchAddress, _ visitor: Visitor) async throws {
        let environment = ProcessInfo.processInfo.environment
        guard let key = environment["IA_ACCESS_KEY_ID"], let secret = environment["IA_SECRET_ACCESS_KEY"],
            !key.isEmpty, !secret.isEmpty, (key + secret).utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else {
            throw CommandFailure(
                "saving needs the keys of an account at archive.org in IA_ACCESS_KEY_ID and IA_SECRET_ACCESS_KEY; "
                    + "https://archive.org/account/s3.php shows them"
            )
        }
        var base = saveAt
        while base.hasSuffix("/") { base.removeLast() }
        let service = SavePageNow(
            visitor,
            .init(at: base),
            key: "\(key):\(secret)",
            interval: .seconds(interval)
        )
        Console.warn("handed in; the archive takes a minute or more")
        let (result, signal) = await Interruption.cancelling { await service.save(address) }
        if let signal {
            Console.warn("interrupted; the archive may have saved the page all the same")
            throw ExitCode(128 + signal)
        }
        switch result {
        case .success(let copy): try await keep(copy)
        case .failure(let problem): throw CommandFailure("not archived: \(problem)")
        }
    }

    /// Writes the address of a copy into the record, or prints the lines for it.
    private func keep(_ copy: String) async throws {
        // Minutes have passed, in which somebody may have worked on the record.
        let opened = try await place.open()
        let document = try CapturedDocuments(opened.newsroom).document(source)
        let edit = RecordEdit(folder: opened.folder, console: Console(format: .text, isQuiet: false))
        let isThere = document.archived.contains { $0.value == copy }
        let isWritten =
            !noWrite
            && (isThere
                || edit.write(
                    ArchivedEdit.applied(copy, to: document),
                    to: document,
                    saying: "has it under `archived` now"
                ))
        Console.show(isWritten ? "archived as \(copy)" : "archived:\n  - \(copy)")
    }
}

extension MementoSearch.Answer {
    /// The answer in lines: how many copies, and those around a time.
    func lines(around time: WARCDate?, isCaptured: Bool) -> [String] {
        guard let copies, let first = copies.mementos.first, let last = copies.mementos.last else {
            return ["\(archive): " + (problem ?? "no copy")]
        }
        let count = copies.mementos.count
        let span = first.date.day == last.date.day ? first.date.day : "\(first.date.day) to \(last.date.day)"
        var lines = ["\(archive): \(count == 1 ? "1 copy" : "\(count) copies"), \(span)"]
        if let time {
            let point = isCaptured ? "the capture" : "today"
            let (before, after) = copies.nearest(to: time)
            if let before { lines.append("  before \(point): \(before.address) (\(before.date.seconds))") }
            if let after { lines.append("  after \(point): \(after.address) (\(after.date.seconds))") }
        }
        if let problem { lines.append("  \(problem)") }
        return lines
    }
}
