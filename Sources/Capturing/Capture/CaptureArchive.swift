import Captures
import Digests
import Fetching
import WARC

/// A capture as a file: its records, and the line of the lock about them.
struct CaptureArchive: Sendable {
    /// The file's content.
    let bytes: [UInt8]
    /// The line of the lock.
    let capture: Capture
    /// The page; nil if it cannot be unpacked.
    let page: CapturedPage?

    /// Makes the file of a capture; nil if there was no answer at all.
    /// - Parameter path: the file's path, in the newsroom's folder.
    init?(
        _ fetched: PageCapture,
        of record: CapturedRecord,
        at path: String,
        _ visiting: VisitSettings,
        _ settings: CaptureSettings
    ) {
        let exchanges = fetched.visit.exchanges
        guard let first = exchanges.first, let end = exchanges.lastIndex(where: { $0.failure == nil }),
            let started = WARCDate(milliseconds: first.began)
        else { return nil }
        let last = exchanges[end]
        var records = CaptureRecords(info: RecordID.random(), started)
        records.addInfo(fileName: path.split(separator: "/").last.map(String.init), visiting, settings)
        if let robots = fetched.robots { records.add(robots) }
        var main: (record: WARCRecord, id: RecordID)?
        for (hop, exchange) in exchanges.enumerated() {
            guard let added = records.add(exchange) else { continue }
            records.addCertificates(of: exchange, added.id)
            main = added
            if hop == end { records.addNotes(about: fetched, hop: hop, exchange, added.id) }
        }
        for exchange in fetched.parts.flatMap(\.visit.exchanges) { records.add(exchange) }
        if let second = fetched.second { records.add(second) }
        guard let main else { return nil }
        bytes = records.all.archive
        let page = try? CapturedPage(main.record)
        self.page = page
        let text = page?.text
        capture = Capture(
            file: path,
            sha256: Digest(of: bytes),
            bytes: bytes.count,
            source: record,
            url: first.address.text,
            final: last.address.text,
            status: main.record.message?.status,
            at: started.seconds,
            how: .http,
            title: text?.title,
            main: main.id.description,
            payload: Digest(of: main.record.payload),
            text: text?.digest,
            requisites: fetched.parts.count { $0.problem == nil },
            missing: fetched.missing.count,
            truncated: last.truncation?.rawValue
                ?? (fetched.visit.isWhole || page == nil ? nil : "unspecified"),
            state: Self.state(fetched, main.record.message, page),
            hasBaseline: fetched.second != nil
        )
    }

    private static func state(_ fetched: PageCapture, _ message: HTTPMessage?, _ page: CapturedPage?)
        -> CaptureState
    {
        switch fetched.visit.end {
        case .forbidden: return .blocked
        case .failure(.askedToWait): return .blocked
        case .failure, .refusedRedirect, .tooManyRedirects: return .failed
        case .answer:
            guard let message else { return .failed }
            // A body that cannot be unpacked was not read, whatever came.
            return CaptureState(of: message, text: page?.text, isWhole: fetched.visit.isWhole && page != nil)
        }
    }
}
