import Captures
import Files

/// The words of PDF documents, read by `pdftotext`, a program of Poppler. It reads the file and nothing else, and is ended when it
/// takes too long.
package enum PDFText {
    /// A reason why a document has no words here.
    package enum Problem: Error, Hashable, Sendable, CustomStringConvertible {
        /// The program is not installed.
        case noProgram
        /// The program did not make anything of the document.
        case unreadable
        /// It has pages, and no text on them.
        case noText

        /// The reason in words, behind "it was not looked for".
        package var description: String {
            switch self {
            case .noProgram: "it is a PDF, and `pdftotext` (poppler-utils) is not installed"
            case .unreadable: "`pdftotext` cannot read this PDF"
            case .noText: "this PDF has no text, only pictures of pages"
            }
        }
    }

    /// The program's name.
    package static let program = "pdftotext"

    /// The time that one document may take.
    private static let patience = Duration.seconds(30)
    /// The largest text, in bytes.
    private static let limit = 64 * 1024 * 1024

    /// The words of a document, a passage for each paragraph.
    package static func read(_ document: [UInt8]) async throws(Problem) -> VisibleText {
        guard InstalledProgram.isOnPath(program) else { throw .noProgram }
        guard let folder = try? ScratchFolder() else { throw .unreadable }
        defer { folder.remove(["document.pdf"]) }
        guard let path = try? folder.write("document.pdf", document),
            let output = await text(of: path, in: folder.path)
        else { throw .unreadable }
        let text = VisibleText(paragraphsOf: output)
        guard !text.blocks.isEmpty else { throw .noText }
        return text
    }

    private static func text(of path: String, in folder: String) async -> String? {
        await withTaskGroup(of: String?.self) { group in
            group.addTask {
                let arguments = ["-q", "-enc", "UTF-8", "-nopgbrk", path, "-"]
                let outcome = try? await Program.run(program, arguments, in: folder, outputLimit: limit)
                return outcome.flatMap { $0.isSuccess ? $0.output : nil }
            }
            group.addTask {
                try? await Task.sleep(for: patience)
                return nil
            }
            let text = await group.next() ?? nil
            group.cancelAll()
            return text
        }
    }
}
