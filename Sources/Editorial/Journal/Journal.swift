import Diagnostics
import Digests

/// The append-only record of a claim's events: JSON lines, each of which names the digest of the line before.
///
///     let journal = Journal("moon-landing", file)
///     guard journal.isSound else { return journal.diagnostics }
///     let history = ClaimHistory(journal.lines)
package struct Journal: Sendable {
    /// The claim's id, which the file has for its name.
    package let claim: String
    /// The file as it was read; empty if there is none yet.
    package let file: SourceFile
    /// The valid lines: all, or those before the first broken one.
    package let lines: [JournalLine]
    /// The byte range of each line in the file, without its line feed.
    package let ranges: [Range<Int>]
    /// Errors in the file; while there are any, nothing may be appended.
    package let diagnostics: [Diagnostic]

    /// Findings about lines whose times go backwards; these lines still count.
    package let timeFindings: [Diagnostic]

    /// The accepted difference between the clocks of two desks, in seconds.
    package static let clockTolerance = 300

    /// The folder of all journals, relative to the newsroom's.
    package static let folder = "content/journal"

    /// The largest journal that is read, in bytes; no real one comes near.
    package static let sizeLimit = 16 * 1024 * 1024

    /// The part of `sizeLimit` that only corrections, retractions and reopenings may use, in bytes.
    package static let sizeReserve = 1024 * 1024

    /// The path of a claim's journal, relative to the newsroom's folder.
    package static func path(of claim: String) -> String { "\(folder)/\(claim).jsonl" }

    /// Whether the whole file is valid.
    package var isSound: Bool { diagnostics.isEmpty }

    /// The digest of the last line; nil in an empty journal.
    package var head: Digest? { lines.last?.digest }

    /// The claim's first id, by which all lines name it; its present one in an empty journal.
    package var identity: String { lines.first?.claim ?? claim }

    /// The ids that the claim had before, by its lines of `renamed`.
    package var formerIDs: [String] { lines.compactMap(\.event.renaming?.from) }

    /// Makes an empty journal, whose file does not exist yet.
    package init(of claim: String) {
        self.init(claim, SourceFile(path: Self.path(of: claim), bytes: []))
    }

    /// Reads a journal; errors in it are in `diagnostics`.
    package init(_ claim: String, _ file: SourceFile) {
        var reader = JournalReader(claim: claim, file: file)
        reader.read()
        self.claim = claim
        self.file = file
        lines = reader.lines
        ranges = reader.ranges
        diagnostics = reader.diagnostics
        timeFindings = reader.timeFindings
    }

    /// Stands for a journal whose file exists but cannot be read.
    init(_ claim: String, unreadable problem: Diagnostic) {
        self.claim = claim
        file = SourceFile(path: Self.path(of: claim), bytes: [])
        lines = []
        ranges = []
        diagnostics = [problem]
        timeFindings = []
    }

    /// The latest time of all lines; nil in an empty journal.
    package var latestTime: JournalTime? { lines.lazy.map(\.time).max() }

    /// A copy of the journal with one more line.
    package func appending(_ line: JournalLine) -> Journal {
        let id = line.event.renaming?.to ?? claim
        let path = id == claim ? file.path : Self.path(of: id)
        return Journal(id, SourceFile(path: path, bytes: file.bytes + line.bytes))
    }

    /// The place of a line in the file; the file's start if there is no such line.
    package func span(ofLine index: Int) -> SourceSpan {
        ranges.indices.contains(index) ? file.span(ranges[index]) : file.startSpan
    }
}
