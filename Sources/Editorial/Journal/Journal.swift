import Diagnostics
import Digests

/// The append-only record of what happened to one claim.
package struct Journal: Sendable {
    /// The claim's id.
    package let claim: String
    /// The file, as it was read; empty where there is none yet.
    package let file: SourceFile
    /// The lines that stand: all of them, or those before the first that cannot be read.
    package let lines: [JournalLine]
    /// The bytes of each line in the file, without its line end.
    package let ranges: [Range<Int>]
    /// What is wrong with the file; nothing may be appended until that is mended.
    package let diagnostics: [Diagnostic]

    /// Lines whose times fall; the lines count all the same.
    package let timeFindings: [Diagnostic]

    /// Clocks of different desks may differ by so much, in seconds.
    package static let clockTolerance = 300

    /// The folder of the journals, relative to the newsroom's.
    package static let folder = "content/journal"

    /// A journal that is longer has been written by no newsroom, in bytes.
    package static let sizeLimit = 16 * 1024 * 1024

    /// So much room is kept for corrections and retractions, in bytes.
    package static let sizeReserve = 1024 * 1024

    /// Where a claim's journal lies.
    package static func path(of claim: String) -> String { "\(folder)/\(claim).jsonl" }

    /// Whether the whole file can be relied on.
    package var isSound: Bool { diagnostics.isEmpty }

    /// The digest of the last line; nil when there is none.
    package var head: Digest? { lines.last?.digest }

    /// A journal in which nothing has been written yet.
    package init(of claim: String) {
        self.init(claim, SourceFile(path: Self.path(of: claim), bytes: []))
    }

    /// Reads a journal; what is wrong with it is in `diagnostics`.
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

    /// A journal whose file is there and cannot be read.
    init(_ claim: String, unreadable problem: Diagnostic) {
        self.claim = claim
        file = SourceFile(path: Self.path(of: claim), bytes: [])
        lines = []
        ranges = []
        diagnostics = [problem]
        timeFindings = []
    }

    /// The latest time that a line says it is of; nil in an empty journal.
    package var latestTime: JournalTime? { lines.lazy.map(\.time).max() }

    /// The journal with one line more.
    package func appending(_ line: JournalLine) -> Journal {
        Journal(claim, SourceFile(path: file.path, bytes: file.bytes + line.bytes))
    }

    /// The place of a line.
    package func span(ofLine index: Int) -> SourceSpan {
        ranges.indices.contains(index) ? file.span(ranges[index]) : file.startSpan
    }
}
