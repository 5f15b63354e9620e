import Editorial
import Files
import Foundation
import Newsroom

@testable import Assay
@testable import Site

/// Newsrooms whose pages together have a value of every name.
enum TemplateNewsrooms {
    /// An edition, and the folder in which its theme is looked for.
    struct Shown {
        let edition: Edition
        let folder: FileTree
    }

    private static let repository = (1...4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
        url.deletingLastPathComponent()
    }

    static func editions() async throws -> [Shown] {
        var shown: [Shown] = []
        for (path, drafts) in [("Tests/Golden/bridge/input", true), ("", false)] {
            shown.append(try await edition(inFolder: repository.appending(path: path).path, drafts: drafts))
        }
        for retracted in [false, true] {
            let folder = try await full(isRetracted: retracted)
            shown.append(try await edition(inFolder: folder.room.path, drafts: false))
        }
        return shown
    }

    private static func edition(inFolder path: String, drafts: Bool) async throws -> Shown {
        let folder = try FileTree(root: path)
        guard let day = CalendarDate("2026-11-29") else { throw NoEdition(path: path) }
        let request = Request(folder: folder, today: day)
        let state = await LinkedNewsroom.read(request)
        guard let edition = state.edition(today: request.today, includingDrafts: drafts) else {
            throw NoEdition(path: path)
        }
        return Shown(edition: edition, folder: folder)
    }

    struct NoEdition: Error { let path: String }

    /// A newsroom that uses every field, published and corrected, or with one claim retracted.
    private static func full(isRetracted: Bool) async throws -> JournaledFolder {
        let folder = try JournaledFolder(FullNewsroom.files)
        try FullNewsroom.addPictures(to: folder.room)
        for claim in ["it-is", "other"] {
            try await folder.act(.askReply(of: "jo", note: "By mail."), by: "desk", on: claim)
            try await publish(claim, in: folder, .publish)
        }
        for (place, note) in ["A word.", "More words."].enumerated() {
            let verdict = "content/verdicts/it-is.md"
            try folder.room.replace("Yes, it", with: "Yes, it \(place)", in: verdict)
            try await publish("it-is", in: folder, .correct(place == 0 ? .substantive : .minor, note: note))
        }
        if isRetracted { try await folder.act(.retract(reason: "It was forged."), by: "desk") }
        return folder
    }

    private static func publish(_ claim: String, in folder: JournaledFolder, _ action: DeskAction)
        async throws
    {
        try await folder.act(.submit(note: nil), by: "desk", on: claim)
        try await folder.act(.approve(ruling: "true", note: nil), by: "bo", on: claim)
        try await folder.act(action, by: "desk", on: claim)
    }
}
