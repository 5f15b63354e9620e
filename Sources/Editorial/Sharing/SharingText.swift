extension Sharing.Report {
    /// The report as lines for a terminal: arrivals, departures, and files in no commit.
    package var lines: [String] {
        lines(ofWhatCame: true) + lines(ofWhatCame: false)
    }

    /// What came, or what went and what stays here.
    package func lines(ofWhatCame isOfThem: Bool) -> [String] {
        guard isOfThem else { return linesOfWhatWent }
        var lines: [String] = []
        if came.isEmpty, filesThatCame.isEmpty {
            lines.append("nothing new came from \(upstream)")
        } else {
            lines.append("came from \(upstream): \(Self.counts(came, filesThatCame))")
            lines += came.map { "  \($0.words)" } + Self.files(filesThatCame)
        }
        return lines
    }

    private var linesOfWhatWent: [String] {
        var lines: [String] = []
        if went.isEmpty, filesThatWent.isEmpty {
            lines.append("\(upstream) had everything of yours")
        } else {
            lines.append("went to \(upstream): \(Self.counts(went, filesThatWent))")
            lines += went.map { "  \($0.words)" } + Self.files(filesThatWent)
        }
        if !left.isEmpty {
            lines.append("only here, because \(left.count == 1 ? "it is" : "they are") in no commit:")
            lines += Self.files(left)
        }
        return lines
    }

    private static func counts(_ steps: [JournalStep], _ files: [String]) -> String {
        let parts = [
            steps.isEmpty ? nil : "\(steps.count) \(steps.count == 1 ? "step" : "steps")",
            files.isEmpty ? nil : "\(files.count) other \(files.count == 1 ? "file" : "files")",
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    private static func files(_ paths: [String]) -> [String] {
        let shown = paths.prefix(12).map { "  \($0)" }
        return paths.count > shown.count ? shown + ["  and \(paths.count - shown.count) more"] : shown
    }
}

extension Sharing.Unshared {
    /// What is not shared yet, in a sentence; nil if everything is.
    package var sentence: String? {
        guard !steps.isEmpty else { return nil }
        let count = "\(steps.count) \(steps.count == 1 ? "step" : "steps") not shared yet"
        return uncommitted.isEmpty ? count : "\(count), \(uncommitted.count) of them in no commit"
    }
}
