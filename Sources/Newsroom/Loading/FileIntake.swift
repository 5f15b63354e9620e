import Diagnostics
import Encodings
import Files

/// The gate for files: only reasonable text passes, and every refusal has its reason.
package enum FileIntake {
    /// The largest file that is read, in bytes: many times the longest article.
    static let sizeLimit = 8 * 1024 * 1024

    /// A refusal of a file.
    package struct Failure: Error {
        package let diagnostic: Diagnostic
        /// The file; nil if it is not text that can be quoted beside the finding.
        package let file: SourceFile?

        init(diagnostic: Diagnostic, file: SourceFile? = nil) {
            self.diagnostic = diagnostic
            self.file = file
        }
    }

    /// Reads a file from a folder and checks its content.
    static func read(_ entry: FileTree.Entry, from tree: FileTree) -> Result<SourceFile, Failure> {
        do throws(FileProblem) {
            let bytes = try tree.contents(of: entry, limit: sizeLimit)
            return accept(SourceFile(path: entry.path, bytes: bytes))
        } catch {
            return .failure(Failure(diagnostic: diagnostic(for: error, path: entry.path)))
        }
    }

    /// Passes UTF-8 without NUL and conflict markers, and removes a byte order mark.
    /// - Parameter mayBeEmpty: whether an empty file is valid, as an empty template is.
    package static func accept(_ file: SourceFile, mayBeEmpty: Bool = false) -> Result<SourceFile, Failure> {
        if file.bytes.count > sizeLimit {
            let problem = FileProblem.tooLarge(size: file.bytes.count, limit: sizeLimit)
            return .failure(Failure(diagnostic: diagnostic(for: problem, path: file.path)))
        }
        if !UTF8Validation.isPlain(file.bytes) {
            let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
            let marked = file.bytes.starts(with: mark)
            let text =
                marked ? SourceFile(path: file.path, bytes: Array(file.bytes.dropFirst(mark.count))) : file
            if let refusal = refusal(of: text, mayBeEmpty: mayBeEmpty) {
                return .failure(Failure(diagnostic: refusal))
            }
            return resolved(text)
        }
        return resolved(file)
    }

    private static func resolved(_ file: SourceFile) -> Result<SourceFile, Failure> {
        guard let conflict = MergeConflict.diagnostic(in: file) else { return .success(file) }
        return .failure(Failure(diagnostic: conflict, file: file))
    }

    /// The finding for bytes that are not text; nil if they are.
    private static func refusal(of file: SourceFile, mayBeEmpty: Bool) -> Diagnostic? {
        if file.bytes.isEmpty {
            guard !mayBeEmpty else { return nil }
            return error(.emptyFile, "the file is empty", file.startSpan, emptyHelp(file.path))
        }
        let invalid = UTF8Validation.firstInvalidByte(in: file.bytes)
        let zero = file.bytes.firstIndex(of: 0)
        guard let offset = zero ?? invalid else { return nil }
        switch ForeignFormat(file.bytes) {
        case .encodedText(let encoding):
            return error(
                .notUTF8,
                "the file is text in \(encoding), and Assay reads UTF-8",
                file.startSpan,
                "save it as UTF-8: editors have that among the choices of “Save as” or “Encoding”"
            )
        case .document(let name):
            return error(
                .nulByte,
                "the file is \(name), and no text",
                file.startSpan,
                "copy its words into a text file, and save that as UTF-8"
            )
        case nil: break
        }
        if zero != nil {
            return error(
                .nulByte,
                "the file holds a NUL byte",
                file.span(offset..<(offset + 1)),
                "it is not a text file, or it was damaged; restore it from git"
            )
        }
        return error(
            .notUTF8,
            "the file is not UTF-8: byte \(hexadecimal(file.bytes[offset])) does not belong here",
            file.span(offset..<(offset + 1)),
            "save it as UTF-8; it may be Windows-1252 now"
        )
    }

    private static func emptyHelp(_ path: String) -> String {
        path == SiteSettings.path
            ? "no site can be made without it: restore it from git, or copy the one that `assay init DIR` makes"
            : "write it, or delete it"
    }

    private static func error(_ rule: RuleID, _ message: String, _ span: SourceSpan, _ help: String)
        -> Diagnostic
    {
        Diagnostic(rule: rule, message: message, span: span, help: help)
    }

    /// The finding for a file that cannot be read.
    package static func diagnostic(for problem: FileProblem, path: String) -> Diagnostic {
        let span = SourceFile(path: path, bytes: []).startSpan
        let (rule, help): (RuleID, String) =
            switch problem {
            case .tooLarge: (.fileTooLarge, "a record holds text; keep documents as snapshots")
            case .leavesTheFolder: (.symbolicLinkOutside, "copy the file into the newsroom's folder")
            case .leadsOut, .leadsToHiddenFile:
                (.symbolicLinkOutside, "put a copy in the link's place, if readers may see it")
            case .isAFolder: (.misplacedFile, "rename the folder, without `.md`, or delete it")
            case .nestsTooDeeply: (.unreadableFile, "move the files up")
            default: (.unreadableFile, remedy(for: problem))
            }
        return Diagnostic(
            rule: rule,
            message: problem == .isAFolder
                ? "this is a folder, and its name is a record's file's"
                : "the file cannot be read: \(problem)",
            span: span,
            help: help
        )
    }

    /// The advice for a file that is there and cannot be read.
    package static func remedy(for problem: FileProblem) -> String {
        problem == .notAFile
            ? "only regular files are read: take away what stands in its place, and restore the file from git"
            : "look at its permissions, or restore it from git"
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        "0x" + Hexadecimal.text(byte, width: 2, uppercase: true)
    }
}
