import Captures
import WARC

/// The way in which a site keeps a program out, in words.
struct Refusal: CustomStringConvertible {
    /// What was seen, such as "403 with `cf-mitigated: challenge`; the site keeps programs out".
    let description: String
    /// What the newsroom can do.
    let remedy: Remedy

    /// What helps against a refusal.
    enum Remedy {
        /// A browser that a person uses.
        case browser
        /// A later attempt, in as many seconds as the site says; nil if it does not.
        case later(Int?)
        /// Being known to the site.
        case signIn
    }

    /// Reads a refusal; nil for an answer that is none.
    init?(_ answer: HTTPMessage) {
        guard let status = answer.status, CaptureState(of: answer, text: nil, isWhole: true) == .blocked
        else {
            return nil
        }
        if let challenge = answer["cf-mitigated"] {
            description =
                "\(status) with `cf-mitigated: \(challenge.prefix(40))`; the site keeps programs out"
            remedy = .browser
            return
        }
        let seconds = answer["Retry-After"].flatMap { Int($0) }
        let wait = seconds.map { " and asks to wait \($0) seconds" } ?? ""
        switch status {
        case 401:
            description = "401; the site wants to know who asks"
            remedy = .signIn
        case 402:
            description = "402; the site wants to be paid"
            remedy = .browser
        case 407:
            description = "407; the proxy wants to know who asks"
            remedy = .signIn
        case 429:
            description = "429; the site says that there were too many requests\(wait)"
            remedy = .later(seconds)
        case 451:
            description = "451; the site does not show the page for legal reasons"
            remedy = .browser
        case 503:
            description = "503; the site is busy\(wait)"
            remedy = .later(seconds)
        default:
            description = "\(status); the site refuses the page to programs, or to all who are not signed in"
            remedy = .browser
        }
    }
}
