import Captures
import Fetching
import WARC

/// What came back when a page was captured, before it is a file.
struct PageCapture: Sendable {
    /// A part of the page: the way to it, and why it is missing.
    struct Part: Sendable {
        let address: FetchAddress
        let visit: Visit

        /// Why the part is missing; nil if it is there.
        var problem: String? {
            switch visit.end {
            case .failure(let failure): return "\(failure)"
            case .refusedRedirect(let place, let problem): return "redirects to \(place): \(problem)"
            case .tooManyRedirects: return "redirects without end"
            case .forbidden: return "robots.txt forbids it"
            case .answer:
                guard let status = visit.answer?.status else { return "no answer" }
                if status >= 400 { return "\(status)" }
                return visit.isWhole ? nil : "cut short"
            }
        }
    }

    /// The address as typed in the record.
    let typed: String
    /// The way to the page.
    let visit: Visit
    /// The exchange about robots.txt.
    var robots: FetchExchange?
    /// The page's parts, in its order.
    var parts: [Part] = []
    /// The parts that were not asked for, because the capture was full.
    var unasked: [FetchAddress] = []
    /// The second answer, for the baseline.
    var second: FetchExchange?

    /// The parts that are missing, with the reason.
    var missing: [(address: FetchAddress, reason: String)] {
        parts.compactMap { part in part.problem.map { (part.address, $0) } }
            + unasked.map { ($0, "the capture is full") }
    }
}
