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
        let name = typed.split(separator: "/").last.map(String.init) ?? typed
        let path = Medium.folder + "/" + name
        if let foreign = ForeignFormat(path: name) {
            throw CommandFailure(
                "`\(name)` is \(foreign.name), which browsers do not show; \(foreign.advice) in \(Medium.folder)/, and give the command with the new file"
            )
        }
        guard MediaFormat(path: typed) != nil else {
            // No id has a dot.
            guard name.contains(".") else { return nil }
            let formats = MediaFormat.allCases.map(\.ending).joined(separator: ", ")
            throw CommandFailure("`\(name)` is in no format that media have; use one of these: \(formats)")
        }
        guard let entry = folder.entry(at: path) else {
            throw CommandFailure(
                "there is no `\(path)`; put the file there first: a record and its file lie side by side"
            )
        }
        let (found, byteCount) = try Self.look(at: entry, in: folder)
        guard MediaFormat(path: name) == found.format else {
            throw CommandFailure(
                "`\(path)` is \(found.format.name), and its name says something else; rename it to `\(Self.renamed(name, found.format))`, and give the command with that name"
            )
        }
        let stem = name.split(separator: ".").dropLast().joined(separator: "-")
        id = RecordID.suggestion(for: stem)
        var known = ["file": name, "kind": Self.kind(of: found.format).rawValue]
        if let day = found.day { known["made"] = day }
        self.known = known
        remarks = Self.remarks(found, byteCount: byteCount)
    }

    private static func look(at entry: FileTree.Entry, in folder: FileTree) throws(CommandFailure) -> (
        InspectedMedia, byteCount: Int
    ) {
        do throws(FileProblem) {
            let file = try MediaInspection(of: entry, in: folder)
            return (try inspected(file), file.byteCount)
        } catch {
            throw CommandFailure("`\(entry.path)` cannot be read: \(error)")
        }
    }

    private static func renamed(_ name: String, _ format: MediaFormat) -> String {
        (name.split(separator: ".").dropLast() + [Substring(format.ending)]).joined(separator: ".")
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
        if let day = found.day {
            remarks.append(
                "its EXIF says that it was made on \(day): the record has that day; a camera's clock may be wrong"
            )
        }
        if !found.removed.isEmpty {
            remarks.append("goes out without \(found.removed.joined(separator: ", "))")
        }
        if !found.stays.isEmpty {
            remarks.append("holds what Assay cannot take out: \(found.stays.joined(separator: ", "))")
        }
        return remarks
    }
}
