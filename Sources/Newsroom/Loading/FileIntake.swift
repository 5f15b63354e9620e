import Diagnostics
import Files

/// Takes files in: what is not a reasonable text is refused here, with a reason.
enum FileIntake {
    /// The largest file that is read, in bytes: many times the longest article.
    static let sizeLimit = 8 * 1024 * 1024

    /// A refusal.
    struct Failure: Error {
        let diagnostic: Diagnostic
    }

    /// Reads a file and accepts its content.
    static func read(_ entry: FileTree.Entry, from tree: FileTree) -> Result<SourceFile, Failure> {
        do throws(FileProblem) {
            let bytes = try tree.contents(of: entry, limit: sizeLimit)
            return accept(SourceFile(path: entry.path, bytes: bytes))
        } catch {
            return .failure(Failure(diagnostic: diagnostic(for: error, path: entry.path)))
        }
    }

    /// Accepts UTF-8 without NUL; a byte order mark is taken off.
    static func accept(_ file: SourceFile) -> Result<SourceFile, Failure> {
        if file.bytes.count > sizeLimit {
            let problem = FileProblem.tooLarge(size: file.bytes.count, limit: sizeLimit)
            return .failure(Failure(diagnostic: diagnostic(for: problem, path: file.path)))
        }
        if UTF8Validation.isPlain(file.bytes) { return .success(file) }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let file =
            file.bytes.starts(with: mark)
            ? SourceFile(path: file.path, bytes: Array(file.bytes.dropFirst(mark.count))) : file
        if file.bytes.isEmpty {
            return refuse("empty-file", "the file is empty", file.startSpan, "write it, or delete it")
        }
        if let offset = file.bytes.firstIndex(of: 0) {
            return refuse(
                "nul-byte",
                "the file holds a NUL byte",
                file.span(offset..<(offset + 1)),
                "it is not a text file, or it was damaged; restore it from git"
            )
        }
        if let offset = UTF8Validation.firstInvalidByte(in: file.bytes) {
            return refuse(
                "not-utf-8",
                "the file is not UTF-8: byte \(hexadecimal(file.bytes[offset])) does not belong here",
                file.span(offset..<(offset + 1)),
                "save it as UTF-8; it may be Windows-1252 or UTF-16 now"
            )
        }
        return .success(file)
    }

    private static func refuse(
        _ rule: String,
        _ message: String,
        _ span: SourceSpan,
        _ help: String
    ) -> Result<SourceFile, Failure> {
        .failure(
            Failure(
                diagnostic: Diagnostic(rule: rule, severity: .error, message: message, span: span, help: help)
            )
        )
    }

    private static func diagnostic(for problem: FileProblem, path: String) -> Diagnostic {
        let span = SourceFile(path: path, bytes: []).startSpan
        let (rule, help): (String, String) =
            switch problem {
            case .tooLarge: ("file-too-large", "a record holds text; keep documents as snapshots")
            case .leavesTheFolder: ("symbolic-link-outside", "copy the file into the newsroom's folder")
            default: ("unreadable-file", "look at its permissions, or restore it from git")
            }
        return Diagnostic(
            rule: rule,
            severity: .error,
            message: "the file cannot be read: \(problem)",
            span: span,
            help: help
        )
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}
