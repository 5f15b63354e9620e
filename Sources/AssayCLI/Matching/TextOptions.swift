import ArgumentParser
import Assay
import Diagnostics
import Files
import Foundation
import Newsroom

/// Where sentences come from: a file, standard input, or an article of the newsroom.
struct TextOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A transcript or text in UTF-8; `-` is standard input.", valueName: "path"),
        completion: .file()
    )
    var file: String?

    @Option(help: ArgumentHelp("An article of the newsroom.", valueName: "id"), completion: .articles)
    var article: String?

    /// The largest text that is read, in bytes: hundreds of hours of speech.
    private static let sizeLimit = 16 * 1024 * 1024

    /// Refuses anything but one origin.
    func validate(_ sentence: String?) throws {
        guard [sentence, file, article].count(where: { $0 != nil }) == 1 else {
            throw ValidationError("give one of these: a sentence, --file, --article")
        }
    }

    /// The sentences of the file or article.
    func sentences(in folder: FileTree, _ place: NewsroomPlace) async throws -> [AskedSentence] {
        if let article {
            return AskedSentence.sentences(of: try await Self.article(article, place))
        }
        return AskedSentence.sentences(of: try text())
    }

    /// The text of the file.
    private func text() throws(CommandFailure) -> String {
        let name = file ?? "-"
        let bytes: [UInt8]
        do {
            bytes =
                name == "-"
                ? try Self.standardInput()
                : try StoredFile.contents(of: Self.absolute(name), limit: Self.sizeLimit)
        } catch {
            throw CommandFailure("`\(name)` cannot be read: \(error)")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure("`\(name)` is not UTF-8 text")
        }
        return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }

    private static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    private static func standardInput() throws -> [UInt8] {
        let bytes = try FileHandle.standardInput.read(upToCount: sizeLimit + 1) ?? Data()
        guard bytes.count <= sizeLimit else {
            throw FileProblem.tooLarge(size: bytes.count, limit: sizeLimit)
        }
        return Array(bytes)
    }

    static func article(_ typed: String, _ place: NewsroomPlace) async throws(CommandFailure) -> Article {
        let newsroom = try await place.open().newsroom
        let id = RecordID.normalised(typed)
        if let article = newsroom.articles[id] { return article }
        let help = Suggestion.help(for: typed, among: newsroom.ids(of: .article))
        throw CommandFailure("there is no article `\(typed)`\(help.map { "; " + $0 } ?? "")")
    }
}
