import Captures
import Fetching
import WARC

/// What became of one capture.
package struct CaptureOutcome: Sendable {
    /// The record whose page it is.
    package let record: CapturedRecord
    /// The capture; nil if there was nothing to keep.
    package let capture: Capture?
    /// The content of the capture's file.
    package let file: [UInt8]
    /// The page; nil if it cannot be unpacked.
    package let page: CapturedPage?
    /// What kept the page from being captured, or is missing in it; nil for a whole one.
    package let problem: CaptureProblem?
    /// The parts of the page that are missing, each with the reason.
    package let missing: [String]

    /// Whether the newsroom can stand on it.
    package var isUsable: Bool { capture?.state.isUsable ?? false }
}

/// A problem of a capture with its remedy.
package struct CaptureProblem: Hashable, Sendable {
    /// What happened, as a part of a sentence: "403; the site keeps programs out".
    package let message: String
    /// What the newsroom can do, as a sentence without a full stop.
    package let help: String

    /// Makes a problem.
    package init(_ message: String, help: String) {
        self.message = message
        self.help = help
    }
}

extension CaptureProblem {
    /// The problem of a record's capture; nil for a whole page.
    init?(_ fetched: PageCapture, of record: CapturedRecord, _ archive: CaptureArchive?) {
        let browser =
            "capture it in a browser (ArchiveWeb.page, browsertrix) and give `assay capture --import FILE \(record)`"
        switch fetched.visit.end {
        case .failure(let failure): self.init("\(failure)", help: Self.help(for: failure, record))
        case .refusedRedirect(let place, let problem):
            self.init(
                "it redirects to `\(place.prefix(200))`: \(problem)",
                help: "look for the page's address now"
            )
        case .tooManyRedirects:
            let count = fetched.visit.exchanges.count - 1
            self.init(
                "it redirects more than \(count) times",
                help: "look for the page's address now, or \(browser)"
            )
        case .forbidden(let address):
            self.init(
                "robots.txt of \(address.hostAndPort) forbids \(address.target.prefix(200)) to programs",
                help: "leave `--robots obey` out if a person wants this page, or \(browser)"
            )
        case .answer:
            guard let answer = fetched.visit.answer, let status = answer.status else {
                self.init("the answer is no HTTP", help: browser)
                return
            }
            if let refusal = Refusal(answer) {
                self.init(refusal.description, help: Self.help(for: refusal, record, browser))
            } else if status >= 400 || !(200...299).contains(status) {
                self.init(
                    "\(status); \(Self.meaning(of: status))",
                    help: Self.help(forStatus: status, record)
                )
            } else if let problem = Self.shortfall(fetched, archive, browser) {
                self = problem
            } else {
                return nil
            }
        }
    }

    /// What is not whole in a page that came.
    private static func shortfall(
        _ fetched: PageCapture,
        _ archive: CaptureArchive?,
        _ browser: String
    ) -> CaptureProblem? {
        guard archive?.page != nil else {
            return CaptureProblem("its body cannot be unpacked, or grows more than 200 times", help: browser)
        }
        switch fetched.visit.last?.truncation {
        case .length:
            return CaptureProblem("it is larger than the limit, and was cut", help: "raise `--max-body`")
        case .time:
            return CaptureProblem("it came too slowly, and was cut", help: "try again, or raise `--max-time`")
        case .disconnect: return CaptureProblem("the connection ended before the page did", help: "try again")
        case .unspecified:
            return CaptureProblem(
                "a part of its body is broken",
                help: "try again; if it stays so, \(browser)"
            )
        case nil: break
        }
        if !fetched.visit.isWhole {
            return CaptureProblem("the connection ended before the page did", help: "try again")
        }
        if archive?.page?.text?.needsBrowser == true {
            return CaptureProblem(
                "it shows its text by scripts, which are not run here",
                help: "\(browser), or let a browser do it: `assay capture --with`"
            )
        }
        return nil
    }

    private static func help(for failure: FetchExchange.Failure, _ record: CapturedRecord) -> String {
        switch failure {
        case .noSuchHost:
            "check the address; if the site is gone, `assay mementos \(record)` looks for archived copies"
        case .privateAddress: "give `--allow-private` if it is a site of your own network"
        case .tls: "look at the site's certificate in a browser before you decide"
        case .askedToWait: "come back later, or give `--patience SECONDS`"
        case .timeout, .noConnection, .noAnswer: "try again later"
        case .cancelled: "give the command again"
        }
    }

    private static func help(for refusal: Refusal, _ record: CapturedRecord, _ browser: String) -> String {
        switch refusal.remedy {
        case .browser: browser
        case .signIn:
            "\(browser); or send what signs you in with `--header-from-env NAME`, which no file will show"
        case .later(let seconds?): "come back in \(seconds) seconds, or give `--patience \(seconds)`"
        case .later(nil): "come back later, with a longer `--pause`"
        }
    }

    private static func meaning(of status: Int) -> String {
        switch status {
        case 404: "there is no such page"
        case 410: "the page was taken down"
        case 500...: "the site has an error"
        default: "the site does not show the page"
        }
    }

    private static func help(forStatus status: Int, _ record: CapturedRecord) -> String {
        status >= 500
            ? "try again later"
            : "correct the address, or look for an archived copy: `assay mementos \(record)`"
    }
}
