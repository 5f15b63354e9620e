import Diagnostics
import Digests
import Files

/// The heads of all journals at one time: the number of lines of each, and the digest of its last one.
///
/// A journal without its last lines is still a valid chain. The heads are listed in a stamped manifest, so that the loss shows.
/// A line of the file is `<digest> <number of lines> <path>`:
///
///     while read -r head lines journal; do
///         [ "$(sed -n "${lines}p" "$journal" | sha256sum | cut -d ' ' -f 1)" = "$head" ] || echo "$journal"
///     done < content/captures/stamps/20261128T100000Z.heads
package struct JournalHeads: Hashable, Sendable {
    /// The heads, by claim.
    package let journals: [PublishedBefore.PublishedJournal]

    /// The heads of journals; those without lines are left out.
    package init(of journals: some Sequence<Journal>) {
        self.journals = journals.compactMap { journal in
            journal.head.map {
                PublishedBefore.PublishedJournal(
                    claim: journal.claim,
                    lineCount: journal.lines.count,
                    head: $0
                )
            }
        }.sorted { $0.claim < $1.claim }
    }

    /// Reads a file of heads; nil if one of its lines is none.
    package init?(_ bytes: [UInt8]) {
        var journals: [PublishedBefore.PublishedJournal] = []
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let parts = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 2)
            guard parts.count == 3, let head = Digest(String(parts[0])), let count = Int(parts[1]), count > 0,
                let claim = Journal.claim(ofPath: String(parts[2]))
            else { return nil }
            journals.append(.init(claim: claim, lineCount: count, head: head))
        }
        self.journals = journals
    }

    /// The file.
    package var bytes: [UInt8] {
        journals.flatMap { Array("\($0.head) \($0.lineCount) \(Journal.path(of: $0.claim))\n".utf8) }
    }

    /// Findings about journals that lack what they had.
    /// - Parameters:
    ///   - name: the stamping that has the heads.
    ///   - journal: a claim's journal; nil if there is none.
    func findings(stampedIn name: String, _ journal: (String) -> Journal?) -> [Diagnostic] {
        journals.compactMap { stamped in
            guard let journal = journal(stamped.claim), !journal.file.bytes.isEmpty else {
                return Self.finding(
                    "the journal of `\(stamped.claim)` is gone, and had \(Self.lines(stamped.lineCount)) when it was stamped (\(name))",
                    at: SourceFile(path: Journal.path(of: stamped.claim), bytes: []).startSpan
                )
            }
            // A broken journal has findings of its own.
            guard journal.isSound, !journal.goesOn(from: stamped) else { return nil }
            let has = journal.lines.count
            return Self.finding(
                has < stamped.lineCount
                    ? "the journal of `\(stamped.claim)` was cut: it had \(Self.lines(stamped.lineCount)) when it was stamped (\(name)), and has \(has)"
                    : "the journal of `\(stamped.claim)` has other lines than the \(stamped.lineCount) that it had when it was stamped (\(name))",
                at: journal.file.startSpan
            )
        }
    }

    private static func lines(_ count: Int) -> String { "\(count) line\(count == 1 ? "" : "s")" }

    private static func finding(_ message: String, at place: SourceSpan) -> Diagnostic {
        Diagnostic(
            rule: .missingJournal,
            message: message,
            span: place,
            help:
                "restore it from git; the files of a stamping are taken away only with a claim that was given up before it was published"
        )
    }
}

extension Journal {
    /// The claim whose journal has a path; nil for any other path.
    static func claim(ofPath path: String) -> String? {
        guard path.hasPrefix(folder + "/"), path.hasSuffix(".jsonl") else { return nil }
        let name = path.dropFirst(folder.utf8.count + 1).dropLast(".jsonl".utf8.count)
        return name.isEmpty || name.contains("/") ? nil : String(name)
    }
}
