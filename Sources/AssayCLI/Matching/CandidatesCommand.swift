import ArgumentParser
import Assay
import Diagnostics
import Files
import Foundation
import Matching
import Newsroom

struct CandidatesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "candidates",
        abstract:
            "Puts the sentences of a transcript or article into the order in which they are worth checking.",
        discussion: """
            Each has its reasons: a figure, a comparison, a cause, a quotation, a named body. It is an order and no filter: every \
            sentence is in it, and a person chooses. English sentences are ordered by weights that were learnt from people's \
            judgements, others by the plain rule that counts reasons; --rule takes the plain rule everywhere.

            Examples: `assay candidates --file debate.txt`, `assay candidates --article daily-report --format json`.
            """
    )

    @OptionGroup var text: TextOptions

    @Option(help: ArgumentHelp("Print this many sentences only.", valueName: "count"))
    var first: Int?

    @Option(
        help: ArgumentHelp(
            "The text's language, such as en; the article's or newsroom's if left out.",
            valueName: "language"
        )
    )
    var language: String?

    @Flag(help: "Order by the plain rule.")
    var rule = false

    @OptionGroup var place: NewsroomPlace

    @Option(help: ArgumentHelp("How it is printed: text or json.", valueName: "format"))
    var format = StatusCommand.Format.text

    func validate() throws {
        try text.validate(nil)
        if let first, first < 1 { throw ValidationError("--first is at least 1") }
    }

    func run() async throws {
        let (sentences, language) = try await sentences()
        let order = CandidateOrder(language: language, usingModel: !rule)
        let all = sentences.enumerated().map { number, sentence in
            // The place in the text orders those that are worth the same.
            order.candidate(sentence.text, at: number..<number + 1)
        }
        let sorted = CandidateOrder.sorted(all).prefix(first ?? all.count)
        switch format {
        case .json:
            let list = sorted.map { Self.json(of: $0, sentences[$0.range.lowerBound]) }
            let value: JSONValue = .object([
                "order": .string(order.isModel ? "model" : "rule"), "sentences": .integer(all.count),
                "candidates": .array(list),
            ])
            Console.show(json: value.text(.pretty))
        case .text:
            let lines = sorted.map {
                Self.line(of: $0, sentences[$0.range.lowerBound], isModel: order.isModel)
            }
            Console.show(lines.joined(separator: "\n"))
        }
    }

    private func sentences() async throws -> ([AskedSentence], String) {
        if let id = text.article {
            let opened = try await place.open().newsroom
            let article = try await TextOptions.article(id, place)
            return (
                AskedSentence.sentences(of: article), language ?? article.language ?? opened.settings.language
            )
        }
        // A text needs no newsroom: without one it is English.
        let folder = try? place.folder()
        let own = language == nil ? folder.flatMap { SiteSettings.language(in: $0) } : nil
        return (try await text.sentences(in: FileTree(root: "/"), place), language ?? own ?? "en")
    }

    private static func line(of candidate: Candidate, _ sentence: AskedSentence, isModel: Bool) -> String {
        let worth = isModel ? "\(Int((candidate.worth * 100).rounded())) %" : "\(Int(candidate.worth))"
        let reasons = candidate.reasons.map(\.rawValue).joined(separator: ", ")
        let place = sentence.place.isEmpty ? "" : sentence.place + ": "
        return "\(worth)\t\(place)\(candidate.sentence) (\(reasons))"
    }

    private static func json(of candidate: Candidate, _ sentence: AskedSentence) -> JSONValue {
        .object([
            "sentence": .string(candidate.sentence),
            "place": sentence.place.isEmpty ? nil : .string(sentence.place),
            "worth": .integer(Int((candidate.worth * 1000).rounded())),
            "reasons": .array(candidate.reasons.map { .string($0.rawValue) }),
        ])
    }
}
