import Captures
import Editorial
import Mustache
import Newsroom

/// The copy of a document that the newsroom holds: when and from where it was captured, and what that proves.
struct HeldCopyView: TemplateView {
    /// The SHA-256 of the file.
    let digest: String
    /// The time of capture; nil for a file without a line in the lock.
    let captured: CapturedTime?
    /// The page's address behind all redirects.
    let from: ExternalLink?
    /// Who else vouches for the time.
    let stamps: [StampView]
    /// Whether a part of the page is missing.
    let isPartial: Bool
    /// Whether its words can be compared with quotations.
    let hasWords: Bool

    init(_ copy: HeldCopy, _ stamps: [HeldStamp], _ words: Catalogue) {
        digest = copy.digest.hexadecimal
        captured = copy.capture.flatMap { CapturedTime($0.at, words) }
        from = copy.capture.map { ExternalLink($0.final) }
        self.stamps = stamps.filter(\.isVouchedFor).map { StampView($0, words) }
        isPartial = copy.capture.map { $0.state == .partial || $0.truncated != nil } ?? false
        hasWords = copy.capture?.text != nil
    }

    static let fields: TemplateFields<Self> = [
        "digest": { .text($0.digest) },
        "captured": { .record($0.captured) },
        "from": { .record($0.from) },
        "stamps": { .list($0.stamps) },
        "partial": { .bool($0.isPartial) },
        "words-known": { .bool($0.hasWords) },
    ]
}

/// The word of somebody else for the time of a copy.
struct StampView: TemplateView {
    /// The authority, as its certificate names it, or the block of Bitcoin.
    let by: String
    /// The time; nil where only the block knows it.
    let day: CapturedTime?

    init(_ stamp: HeldStamp, _ words: Catalogue) {
        by = stamp.name
        day = stamp.time.flatMap { CapturedTime($0.description, words) }
    }

    static let fields: TemplateFields<Self> = [
        "by": { .text($0.by) },
        "day": { .record($0.day) },
    ]
}

/// A time of capture: its day for readers, in UTC, and the whole time for programs.
struct CapturedTime: TemplateView {
    let text: String
    let machine: String

    /// Reads a time of the lock; nil for anything else.
    init?(_ time: String, _ words: Catalogue) {
        guard let day = CalendarDate(String(time.prefix(10))) else { return nil }
        text = words.date(day)
        machine = time
    }

    static let fields: TemplateFields<Self> = [
        "text": { .text($0.text) },
        "machine": { .text($0.machine) },
    ]
}

extension PageScope {
    /// The copy of a document; nil where the newsroom holds none.
    func heldCopy(of document: some CapturedDocument) -> HeldCopyView? {
        copy(of: document).map { HeldCopyView($0, stamps(of: document), words) }
    }
}
