import ArgumentParser
import Assay
import Captures
import Capturing
import Diagnostics
import Editorial
import Fetching
import Newsroom

/// One run of `assay capture` over the pages of some records.
struct CaptureRun {
    let room: EvidenceRoom
    let visitor: Visitor
    let settings: CaptureSettings
    /// Whether front matter is edited.
    let writes: Bool
    /// Whether certificates that do not hold are accepted.
    let isInsecure: Bool
    let console: Console

    /// Fetches pages, some at once, and stores each as soon as it is there.
    /// - Returns: whether all of them can be used, with all quotations in them.
    func capture(_ subjects: [CaptureChoice.Subject], jobs: Int) async throws -> Bool {
        let capturer = Capturer(visitor, settings)
        let store = room.store
        let progress = FetchProgress(total: subjects.count, isShown: !console.isQuiet)
        if isInsecure { console.say("certificates are not judged: what comes may be from somebody else") }
        let (results, signal) = await Interruption.cancelling { () async -> [Bool] in
            await subjects.parallelMap(jobs) { subject in
                let outcome = await capturer.capture(
                    subject.record,
                    at: subject.url,
                    isTaken: store.isTaken,
                    isFetching: progress.fetching
                )
                // A page of which only the beginning came before Ctrl-C is no capture.
                guard !Task.isCancelled else { return false }
                progress.done()
                return await finish(outcome, subject, store)
            }
        }
        progress.clear()
        if let signal {
            let done = results.count { $0 }
            Console.warn(
                "interrupted: \(done) of \(subjects.count) pages were captured, and nothing is left half"
            )
            throw ExitCode(128 + signal)
        }
        return !results.contains(false)
    }

    /// Stores a capture, and prints what came of it.
    /// - Returns: whether it can be used, and all quotations stand in it.
    private func finish(_ outcome: CaptureOutcome, _ subject: CaptureChoice.Subject, _ store: CaptureStore)
        async -> Bool
    {
        let name = subject.document.file.path
        if let problem = outcome.problem {
            Console.warn("\(name): \(problem.message). \(problem.help.firstUppercased)")
        }
        guard let capture = outcome.capture else { return false }
        let captures = CaptureChoice(room.newsroom, (try? store.lock()) ?? room.lock)
        if captures.isSameFailure(capture) {
            console.say("\(name): the same refusal was kept before, and this one is not")
            return false
        }
        do throws(CaptureStore.Problem) {
            try store.store(capture, outcome.file)
        } catch {
            Console.warn("\(name): \(error)")
            return false
        }
        // One text for each page, because several are captured at once.
        var lines = [outcome.summary]
        lines += outcome.missing.prefix(5).map { "  missing: \($0)" }
        if outcome.missing.count > 5 { lines.append("  … and \(outcome.missing.count - 5) more") }
        if !console.isQuiet { Console.show(lines.joined(separator: "\n")) }
        guard outcome.isUsable else { return false }
        return await standOn(capture, outcome, subject)
    }

    /// Looks for the quotations, and writes or prints the lines that make the record stand on the capture.
    private func standOn(
        _ capture: Capture,
        _ outcome: CaptureOutcome,
        _ subject: CaptureChoice.Subject
    ) async -> Bool {
        var isGood = true
        if let page = outcome.page {
            let quotes = await CapturedQuotes(of: subject.document, in: room.newsroom, standIn: page)
            console.print(Report(quotes.diagnostics, in: room.opened.loaded))
            isGood = quotes.areThere
            if isGood, quotes.count > 0, quotes.diagnostics.isEmpty {
                console.say(quotes.praise)
            }
        }
        let importing = CaptureImporting(
            opened: room.opened,
            options: ImportOptions(),
            writes: writes,
            console: console
        )
        if !writes || !importing.edit(subject.document, capture) {
            Console.show(String(capture.snapshotLines.dropLast()))
        }
        return isGood
    }

    /// Lets another program capture pages, one after the other.
    /// - Returns: whether all of them can be used, with all quotations in them.
    func capture(
        _ subjects: [CaptureChoice.Subject],
        with words: CommandWords,
        seconds: Int,
        _ options: ImportOptions
    ) async throws -> Bool {
        var importing = CaptureImporting(
            opened: room.opened,
            options: options,
            writes: writes,
            console: console
        )
        importing.method = .command
        var isGood = true
        for subject in subjects {
            let (result, signal) = await Interruption.cancelling {
                () async -> Result<OutsideCrawler.File, OutsideCrawler.Problem> in
                do throws(OutsideCrawler.Problem) {
                    return .success(try await OutsideCrawler.run(words, url: subject.url, seconds: seconds))
                } catch {
                    return .failure(error)
                }
            }
            if let signal {
                Console.warn("interrupted: the program was ended, and nothing is left of it")
                throw ExitCode(128 + signal)
            }
            switch result {
            case .success(let file):
                do {
                    isGood = try await importing.run(file.bytes, file.path, for: subject.document) && isGood
                } catch let failure as CommandFailure {
                    Console.warn("\(subject.document.file.path): \(failure)")
                    isGood = false
                }
            case .failure(let problem):
                Console.warn("\(subject.document.file.path): \(problem)")
                isGood = false
            }
        }
        return isGood
    }

    /// Has the captures of this run stamped. A capture without a stamp is one all the same, so a failure is said and no more.
    func stamp(_ place: NewsroomPlace, _ settings: VisitSettings) async throws {
        guard let lock = try? room.store.lock() else { return }
        let records = Set(lock.captures.filter { room.lock[$0.file] == nil }.map(\.source))
        guard !records.isEmpty else { return }
        do {
            // The records, the lock and the journals as they are now.
            let desk = try await DeskRoom.open(place)
            let stamps = desk.newsroom.settings.stamps
            let run = StampRun(
                room: desk,
                service: .network(Fetcher(HostQueue(pause: .zero)), settings),
                authorities: stamps.authorities,
                calendars: stamps.usesCalendars ? stamps.calendars : []
            )
            switch try await run.stamp(records) {
            case .nothingNew: break
            case .stamped(let lines, let notes): console.say((lines + notes).joined(separator: "\n"))
            case .refused(let lines):
                let reasons = lines.joined(separator: "\n")
                Console.warn(
                    "not stamped: no authority vouches for the captures; `assay stamp` asks again\n\(reasons)"
                )
            }
        } catch let failure as CommandFailure {
            Console.warn("not stamped: \(failure); then `assay stamp` does it")
        }
    }
}

extension CaptureOutcome {
    /// The capture in a line: "captured `report`: ok, 200, “Flood report”, 9 parts, 1 missing, 48 KB".
    var summary: String {
        guard let capture else { return "" }
        var parts = [capture.state.rawValue]
        if let status = capture.status { parts.append("\(status)") }
        if let title = capture.title { parts.append("“\(title.prefix(80))”") }
        if capture.requisites + capture.missing > 0 {
            parts.append(capture.requisites == 1 ? "1 part" : "\(capture.requisites) parts")
        }
        if capture.missing > 0 { parts.append("\(capture.missing) missing") }
        parts.append("\((capture.bytes + 1023) / 1024) KiB")
        return "captured `\(record)`: \(parts.joined(separator: ", "))\n  \(capture.file)"
    }
}

extension String {
    fileprivate var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}
