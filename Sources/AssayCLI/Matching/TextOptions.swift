import ArgumentParser
import Assay
import Diagnostics
import Files
import Importing
import Newsroom

/// Where sentences come from: a file, standard input, or an article of the newsroom.
struct TextOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A text in UTF-8, or a transcript as WebVTT or SRT; `-` is standard input.",
            valueName: "path"
        ),
        completion: .file()
    )
    var file: String?

    @Option(help: ArgumentHelp("An article of the newsroom.", valueName: "id"), completion: .articles)
    var article: String?

    /// The largest text that is read, in bytes: hundreds of hours of speech.
    private static let sizeLimit = 16 * 1024 * 1024

    /// The bytes within which the first time of a transcript stands.
    private static let timesWithin = 4096

    /// Whether neither is given.
    var isEmpty: Bool { file == nil && article == nil }

    /// Refuses anything but one origin.
    func validate(_ sentence: String?) throws {
        guard [sentence, file, article].count(where: { $0 != nil }) == 1 else {
            throw ValidationError("give one of these: a sentence, --file, --article, --inbox")
        }
    }

    /// The sentences of the file or article.
    func sentences(in folder: FileTree, _ place: NewsroomPlace) async throws -> [AskedSentence] {
        if let article {
            return AskedSentence.sentences(of: try await Self.article(article, place))
        }
        let name = file ?? "-"
        let bytes = try NamedInput.contents(of: name, limit: Self.sizeLimit)
        if let passages = try Self.passages(bytes, name) {
            return passages.flatMap { passage in
                AskedSentence.sentences(of: passage.words).map { sentence in
                    AskedSentence(
                        sentence.text,
                        at: [passage.time, passage.speaker].compactMap(\.self).joined(separator: " ")
                    )
                }
            }
        }
        return AskedSentence.sentences(of: try Self.text(bytes, name))
    }

    /// The passages of a file that has times; nil for any other text.
    private static func passages(
        _ bytes: [UInt8],
        _ name: String
    ) throws(CommandFailure) -> [Transcript.Passage]? {
        let isTimed = name.lowercased().hasSuffix(".vtt") || name.lowercased().hasSuffix(".srt")
        let hasTimes = bytes.prefix(timesWithin).split(separator: UInt8(ascii: "\n")).contains {
            String(decoding: $0, as: UTF8.self).contains(" --> ")
        }
        guard isTimed || hasTimes, !bytes.isEmpty else { return nil }
        let format: ImportFormat = bytes.starts(with: Array("WEBVTT".utf8)) ? .webVTT : .srt
        guard let file = try? ImportedFile(bytes, name: name, format: format),
            case .transcript(let transcript) = file.content, !transcript.passages.isEmpty
        else { throw CommandFailure("`\(name)` has no passages with times, as WebVTT and SRT have them") }
        return transcript.passages
    }

    /// The text of a file.
    private static func text(_ bytes: [UInt8], _ name: String) throws(CommandFailure) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure("`\(name)` is not UTF-8 text")
        }
        return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }

    static func article(_ typed: String, _ place: NewsroomPlace) async throws(CommandFailure) -> Article {
        let newsroom = try await place.open().newsroom
        let id = RecordID.normalised(typed)
        if let article = newsroom.articles[id] { return article }
        let help = Suggestion.help(for: typed, among: newsroom.ids(of: .article))
        throw CommandFailure("there is no article `\(typed)`\(help.map { "; " + $0 } ?? "")")
    }
}
