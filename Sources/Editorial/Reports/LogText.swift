import Newsroom

extension DeskClaim {
    /// The journal as lines for a terminal, oldest first.
    /// - Parameter viewer: the profile of the person who looks; hides the rulings of a running review from
    ///   reviewers who have yet to vote.
    package func logLines(for viewer: String?) -> [String] {
        journal.lines.enumerated().flatMap { index, line -> [String] in
            let refusal = history.refusals[index].map { " (without effect: \($0.reason))" } ?? ""
            let moved = line.mended == nil ? "" : " (moved by a merge)"
            let signed = signatureText(index)
            let head = "\(line.time) \(line.author) \(line.event.kind.rawValue)"
            let visibility = visibility(of: line, for: viewer)
            // The note is hidden with the ruling, because it can give the ruling away.
            let note = visibility == .shown ? line.event.note : nil
            return [head + line.event.content.details(visibility) + signed + moved + refusal]
                + (note.map { ["    \($0)"] } ?? [])
        }
    }

    private func signatureText(_ index: Int) -> String {
        let signature = signatures.lines[index]
        let text =
            switch signature {
            case .verified: " signed"
            case .none: ""
            case .invalid, .strangeKey: " (the signature does not hold)"
            case .unverifiable: " (the signature cannot be verified here)"
            }
        return signatures.counts(index)
            ? text : text + (signature == .none ? " (not signed: counts as no line)" : " (counts as no line)")
    }

    /// Whether this viewer may see the ruling of a line, which a sign-off of a running review may hide.
    private func visibility(of line: JournalLine, for viewer: String?) -> RulingVisibility {
        let line = line.named(names.current)
        guard line.event.kind == .signedOff,
            history.signOffs.contains(where: { $0.reviewer == line.author && $0.time == line.time }),
            hidesRuling(ofSignOffBy: line.author, from: viewer)
        else { return .shown }
        let isAuthor = verdict?.authors.contains { $0.value == viewer } ?? false
        return isAuthor ? .afterVotes : .afterOwnRuling
    }
}
