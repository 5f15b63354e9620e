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
            // A note gives a ruling away as well as the ruling itself does.
            let isHidden = isHidden(line, from: viewer)
            // The note is hidden with the ruling, because it can give the ruling away.
            let note = isHidden ? nil : line.event.note
            return [head + line.event.content.details(hidesRuling: isHidden) + signed + moved + refusal]
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

    /// Whether a line is a sign-off of a running review whose ruling this viewer may not see yet.
    private func isHidden(_ line: JournalLine, from viewer: String?) -> Bool {
        guard line.event.kind == .signedOff else { return false }
        let isOpen = history.signOffs.contains { $0.reviewer == line.author && $0.time == line.time }
        return isOpen && hidesRuling(ofSignOffBy: line.author, from: viewer)
    }
}
