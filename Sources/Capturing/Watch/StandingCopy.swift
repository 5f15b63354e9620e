import Captures
import Digests
import Fetching
import WARC
import Watching

/// The captured copy that a page of today is compared with.
struct StandingCopy: Sendable {
    /// The line of the lock.
    let capture: Capture
    /// What a reader saw; nil if the file is not here, or holds no text.
    let text: VisibleText?
    /// The blocks that changed within minutes when it was captured.
    let noise: Noise

    /// Reads a copy.
    /// - Parameter file: the content of the captured file; nil if it is not here.
    init(_ capture: Capture, file: [UInt8]?) {
        self.capture = capture
        var page: CapturedPage?
        var second: CapturedPage?
        if let file, Digest(of: file) == capture.sha256 {
            try? CaptureFile(file).forEach { found in
                let record = found.record
                if record.id == capture.main {
                    page = try? CapturedPage(record)
                } else if page != nil, record.type == "response", record.targetURI == page?.record.targetURI {
                    second = try? CapturedPage(record)
                }
                return true
            }
        }
        text = page?.text
        noise =
            if capture.hasBaseline, let first = page?.text, let other = second?.text {
                Noise(first.blocks, other.blocks)
            } else {
                .none
            }
    }
}
