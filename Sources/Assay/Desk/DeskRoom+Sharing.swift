import Editorial
import Newsroom

// The desk's work in git. The room has to be opened with all claims, because any journal may have changed.
extension DeskRoom {
    /// The sharing of this newsroom.
    /// - Parameter mayAsk: whether git may ask for a password at the terminal.
    package func sharing(mayAsk: Bool) -> Sharing {
        Sharing(of: folder.root, names: newsroom.formerIDs, mayAsk: mayAsk)
    }

    /// Commits steps that were just done. Lines of the same journals that an interrupted command left are in the commit too,
    /// and in its message.
    func commit(_ steps: [DeskStep], mayAsk: Bool) async -> CommitOutcome {
        let claims = Set(steps.map(\.claim.claim.id))
        let lines = await sharing(mayAsk: mayAsk).uncommitted().filter { claims.contains($0.claim) }
        let files = steps.flatMap { step in
            let left = step.claim.journal.lines.filter { line in lines.contains { $0.isThat(of: line) } }
            return (left + [step.line]).flatMap { step.claim.files(of: $0, in: newsroom) }
        }
        do throws(Refusal) {
            let commit = StepCommit(in: folder.root, mayAsk: mayAsk)
            return .made(try await commit.commit(files, saying: JournalStep.message(lines)))
        } catch {
            return .refused(error)
        }
    }

    /// Commits the steps that are in no commit, claim by claim: those of commands without `--commit`, and those that were cut off
    /// between journal and commit.
    /// - Returns: the steps that were committed.
    package func commitLeftSteps(mayAsk: Bool) async throws(Refusal) -> [JournalStep] {
        let left = await sharing(mayAsk: mayAsk).uncommitted()
        let commit = StepCommit(in: folder.root, mayAsk: mayAsk)
        var done: [JournalStep] = []
        for id in Set(left.map(\.claim)).sorted() {
            guard let claim = desk.claims[id]?.withText(in: newsroom) else { continue }
            let steps = left.filter { $0.claim == id }
            let lines = claim.journal.lines.filter { line in steps.contains { $0.isThat(of: line) } }
            let files = lines.flatMap { claim.files(of: $0, in: newsroom) }
            guard try await commit.commit(files, saying: JournalStep.message(steps)) != nil else { continue }
            done += steps
        }
        return done
    }

    /// Shares the newsroom: commits the steps that are in no commit, then fetches, merges and pushes.
    package func share(mayAsk: Bool) async throws(Refusal) -> Sharing.Report {
        _ = try await commitLeftSteps(mayAsk: mayAsk)
        return try await sharing(mayAsk: mayAsk).share()
    }
}
