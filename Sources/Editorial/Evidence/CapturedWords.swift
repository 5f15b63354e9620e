import Captures
import Digests
import Files
import Newsroom
import WARC

/// A captured file, opened: its records' soundness, its page and the words in it.
struct CapturedWords: Sendable {
    /// What is worth remembering.
    let facts: CaptureMemory.Facts
    /// The words; nil where there is no text, or where another program has to read it.
    let text: VisibleText?
    /// The bytes of a page in PDF.
    let document: [UInt8]?

    /// Opens a file.
    /// - Parameters:
    ///   - path: the file's path, whose ending says whether it holds records or is the page itself.
    ///   - main: the id of the page's record; nil for a file that is in no lock.
    init(_ bytes: [UInt8], path: String, main: String?) {
        guard CapturePlace.Form(path: path) != nil else {
            self.init(page: CapturedPage(file: bytes, path: path), problems: [], secrets: [])
            return
        }
        do throws(WARCProblem) {
            let file = try CaptureFile(bytes)
            let inspection = CaptureInspection(file, main: main ?? file.onlyPage)
            self.init(page: inspection.page, problems: inspection.problems, secrets: inspection.secrets)
        } catch {
            self.init(page: nil, problems: ["\(error)"], secrets: [])
        }
    }

    private init(page: CapturedPage?, problems: [String], secrets: [String]) {
        let content: CaptureMemory.Facts.Content =
            switch page?.kind {
            case nil: problems.isEmpty ? .missing : .unreadable
            case .html, .text: .text
            case .pdf: .pdf
            case .other: .other
            }
        text = page?.text
        facts = CaptureMemory.Facts(
            content: content,
            payload: (page?.record.payload).map { Digest(of: $0) },
            problems: problems,
            secrets: secrets
        )
        document = content == .pdf ? page?.content : nil
    }
}
