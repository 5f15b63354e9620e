import Diagnostics
import Editorial
import Files
import Newsroom

/// A step at the desk that was done.
package struct DeskStep: Sendable {
    /// The claim after it.
    package let claim: DeskClaim
    /// The line that it wrote into the journal.
    package let line: JournalLine
    /// The profile of who did it.
    package let author: String
    /// The claim's state after it.
    package let state: ClaimState
    /// What became of its commit; nil if none was asked for.
    package internal(set) var commit: CommitOutcome?

    /// The step in a line: `moon-landing: submitted by mira; now in review`.
    package var sentence: String {
        let signed = line.signature == nil ? "" : " with a signature"
        return "\(claim.claim.id): \(line.event.kind.words) by \(author)\(signed); now \(state.words)"
    }
}

/// A step at the desk that was taken back.
package struct UndoneStep: Sendable {
    /// The claim's id.
    package let claim: String
    /// The line that is gone.
    package let line: JournalLine
    /// The profile of who took it back.
    package let author: String
    /// The claim's state without it.
    package let state: ClaimState

    /// What was done, in a line.
    package var sentence: String {
        "\(claim): took back \(line.event.kind.words) of \(line.time) by \(author); now \(state.words)"
    }
}

/// A reason why a step was not done, and nothing was written.
package enum DeskStop: Error, Sendable {
    /// The claim, the person or the clock is not as it should be.
    case refused(Refusal)
    /// A build would refuse the text, for the errors in the report.
    case errors(claim: String, JournalEvent.Kind, Report)
    /// The desk refuses the action.
    case desk(claim: String, DeskRefusal)
}

extension DeskStop: CustomStringConvertible {
    /// The reason and the advice.
    package var description: String {
        switch self {
        case .refused(let refusal): return refusal.description
        case .desk(let claim, let refusal): return "\(claim): \(refusal)"
        case .errors(let claim, let event, let report):
            let count = report.diagnostics.count
            return
                "\(claim): not \(event.words): \(count == 1 ? "an error" : "\(count) errors") in its files, with which "
                + "no site is built; put \(count == 1 ? "it" : "them") right and give the command again"
        }
    }
}

extension DeskRoom {
    /// Writes an action into a claim's journal. The one way in which anything at the desk is done.
    /// - Parameters:
    ///   - author: the profile id of the person who acts.
    ///   - key: the path of the SSH key to sign with; git's `user.signingKey` if nil and the policy wants signatures.
    ///   - commits: whether git commits the step; as the policy says if nil.
    ///   - mayAsk: whether git and ssh-keygen may ask for a password at the terminal.
    /// - Throws: a reason why nothing was written.
    @discardableResult
    package func perform(
        _ action: DeskAction,
        on id: String,
        by author: String,
        key: String?,
        commits: Bool? = nil,
        mayAsk: Bool = false
    ) async throws(DeskStop) -> DeskStep {
        let round = try await perform(
            action,
            onAll: [id],
            by: author,
            key: key,
            commits: commits,
            mayAsk: mayAsk
        )
        if let stop = round.stop { throw stop }
        guard var step = round.steps.first else { throw .refused(Refusal("nothing was done")) }
        step.commit = round.commit
        return step
    }

    /// Takes back the last line of a claim's journal, as long as nobody else can have it.
    /// - Parameter author: the profile id of the person who asks, who must be the line's author.
    package func undo(on id: String, by author: String) async throws(Refusal) -> UndoneStep {
        let claim = try claim(id)
        let site = try? FileTree(root: folder.root + "/_site")
        let done: JournalUndo.Outcome
        do throws(Refusal) {
            done = try await JournalUndo(claim, in: folder).undo(by: author, published: site)
        } catch {
            throw Refusal("\(claim.claim.id): \(error.reason)", help: error.help)
        }
        let after = DeskClaim(claim.claim, done.journal, in: newsroom)
        let state = (try? self.state(of: after)) ?? after.state
        return UndoneStep(claim: claim.claim.id, line: done.line, author: author, state: state)
    }

    /// The pen of a person, with their key.
    package func pen(
        for author: String,
        key: String?,
        mayAsk: Bool = false
    ) async throws(Refusal) -> DeskPen {
        var signingKey = key.map(SigningKey.init)
        if signingKey == nil, newsroom.settings.policy.signatures == .required {
            signingKey = await GitIdentity.signingKey(in: folder.root)
        }
        return DeskPen(folder, author: author, time: try clock.now(), key: signingKey, mayAsk: mayAsk)
    }

    /// Refuses a text that a build would refuse.
    func requireNoErrors(
        on claim: DeskClaim,
        before event: JournalEvent.Kind
    ) async throws(DeskStop) {
        let day: CalendarDate
        do throws(Refusal) { day = try today() } catch { throw .refused(error) }
        let report = await Pipeline.errors(on: claim, in: loaded, today: day)
        if report.hasErrors { throw .errors(claim: claim.claim.id, event, report) }
    }

    /// The note after each step in a newsroom with `mode: simple`, where journals decide nothing; nil in others.
    package var simpleModeNote: String? {
        guard newsroom.settings.policy.mode == .simple else { return nil }
        return
            "note: journals decide nothing yet: the policy in \(SiteSettings.path) has no `mode: newsroom`, so a verdict "
            + "is published by its day in `published`"
    }
}
