import WARC

/// The worth of a capture as evidence.
package enum CaptureState: String, Hashable, Sendable, CaseIterable {
    /// The page came as a whole.
    case ok
    /// A part is missing: the body was cut short, or the page needs a browser to show its text.
    case partial
    /// The site kept the program out, and what was captured is its refusal.
    case blocked
    /// There was no page: an error, or no answer at all.
    case failed

    /// Whether the capture can stand for the page.
    package var isUsable: Bool { self == .ok || self == .partial }

    /// The state of a capture with this response.
    /// - Parameters:
    ///   - text: the visible text of the page; nil where it has none that can be read.
    ///   - isWhole: false where the body was cut short.
    package init(of response: HTTPMessage, text: VisibleText?, isWhole: Bool) {
        guard let status = response.status else {
            self = .failed
            return
        }
        switch status {
        case 401, 402, 403, 407, 429, 451: self = .blocked
        case 503 where response["Retry-After"] != nil: self = .blocked
        // Cloudflare names its challenges, which come with any status.
        case _ where response["cf-mitigated"] != nil: self = .blocked
        case 200, 203: self = isWhole && !(text?.needsBrowser ?? false) ? .ok : .partial
        case 206: self = .partial
        default: self = .failed
        }
    }
}
