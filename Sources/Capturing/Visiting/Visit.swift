import Fetching
import WARC

/// The way from an address to the page behind it: all exchanges, and how it ended.
package struct Visit: Sendable {
    /// How a visit ended.
    package enum End: Sendable {
        /// With an answer that is no redirect.
        case answer
        /// Without an answer.
        case failure(FetchExchange.Failure)
        /// At a redirect that is not followed: where it leads, and why not.
        case refusedRedirect(String, FetchAddress.Problem)
        /// After more redirects than are followed.
        case tooManyRedirects
        /// At an address that robots.txt forbids.
        case forbidden(FetchAddress)
    }

    /// The exchanges, in their order.
    package let exchanges: [FetchExchange]
    /// How it ended.
    package let end: End

    /// The last exchange with an answer; nil if there was none.
    package var last: FetchExchange? { exchanges.last { $0.failure == nil } }

    /// The answer that the visit ended with; nil if it did not end with one.
    package var answer: HTTPMessage? {
        guard case .answer = end else { return nil }
        return last.flatMap { HTTPMessage($0.response) }
    }

    /// Whether the answer came as a whole.
    package var isWhole: Bool { last?.truncation == nil && answer?.entityBody.isWhole == true }

    /// Whether every redirect was one for good.
    package var isMovedForGood: Bool {
        exchanges.dropLast().allSatisfy { exchange in
            let status = HTTPMessage(exchange.response)?.status
            return status == 301 || status == 308
        }
    }
}
