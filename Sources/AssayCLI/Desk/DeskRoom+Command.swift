import Assay
import Diagnostics
import Editorial
import Stamps

extension DeskClock {
    /// The clock of this process.
    static var ofProcess: DeskClock { DeskClock(sourceDateEpoch: CommandDay.sourceDateEpoch) }
}

extension DeskRoom {
    /// Reads the newsroom that a command's options name, and its journals; see `open(_:clock:…)`.
    static func open(
        _ place: NewsroomPlace,
        claim: String? = nil,
        remembering captures: CaptureMemory? = nil,
        requiringFiles requiresFiles: Bool = false,
        roots: StampRoots? = nil
    ) async throws(CommandFailure) -> DeskRoom {
        let folder = try place.folder()
        do throws(Refusal) {
            return try await open(
                folder,
                clock: .ofProcess,
                claim: claim,
                remembering: captures,
                requiringFiles: requiresFiles,
                roots: roots
            )
        } catch {
            throw CommandFailure("\(error)")
        }
    }

    /// The time that goes into journals.
    static func now() throws(CommandFailure) -> JournalTime {
        do throws(Refusal) { return try DeskClock.ofProcess.now() } catch { throw CommandFailure("\(error)") }
    }

    /// Prints what is wrong with the journals that were read; true when nothing is.
    func showProblems() -> Bool {
        for problem in desk.diagnostics {
            let place = problem.span.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
            let help = problem.help.map { "; \($0)" } ?? ""
            Console.warn("\(place)\(problem.message)\(help)")
        }
        return desk.diagnostics.isEmpty
    }
}
