import Digests
import Newsroom

/// One step of the desk, as commits and reports tell it: what was done on a claim, and by whom.
package struct JournalStep: Hashable, Sendable {
    /// The claim's id.
    package let claim: String
    /// What was done.
    package let kind: JournalEvent.Kind
    /// The profile of who did it, by the present id.
    package let author: String
    /// When it was done.
    package let time: JournalTime

    /// The line's identity, which merges do not change.
    let identity: Digest

    /// Makes the step that a line of a journal tells of.
    package init(_ line: JournalLine, of claim: String, _ names: FormerIDs) {
        self.claim = claim
        kind = line.event.kind
        author = names.current(.record(.profile), line.author)
        time = line.time
        identity = line.identity
    }

    /// Whether a line tells of this step.
    package func isThat(of line: JournalLine) -> Bool { identity == line.identity }

    /// The step in words: `moon-landing: signed off by mira`.
    package var words: String { "\(claim): \(kind.words) by \(author)" }

    /// The message of a commit with these steps.
    package static func message(_ steps: [JournalStep]) -> String {
        guard let first = steps.first else { return "Files of the desk" }
        guard steps.count > 1 else { return first.words }
        let isSame = steps.allSatisfy { $0.kind == first.kind && $0.author == first.author }
        let claims = Set(steps.map(\.claim)).count
        let head =
            isSame && claims == steps.count
            ? "\(claims) claims: \(first.kind.words) by \(first.author)"
            : "\(steps.count) steps on \(claims == 1 ? first.claim : "\(claims) claims")"
        return head + "\n\n" + steps.map { "- \($0.words)" }.joined(separator: "\n")
    }
}

extension DeskClaim {
    /// The files that a step is made of: the journal, the text that the line names, and, where the line vouches for the text,
    /// the files of the records that it is made of. A text that has changed since is no part of it.
    package func files(of line: JournalLine, in newsroom: Newsroom) -> [String] {
        let id = line.event.renaming?.to ?? claim.id
        var files = [Journal.path(of: id)]
        if let digest = line.event.digest { files.append(VersionStore.path(of: id, digest)) }
        guard line.event.kind.vouchesForText, let verdict, line.event.digest == digest else { return files }
        let documents = JudgedDocuments(claim, verdict, newsroom, .current)
        let records: [any Record] =
            [claim, verdict] + documents.articles + documents.sources + documents.profiles + documents.media
        return files + records.map(\.file.path) + documents.media.map(\.path)
    }
}
