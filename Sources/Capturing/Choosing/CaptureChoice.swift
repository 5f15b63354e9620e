import Captures
import Newsroom
import WARC

/// Which records' pages a command goes to.
package struct CaptureChoice: Sendable {
    /// A record with its address.
    package struct Subject: Sendable {
        /// The record.
        package let record: CapturedRecord
        /// The address as typed.
        package let url: String
        /// The document.
        package let document: any CapturedDocument

        /// The page of a document; nil for one without an address.
        package init?(_ document: any CapturedDocument) {
            guard let url = document.url?.value else { return nil }
            record = document.captured
            self.url = url
            self.document = document
        }
    }

    private let newsroom: Newsroom
    private let lock: CaptureLock

    /// Makes the choice in a newsroom.
    package init(_ newsroom: Newsroom, _ lock: CaptureLock) {
        self.newsroom = newsroom
        self.lock = lock
    }

    /// All sources and articles with an address, sorted by name.
    package var all: [Subject] {
        let documents: [any CapturedDocument] = Array(newsroom.sources) + Array(newsroom.articles)
        return documents.compactMap { Subject($0) }.sorted { $0.record < $1.record }
    }

    /// Those of some records that have no usable capture of the last days.
    package func due(_ subjects: [Subject], after days: Int, at now: WARCDate) -> [Subject] {
        let newest = newestCaptures
        let limit = now.milliseconds - days * 86_400_000
        return subjects.filter { subject in
            guard let last = newest[subject.record] else { return true }
            return last.milliseconds < limit
        }
    }

    /// The capture that a record stands on: that of its snapshot, else the newest usable one; nil if there is none.
    package func standing(_ subject: Subject) -> Capture? {
        if let snapshot = subject.document.snapshot, let named = lock[snapshot.file.value],
            named.sha256 == snapshot.digest
        {
            return named
        }
        return lock.captures(of: subject.record).last { $0.state.isUsable }
    }

    /// Whether the newest capture of a record is the same failure as another one, which then need not be kept twice.
    package func isSameFailure(_ capture: Capture) -> Bool {
        guard !capture.state.isUsable, let last = lock.captures(of: capture.source).last else { return false }
        return last.state == capture.state && last.status == capture.status && last.final == capture.final
    }

    private var newestCaptures: [CapturedRecord: WARCDate] {
        lock.captures.reduce(into: [:]) { newest, capture in
            guard capture.state.isUsable, let date = WARCDate(capture.at) else { return }
            newest[capture.source] = max(newest[capture.source] ?? date, date)
        }
    }
}
