import Files
import Importing
import Newsroom

/// The article of a transcript: what was said as block quotes, with the time of each passage before it.
package enum TranscriptArticle {
    /// What a person says of the transcript.
    package struct Request: Sendable {
        /// The article's id.
        package let id: String
        /// The headline.
        package let title: String
        /// The profile of who published it.
        package let publisher: String
        /// When it was published.
        package let published: String?
        /// Where it is.
        package let url: String?

        /// Notes what a person says.
        package init(id: String, title: String, publisher: String, published: String?, url: String?) {
            self.id = id
            self.title = title
            self.publisher = publisher
            self.published = published
            self.url = url
        }
    }

    /// The id that a title suggests; empty for one of which no word can be part of an id.
    package static func id(for title: String) -> String { ItemKey(title).slug() }

    /// The file of an article.
    package static func file(_ transcript: Transcript, _ request: Request) -> NewFiles.File {
        var lines = ["---", "title: " + YAMLText.scalar(request.title), "publisher: \(request.publisher)"]
        lines += ItemText.line("published", request.published) + ItemText.line("url", request.url)
        lines += ItemText.line("language", transcript.language) + ["---"]
        for passage in transcript.passages {
            let head = [passage.time, passage.speaker.map(Self.plain)].compactMap(\.self).joined(
                separator: " "
            )
            if !head.isEmpty { lines += ["", head + ":"] }
            lines += ["", "> " + plain(passage.words)]
        }
        let text = lines.joined(separator: "\n") + "\n"
        return .init(path: "\(Article.folder)/\(request.id).md", bytes: Array(text.utf8))
    }

    /// A text in which no sign means anything to Markdown.
    private static func plain(_ text: String) -> String {
        var result = ""
        var isFirst = true
        for character in text {
            let isSign = "\\`*_[]<>#|~&$@{}^=".contains(character) || (isFirst && "-+".contains(character))
            if isSign { result.append("\\") }
            result.append(character)
            isFirst = false
        }
        guard let stop = result.firstIndex(where: { !$0.isNumber }), stop > result.startIndex,
            result[stop] == "." || result[stop] == ")"
        else { return result }
        // “1.” at the beginning would be a list.
        result.insert("\\", at: stop)
        return result
    }
}
