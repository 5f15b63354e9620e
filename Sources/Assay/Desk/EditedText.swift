import Diagnostics
import Digests
import Editorial
import Files
import Newsroom

/// The text of a record's file, while a person changes it.
///
///     let text = try EditedText("content/claims/it-is.md", in: folder)
///     try text.save("---\nstatement: It is.\n…", over: text.digest)
package struct EditedText: Sendable {
    /// The path in the newsroom's folder.
    package let path: String
    /// The text on the disk, without a byte order mark.
    package let file: SourceFile
    /// The digest of the bytes on the disk.
    package let digest: Digest
    private let folder: FileTree

    /// The largest text, in bytes.
    package static let sizeLimit = 1024 * 1024

    /// A reason why a text was not saved.
    package enum Problem: Error, Sendable {
        /// The file is not the one that the change began with; this is how it is now.
        case changed(EditedText)
        /// It cannot be written.
        case refused(Refusal)
    }

    /// Reads a file.
    /// - Throws: a refusal for what is no record, and for a file that cannot be read.
    package init(_ path: String, in folder: FileTree) throws(Refusal) {
        guard Self.isRecord(path) else {
            throw Refusal(
                "`\(path)` is no record of the newsroom",
                help: "choose one from the list of records"
            )
        }
        let bytes: [UInt8]
        do throws(FileProblem) { bytes = try folder.contents(of: path, limit: Self.sizeLimit) } catch {
            throw Refusal("`\(path)` cannot be read: \(error)")
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
        guard String(validating: text, as: UTF8.self) != nil else {
            throw Refusal("`\(path)` is not UTF-8", help: "save it as UTF-8 with the program that wrote it")
        }
        self.path = path
        self.folder = folder
        file = SourceFile(path: path, bytes: text)
        digest = Digest(of: bytes)
    }

    /// Whether a path is that of a record, or of the settings.
    private static func isRecord(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") && !$0.utf8.contains(0) }) else {
            return false
        }
        return path == SiteSettings.path || RecordKey(path: path) != nil
    }

    /// Writes another text into the file, with the line ends that it has.
    /// - Parameter base: the digest of the file that the change began with.
    package func save(_ text: String, over base: Digest) throws(Problem) {
        guard digest == base else { throw .changed(self) }
        guard text.utf8.count <= Self.sizeLimit else {
            throw .refused(
                Refusal("the text has \(text.utf8.count) bytes, and the limit is \(Self.sizeLimit)")
            )
        }
        var files = EditedFiles(folder)
        do throws(EditProblem) {
            try files.apply([file.edit(0..<file.bytes.count, text)]) { _ in file }
            try files.write()
        } catch .changed {
            let now: EditedText
            do throws(Refusal) { now = try EditedText(path, in: folder) } catch { throw .refused(error) }
            throw .changed(now)
        } catch {
            throw .refused(Refusal("nothing was saved: \(error)"))
        }
    }
}
