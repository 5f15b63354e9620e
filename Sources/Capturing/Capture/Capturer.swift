import Captures
import Fetching
import WARC

/// Captures the pages of records, from the network to the newsroom's folder.
package struct Capturer: Sendable {
    private let visitor: Visitor
    private let settings: CaptureSettings

    /// Makes the capturer of a run.
    package init(_ visitor: Visitor, _ settings: CaptureSettings) {
        self.visitor = visitor
        self.settings = settings
    }

    /// Captures the page of a record.
    /// - Parameters:
    ///   - typed: the address as it stands in the record.
    ///   - isTaken: whether there is a file at a path already.
    ///   - isFetching: told of each address before it is asked for.
    package func capture(
        _ record: CapturedRecord,
        at typed: String,
        isTaken: @Sendable (String) -> Bool,
        isFetching: @Sendable @escaping (String) -> Void
    ) async -> CaptureOutcome {
        let address: FetchAddress
        do throws(FetchAddress.Problem) { address = try FetchAddress(typed) } catch {
            return CaptureOutcome(
                record,
                CaptureProblem("`\(typed.prefix(200))` is not asked: \(error)", help: "correct `url`")
            )
        }
        let capturer = PageCapturer(visitor: visitor, settings: settings) { isFetching($0.text) }
        let fetched = await capturer.capture(address, typed: typed)
        let began = fetched.visit.exchanges.first.map(\.began) ?? WallClock.milliseconds()
        guard let path = Self.path(of: record, began, isTaken),
            let archive = CaptureArchive(fetched, of: record, at: path, visitor.settings, settings)
        else {
            let problem = CaptureProblem(fetched, of: record, nil)
            return CaptureOutcome(
                record,
                problem ?? CaptureProblem("there was no answer", help: "try again later")
            )
        }
        return CaptureOutcome(
            record: record,
            capture: archive.capture,
            file: archive.bytes,
            page: archive.page,
            problem: CaptureProblem(fetched, of: record, archive),
            missing: fetched.missing.map { "\($0.address.text) (\($0.reason))" }
        )
    }

    /// The path of a capture: its second, or the next one that is free.
    private static func path(of record: CapturedRecord, _ began: Int, _ isTaken: (String) -> Bool) -> String?
    {
        (0..<60).lazy.compactMap { WARCDate(milliseconds: began + $0 * 1000) }
            .map { CapturePlace.file(of: record, at: $0) }
            .first { !isTaken($0) }
    }
}

extension CaptureOutcome {
    /// A capture of which nothing is kept.
    init(_ record: CapturedRecord, _ problem: CaptureProblem) {
        self.init(record: record, capture: nil, file: [], page: nil, problem: problem, missing: [])
    }
}
