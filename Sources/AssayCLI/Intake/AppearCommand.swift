import ArgumentParser
import Files
import Newsroom
import Starter

extension Appearance.Kind: ExpressibleByArgument {}

struct AppearCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "appear",
        abstract: "Adds an occasion on which a claim was made again to the claim's file.",
        discussion: """
            The article is named by its id, or by its address. The rest of the file stays as it was typed. What was signed says \
            something else afterwards, so a published claim has to be submitted and signed again; `assay status` says so.

            Example: `assay appear bridge-cost --article council-debate --quote "It cost ten millions." --locator 00:12:34`.
            """
    )

    @Argument(help: ArgumentHelp("The claim's id.", valueName: "claim"), completion: .claims)
    var claim: String

    @Option(help: ArgumentHelp("The article's id.", valueName: "article"), completion: .articles)
    var article: String?

    @Option(help: ArgumentHelp("The article's address, instead of its id.", valueName: "address"))
    var url: String?

    @Option(help: ArgumentHelp("The exact words.", valueName: "text"))
    var quote: String

    @Option(
        help: ArgumentHelp(
            "What was done: stated, repeated, walked-back or denied.",
            valueName: "kind"
        )
    )
    var kind = Appearance.Kind.repeated

    @Option(help: ArgumentHelp("When, such as 2026-11-21.", valueName: "day"))
    var date: String?

    @Option(
        help: ArgumentHelp("The profile of who said it, if not the claimant.", valueName: "profile"),
        completion: .profiles
    )
    var by: String?

    @Option(help: ArgumentHelp("The place in the article, such as P4 or 00:12:34.", valueName: "place"))
    var locator: String?

    @OptionGroup var place: NewsroomPlace

    func validate() throws {
        if (article == nil) == (url == nil) {
            throw ValidationError("name the article with `--article` or with `--url`")
        }
        if let date, DateSpan(date) == nil {
            throw ValidationError("`\(date)` is no date; write it like 2026-11-21")
        }
        try DeskOptions.require(quote, "--quote")
    }

    func run() async throws {
        let room = try await InboxRoom(place)
        let newsroom = room.opened.newsroom
        guard let record = newsroom.claims[RecordID.normalised(claim)] else {
            throw CommandFailure("there is no claim `\(claim)`")
        }
        let article = try article(in: newsroom)
        if let by, !newsroom.profiles.contains(id: RecordID.normalised(by)) {
            throw CommandFailure("there is no profile `\(by)`")
        }
        if record.appearances.contains(where: {
            $0.article.value == article.id && $0.quote.value == quote && $0.locator == locator
        }) {
            Console.show("\(record.file.path) has this appearance already")
            return
        }
        let text = AppearanceText(
            article: article.id,
            quote: quote,
            kind: kind,
            date: date,
            by: by.map(RecordID.normalised),
            locator: locator
        )
        guard let edited = text.added(to: record) else {
            throw CommandFailure(
                "the front matter of \(record.file.path) is not edited; write these lines into `appearances`:\n  - "
                    + text.lines.joined(separator: "\n    ")
            )
        }
        try room.write([], [(record, edited)])
        Console.show("\(record.file.path): appearance \(record.appearances.count + 1), in \(article.id)")
    }

    private func article(in newsroom: Newsroom) throws(CommandFailure) -> Article {
        if let id = article {
            if let article = newsroom.articles[RecordID.normalised(id)] { return article }
            throw CommandFailure("there is no article `\(id)`; `assay new article \(id)` makes one")
        }
        let address = url ?? ""
        let found = newsroom.articles.filter { article in
            article.url?.value == address || article.archived.contains { $0.value == address }
        }
        if let article = found.first, found.count == 1 { return article }
        throw CommandFailure(
            found.isEmpty
                ? "no article has the address `\(address)`; make one with `assay new article ID`, and write its `url`"
                : "several articles have the address `\(address)`; name one with `--article`: "
                    + found.map(\.id).joined(separator: ", ")
        )
    }
}
