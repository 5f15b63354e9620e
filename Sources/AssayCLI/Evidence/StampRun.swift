import ArgumentParser
import Assay
import Captures
import Diagnostics
import Editorial
import Files
import Stamps

/// One stamping of what a newsroom has not had stamped, by `assay stamp`, or behind `assay capture`.
struct StampRun {
    let room: DeskRoom
    let service: StampService
    /// The addresses of authorities, and of calendars of OpenTimestamps.
    let authorities, calendars: [String]

    /// What came of it.
    enum Outcome {
        /// All was stamped before.
        case nothingNew
        /// The list was stamped and its files are written, with what is to be said of it.
        case stamped(lines: [String], notes: [String])
        /// No authority vouches for it, and nothing was written.
        case refused(lines: [String])
    }

    /// Has captures and the heads of all journals stamped, and writes the files.
    /// - Parameter records: the records whose captures are stamped; nil for all.
    func stamp(_ records: Set<CapturedRecord>?) async throws -> Outcome {
        let stamping = Stamping(
            try LockedCaptures.lock(of: room),
            try Self.heads(in: room.desk),
            of: records,
            after: room.stamps,
            at: try DeskRoom.now()
        )
        guard stamping.isNeeded else { return .nothingNew }
        let here = room.newsroom.captures.found
        let absent = stamping.captures.count { here[$0.file] == nil }
        let roots = StampShelf.read(from: room.folder).certificates
        let system = SystemRoots.read()
        let (outcome, signal) = await Interruption.cancelling {
            await stamping.ask(authorities, calendars: calendars, through: service, roots, system)
        }
        if let signal {
            Console.warn("interrupted: nothing was stamped")
            throw ExitCode(128 + signal)
        }
        let report = StampReport(outcome)
        guard outcome.isStamped else { return .refused(lines: report.lines) }
        do throws(NewFilesProblem) {
            try outcome.write(into: room.folder)
        } catch {
            throw CommandFailure(Self.words(for: error))
        }
        let note = "note: \(absent) of the captures are not here; they were stamped as the lock knows them"
        return .stamped(lines: [report.headline] + report.lines, notes: absent > 0 ? [note] : [])
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
}
