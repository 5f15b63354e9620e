import ArgumentParser
import Capturing
import Captures
import Diagnostics
import Newsroom
import WARC

/// The records that a command goes to: those that are named, or all.
struct RecordChoice: ParsableArguments {
    @Argument(
        help: ArgumentHelp("Sources by id, and articles as `article:ID`.", valueName: "source")
    )
    var sources: [String] = []

    @Flag(help: "All sources and articles with an address.")
    var all = false

    init() {}

    /// The choice of some names.
    init(names: [String]) { sources = names }

    /// The chosen records.
    func subjects(in choice: CaptureChoice, _ newsroom: Newsroom) throws -> [CaptureChoice.Subject] {
        if all {
            guard sources.isEmpty else { throw ValidationError("`--all` names all sources; leave the others out") }
            return choice.all
        }
        do throws(CaptureChoice.Problem) {
            return try choice.named(sources)
        } catch {
            throw CommandFailure(Self.message(error, newsroom))
        }
    }

    private static func message(_ problem: CaptureChoice.Problem, _ newsroom: Newsroom) -> String {
        switch problem {
        case .noAddress(let record):
            return "`\(record)` has no `url`, so there is nothing to ask"
        case .unknown(let name):
            let record = CapturedRecord(name)
            let isArticle = if case .article = record { true } else { false }
            let kind = isArticle ? RecordKind.article : .source
            if newsroom.unreadable.contains(RecordKey(kind, record.id)) {
                return "the file of `\(name)` cannot be read; `assay check` says why"
            }
            let known =
                newsroom.ids(of: .source) + newsroom.ids(of: .article).map { "article:\($0)" }
            let isOther = !isArticle && newsroom.articles.contains(id: name)
            let help = isOther ? "the article is `article:\(name)`" : Suggestion.help(for: name, among: known)
            return "there is no \(isArticle ? "article" : "source") `\(record.id)`" + (help.map { "; \($0)" } ?? "")
        }
    }
}
