import Editorial
import Files
import Media
import Newsroom

/// The record to be of a file that lies in the folder of media, by what the file itself says.
struct NewMedium {
    /// The record's id, from the file's name.
    let id: String
    /// The fields that the file answers.
    let known: [String: String]
    /// What was found, in sentences for whoever makes the record.
    let remarks: [String]

    /// Reads a file; nil where an id was typed, and not a file's name.
    /// - Parameter typed: the file's name, or a path to it.
    init?(_ typed: String, in folder: FileTree) throws(CommandFailure) {
        guard MediaFormat(path: typed) != nil else { return nil }
        let name = typed.split(separator: "/").last.map(String.init) ?? typed
        let path = Medium.folder + "/" + name
        guard let entry = folder.entry(at: path) else {
            throw CommandFailure(
                "there is no `\(path)`; put the file there first: a record and its file lie side by side"
            )
        }
        do throws(FileProblem) {
            let file = try MediaInspection(of: entry, in: folder)
            let found = try Self.inspected(file)
            let stem = name.split(separator: ".").dropLast().joined(separator: "-")
            id = RecordID.suggestion(for: stem)
            known = ["file": name, "kind": Self.kind(of: found.format).rawValue]
            remarks = Self.remarks(found, byteCount: file.byteCount)
        } catch {
            throw CommandFailure("`\(path)` cannot be read: \(error)")
        }
    }

    private static func inspected(_ file: MediaInspection) throws(FileProblem) -> InspectedMedia {
        do throws(MediaProblem) { return try file.result.get() } catch { throw .system("\(error)") }
    }

    private static func kind(of format: MediaFormat) -> Medium.MediumKind {
        switch format.family {
        case .image: .image
        case .audio: .audio
        case .video: .video
        case .document: .document
        }
    }

    private static func remarks(_ found: InspectedMedia, byteCount: Int) -> [String] {
        let size = found.size.map { ", \($0.width) by \($0.height) pixels" } ?? ""
        var remarks = ["\(found.format.name)\(size), \((byteCount + 999) / 1000) kB"]
        if !found.removed.isEmpty {
            remarks.append("goes out without \(found.removed.joined(separator: ", "))")
        }
        if !found.stays.isEmpty {
            remarks.append("holds what Assay cannot take out: \(found.stays.joined(separator: ", "))")
        }
        return remarks
    }
}
