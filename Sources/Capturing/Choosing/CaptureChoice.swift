import Captures
import Newsroom
import WARC

/// Which records' pages a command goes to.
package struct CaptureChoice: Sendable {
    /// A reason why there is nothing to choose.
    package enum Problem: Error, Hashable, Sendable {
        /// No source or article has this id.
        case unknown(String)
        /// The record has no address.
        case noAddress(CapturedRecord)
    }

    /// A record with its address.
    package struct Subject: Sendable {
        /// The record.
        package let record: CapturedRecord
        /// The address as typed.
        package let url: String
        /// The document.
        package let document: any CapturedDocument
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
        return documents.compactMap(Self.subject).sorted { $0.record < $1.record }
    }

    /// The records of some names: `id` of a source, `article:id`.
    package func named(_ names: [String]) throws(Problem) -> [Subject] {
        var subjects: [Subject] = []
        for name in names {
            let record = CapturedRecord(name)
            let document: (any CapturedDocument)? =
                switch record {
                case .source(let id): newsroom.sources[id]
                case .article(let id): newsroom.articles[id]
                }
            guard let document else { throw .unknown(name) }
            guard let subject = Self.subject(document) else { throw .noAddress(record) }
            if !subjects.contains(where: { $0.record == record }) { subjects.append(subject) }
        }
        return subjects
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

    private static func subject(_ document: any CapturedDocument) -> Subject? {
        guard let url = document.url?.value else { return nil }
        return Subject(record: document.captured, url: url, document: document)
    }
}
