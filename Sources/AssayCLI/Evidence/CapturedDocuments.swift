import Captures
import Diagnostics
import Newsroom

/// The sources and articles that an argument may name: `id`, a source, and `article:id`.
struct CapturedDocuments {
    private let newsroom: Newsroom

    init(_ newsroom: Newsroom) { self.newsroom = newsroom }

    /// The record of a name.
    func document(_ name: String) throws(CommandFailure) -> any CapturedDocument {
        let record = CapturedRecord(name.hasPrefix("source:") ? String(name.dropFirst(7)) : name)
        switch record {
        case .source(let id):
            if let source = newsroom.sources[id] { return source }
            if newsroom.articles.contains(id: id) {
                throw CommandFailure("`\(id)` is an article; write `article:\(id)`")
            }
            throw unknown("source", id, newsroom.ids(of: .source))
        case .article(let id):
            if let article = newsroom.articles[id] { return article }
            throw unknown("article", id, newsroom.ids(of: .article))
        }
    }

    private func unknown(_ kind: String, _ id: String, _ ids: [String]) -> CommandFailure {
        let help = Suggestion.help(for: id, among: ids)
        return CommandFailure("there is no \(kind) `\(id)`\(help.map { "; " + $0 } ?? "")")
    }
}
