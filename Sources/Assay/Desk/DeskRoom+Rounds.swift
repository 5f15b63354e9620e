import Editorial
import Newsroom

/// The same step on several claims.
package struct DeskRound: Sendable {
    /// The steps that were done, in the order of the claims.
    package let steps: [DeskStep]
    /// Why the rest was not done; nil if all were. What was done before stands.
    package let stop: DeskStop?
    /// What became of the commit; nil if none was asked for, or nothing was done.
    package let commit: CommitOutcome?
}

/// What became of a commit.
package enum CommitOutcome: Sendable {
    /// The commit's short id; nil if everything was committed already.
    case made(String?)
    /// Why there is none. The steps stand in the folder.
    case refused(Refusal)
}

extension DeskRoom {
    /// Writes an action into the journals of several claims: first all of them are checked, and their lines made and signed;
    /// then the lines are written, one after the other.
    ///
    /// If a line cannot be written, because the disk is full for example, the lines before it stand and `stop` says why.
    /// - Throws: a reason why nothing was written at all.
    package func perform(
        _ action: DeskAction,
        onAll ids: [String],
        by author: String,
        key: String?,
        commits: Bool? = nil,
        mayAsk: Bool = false
    ) async throws(DeskStop) -> DeskRound {
        let isCommitted = commits ?? newsroom.settings.policy.commits
        var lines: [(claim: DeskClaim, line: JournalLine)] = []
        let pen: DeskPen
        do throws(Refusal) {
            pen = try await self.pen(for: author, key: key, mayAsk: mayAsk)
            if isCommitted { try await StepCommit(in: folder.root, mayAsk: mayAsk).requireRepository() }
        } catch {
            throw .refused(error)
        }
        for claim in try claims(ids) {
            if action.kind.vouchesForText { try await requireNoErrors(on: claim, before: action.kind) }
            do throws(DeskRefusal) {
                lines.append((claim, try await pen.line(for: action, on: claim, in: newsroom)))
            } catch {
                throw .desk(claim: claim.claim.id, error)
            }
        }
        var steps: [DeskStep] = []
        var stop: DeskStop?
        for (claim, line) in lines {
            do throws(DeskRefusal) { try pen.write(line, to: claim, in: newsroom) } catch {
                stop = .desk(claim: claim.claim.id, error)
                break
            }
            let after = claim.appending(line, in: newsroom)
            // The line is written: a clock that fails now must not make it look as if it were not.
            let state = (try? self.state(of: after)) ?? after.state
            steps.append(DeskStep(claim: after, line: line, author: author, state: state))
        }
        if steps.isEmpty, let stop { throw stop }
        let commit = isCommitted ? await commit(steps, mayAsk: mayAsk) : nil
        return DeskRound(steps: steps, stop: stop, commit: commit)
    }

    /// The claims of these ids, each once.
    private func claims(_ ids: [String]) throws(DeskStop) -> [DeskClaim] {
        var found: [DeskClaim] = []
        for id in ids {
            do throws(Refusal) {
                let claim = try claim(id)
                if !found.contains(where: { $0.claim.id == claim.claim.id }) { found.append(claim) }
            } catch {
                throw .refused(error)
            }
        }
        return found
    }
}
